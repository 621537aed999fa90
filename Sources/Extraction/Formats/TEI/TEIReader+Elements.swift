// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The starts and ends of elements.
extension TEIReader {
  mutating func start(_ tag: XMLTag) {
    let role = TEIRole.of(tag.name)
    var element = Open(name: tag.name, role: role, outer: mode)
    defer { open.append(element) }
    if tag.name == "note" { noteCount += 1 }
    if mode.isSilent { return }
    if case .pageBreak = role { return beginPage(tag) }
    if captured != nil || choices.last?.isReadingPrinted == true { return }
    if mode.omission != nil { return startOmitted(tag) }
    markAnchor(tag)
    if holdsSpace, tag.name != "pc" {
      holdsSpace = false
      writer.space()
    }
    switch role {
    case .silent:
      mode.isSilent = true
    case .omitted(let rule):
      mode.omission = rule == "running-head" && tag["type"] == "pageNum" ? "page-number" : rule
    case .division:
      endBlock()
      let isNested = tag.name.hasPrefix("div") || tag.name == "group"
      mode = Mode(
        language: mode.language, divisions: mode.divisions + (isNested ? 1 : 0),
        isInQuotation: mode.isInQuotation)
      element.endsBlock = true
      if mode.isInQuotation { mode.kind = .quotation }
    case .titlePage:
      endBlock()
      mode.omission = "title-page"
      element.endsBlock = true
    case .heading: beginHeading(tag, &element)
    case .block, .table, .list: beginBlock(&element)
    case .row, .item:
      let continues = lastClosed == "label" && isOpen && open.last?.name == "list"
      if continues { writer.space() } else { endBlock() }
      mode.isItem = true
      mode.isInBlock = true
      element.endsBlock = true
    case .label where open.last?.name == "list":
      endBlock()
      mode.isItem = true
      mode.isInBlock = true
    case .cell: if isOpen { writer.space() }
    case .flexible, .stage, .label: beginFlexible(tag, &element)
    case .quotation: beginQuotation(tag, &element)
    case .stanza:
      endBlock()
      element.endsBlock = true
      mode.kind = .verse
      mode.isInBlock = false
    case .verseLine: beginLine(tag)
    case .speech:
      endBlock()
      element.endsBlock = true
      mode.speaker = speaker(tag)
    case .speaker:
      endBlock()
      captured = ("", open.count)
    case .note: beginNote(tag, &element)
    case .reference: beginReference(tag)
    case .lineBreak: breakLine(tag)
    case .milestone:
      if tag["unit"] == "page", !survey.hasPageBreaks { beginPage(tag) }
    case .choice: choices.append(Choice(depth: open.count))
    case .printedReading, .editedReading: beginReading(tag, role)
    case .apparatus: apparatus.append((open.count, false))
    case .variant:
      if let last = apparatus.last {
        if last.hasReading { mode.omission = "variant" }
        apparatus[apparatus.count - 1].hasReading = true
      }
    case .space: if isOpen { writer.space() }
    case .word, .sign, .inline, .pageBreak:
      if tag.name == "lem", !apparatus.isEmpty { apparatus[apparatus.count - 1].hasReading = true }
    }
    if element.endsBlock, let tag = tag["lang"] { setLanguage(tag) }
  }

  mutating func end(_ name: String) {
    guard let element = open.popLast() else { return }
    defer { lastClosed = element.name }
    if let found = captured, found.depth == open.count {
      captured = nil
      endCaptured(element, found.text)
    }
    endChoice(element)
    if apparatus.last?.depth == open.count { apparatus.removeLast() }
    if !mode.isSilent, mode.omission == nil { endQuotation() }
    if case .note = element.role, openNotes.last?.depth == open.count { endNote() }
    // A speaker may have no words.
    if case .speech = element.role, let label { beginIfNeeded(line: label.line) }
    if element.endsBlock, !element.outer.isSilent, element.outer.omission == nil { endBlock() }
    if case .speech = element.role { label = nil }
    if case .titlePage = element.role { endTitleLine() }
    mode = element.outer
    if let speaker = pendingSpeaker {
      mode.speaker = speaker
      pendingSpeaker = nil
    }
    if case .cell = element.role, isOpen { writer.space() }
  }

  private mutating func startOmitted(_ tag: XMLTag) {
    guard mode.omission == "title-page" else { return }
    if tag.name == "lb" || TEIRole.of(tag.name).isTitleLine { endTitleLine() }
  }

  private mutating func setLanguage(_ tag: String) {
    let code = TEIHeader.language(tag)
    mode.language = code == language ? nil : code
  }

  // MARK: Blocks

  private mutating func beginBlock(_ element: inout Open) {
    endBlock()
    mode.isInBlock = true
    element.endsBlock = true
    if case .block = element.role {} else { mode.isInBlock = false }
    if ["epigraph", "cit"].contains(element.name) {
      mode.isInBlock = false
      if element.name == "cit" || mode.kind == .paragraph { mode.isInQuotation = true }
    }
    if Self.containers.contains(element.name) { mode.isInBlock = false }
    if mode.isInQuotation, mode.kind == .paragraph { mode.kind = .quotation }
    // A speaker's prose in a stanza is no verse.
    if mode.kind == .verse { mode.kind = mode.isInQuotation ? .quotation : .paragraph }
  }

  private static let containers: Set<String> = [
    "argument", "opener", "closer", "postscript", "castList", "castGroup", "figure", "listBibl",
    "set", "performance", "prologue", "epilogue", "docImprint", "docTitle",
  ]

  private mutating func beginHeading(_ tag: XMLTag, _ element: inout Open) {
    endBlock()
    element.endsBlock = true
    mode.isInBlock = true
    mode.speaker = nil
    switch open.last?.role {
    case .list, .table: mode.kind = .paragraph
    case .block where open.last?.name == "figure": mode.kind = .paragraph
    case .division:
      let isSub = tag["type"] == "sub" || tag["type"] == "subtitle"
      mode.kind = .heading(level: max(1, min(mode.divisions, 8)) + (isSub ? 1 : 0))
    default: mode.kind = .heading(level: max(1, min(mode.divisions, 8)) + 1)
    }
  }

  private mutating func beginFlexible(_ tag: XMLTag, _ element: inout Open) {
    if case .stage = element.role, label != nil {
      captured = ("", open.count)
      return
    }
    guard !mode.isInBlock, openNotes.isEmpty else { return }
    if case .speech = open.last?.role, tag.name == "seg" { return }
    endBlock()
    element.endsBlock = true
    mode.isInBlock = true
    if case .stage = element.role { mode.speaker = nil }
    if mode.kind == .verse { mode.kind = .paragraph }
    if mode.isInQuotation { mode.kind = .quotation }
  }

  private mutating func beginQuotation(_ tag: XMLTag, _ element: inout Open) {
    let isSetOff = (tag["rend"] ?? tag["rendition"] ?? "").lowercased().contains("block")
    guard mode.isInBlock, !isSetOff else {
      endBlock()
      element.endsBlock = true
      mode.isInQuotation = true
      if mode.kind != .verse { mode.kind = .quotation }
      return
    }
    mode.isInQuotation = true
    quotations.append((open.count, nil))
  }

  private mutating func beginLine(_ tag: XMLTag) {
    let line = tag.line
    mode.kind = .verse
    mode.isInBlock = true
    guard openNotes.isEmpty else { return writer.space() }
    if isOpen, verseDepth == open.count {
      flushHyphen()
      writer.breakLine()
    } else {
      endBlock()
      verseDepth = open.count
      beginIfNeeded(line: line)
    }
  }

  private mutating func breakLine(_ tag: XMLTag) {
    guard isOpen else { return }
    if tag["break"] == "no" || tag["rend"] == "hyphen" {
      if hyphen != nil { hyphen?.isAtLineEnd = true } else { joinsNext = true }
      writer.joinNext()
    } else if hyphen != nil {
      hyphen?.isAtLineEnd = true
    } else {
      writer.space()
      lastScalar = " "
    }
  }

  // MARK: Speakers

  /// Who speaks, by the identifiers of people that the markup names.
  private func speaker(_ tag: XMLTag) -> Attributed<String>? {
    let ids = TEISurvey.identifiers(tag["who"])
    let names = ids.compactMap { survey.people[$0] }
    guard !names.isEmpty, names.count == ids.count else { return nil }
    return Attributed(
      names.joined(separator: ", "), .stated, rule: Turns.stated, evidence: tag["who"],
      line: tag.line)
  }

  private mutating func endCaptured(_ element: Open, _ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch element.role {
    case .speaker, .stage:
      guard !words.isEmpty else { return }
      // Directions between the label and the words are no part of the name.
      let before = label.map { $0.text + " " } ?? ""
      label = (before + words, label?.name ?? words, label?.line ?? 1)
      if case .speaker = element.role, mode.speaker == nil {
        let name = words.trimmed.drop { "([".contains($0) }.prefix { !".:([".contains($0) }.trimmed
        guard !name.isEmpty else { return }
        pendingSpeaker = Attributed(name, .stated, rule: Turns.stated, evidence: words)
      }
    case .reference: endReference(text)
    default: break
    }
  }

  // MARK: Pages

  mutating func beginPage(_ tag: XMLTag) {
    if hyphen != nil { hyphen?.isAtLineEnd = true }
    if let edition = survey.edition, let own = tag["ed"], own != edition { return }
    pageCount += 1
    let stated = tag["n"].map { PageMark.label(of: $0) ?? Self.label($0, longest: 12) } ?? ""
    var label = Attributed(stated, .stated, rule: "page-mark", evidence: tag["n"], line: tag.line)
    if stated.isEmpty {
      let next = lastPage.flatMap { Int($0) }.map { String($0 + 1) }
      guard let counted = survey.hasPageLabels ? next : String(pageCount) else { return }
      label = Attributed(counted, .inferred, rule: "page-sequence", line: tag.line)
    } else if tag["n"]?.first == "[" {
      label.basis = .inferred
    }
    lastPage = label.value
    writer.beginPage(label, line: tag.line)
  }

  // MARK: Title page

  mutating func addTitlePage(_ text: String, line: Int) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, titlePage.count < 60 else { return }
    if titlePage.isEmpty || titlePage.last?.text.isEmpty == true {
      if titlePage.isEmpty { titlePage.append(("", line)) }
      titlePage[titlePage.count - 1] = (words, line)
    } else {
      titlePage[titlePage.count - 1].text += " " + words
    }
  }

  mutating func endTitleLine() {
    if titlePage.last?.text.isEmpty == false { titlePage.append(("", 1)) }
  }
}

extension TEIRole {
  /// Whether an element of a title page begins a line.
  fileprivate var isTitleLine: Bool {
    switch self {
    case .block, .flexible, .stanza, .verseLine, .quotation: true
    default: false
    }
  }
}
