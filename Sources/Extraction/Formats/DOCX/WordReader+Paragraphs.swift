// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension WordReader {
  // MARK: Paragraphs

  mutating func beginParagraph() {
    endParagraph()
    paragraphCount += 1
    var paragraph = OfficeParagraph()
    paragraph.number = paragraphCount
    let last = stories.count - 1
    stories[last].paragraph = paragraph
    stories[last].style = styles[styles.standard]
    stories[last].outline = nil
    settleParagraph()
  }

  mutating func endParagraph() {
    let last = stories.count - 1
    guard let paragraph = stories[last].paragraph else { return }
    stories[last].paragraph = nil
    stories[last].items.append(.paragraph(paragraph))
    if let section = stories[last].section { stories[last].items.append(.section(section)) }
    stories[last].section = nil
    // Fields that do not end would take the rest of the document: an instruction is in one
    // paragraph, and no entry of a table of contents is a heading.
    fields.removeAll { !$0.hasResult }
    if case .heading = paragraph.role { fields.removeAll(where: \.isContents) }
  }

  /// Determines what the paragraph is by its style and its outline level (17.3.1.20).
  mutating func settleParagraph() {
    let last = stories.count - 1
    let style = stories[last].style
    let level = stories[last].outline ?? style.outline
    var role = style.role ?? .body
    var isNamed = false
    switch role {
    case .body, .heading:
      if let level { role = (0..<9).contains(level) ? .heading(level: level + 1) : .body }
    default: isNamed = true
    }
    stories[last].paragraph?.role = role
    if style.isList == true, role == .body || isNamed { stories[last].paragraph?.isItem = true }
    if role != .body, role != .quotation { stories[last].paragraph?.isItem = false }
  }

  mutating func endBox() {
    endParagraph()
    guard let box = stories.popLast(), !box.items.isEmpty else { return }
    let last = stories.count - 1
    if stories[last].paragraph == nil {
      stories[last].items += box.items
    } else {
      stories[last].paragraph?.pieces.append(.box(box.items))
    }
  }

  mutating func append(_ piece: OfficePiece) {
    // In properties a tab is a stop and no character.
    guard !isInProperties else { return }
    stories[stories.count - 1].paragraph?.pieces.append(piece)
  }

  mutating func readProperty(_ tag: XMLTag) {
    let last = stories.count - 1
    let isOn = WordValue.isOn(tag["val"] ?? "1")
    switch tag.name {
    case "pStyle":
      stories[last].style = styles[tag["val"]]
      stories[last].paragraph?.isItem = false
    case "outlineLvl": stories[last].outline = tag["val"].flatMap { Int($0) }
    case "numPr": stories[last].paragraph?.isItem = true
    case "numId" where tag["val"] == "0":
      stories[last].paragraph?.isItem = false
      stories[last].style.isList = false
    case "pageBreakBefore" where isOn: stories[last].paragraph?.pieces.append(.pageBreak)
    case "framePr" where ["drop", "margin"].contains(tag["dropCap"]):
      stories[last].paragraph?.isInitial = true
    // The properties of the end of a paragraph say nothing of its words.
    case "b" where !isInProperties: run.isBold = isOn
    case "vanish" where !isInProperties: run.isHidden = isOn
    case "rFonts" where !isInProperties: run.isSymbol = tag["ascii"]?.lowercased() == "symbol"
    case "rStyle" where !isInProperties:
      let style = styles[tag["val"]]
      run.isBold = style.isBold ?? run.isBold
      run.isHidden = style.isHidden ?? run.isHidden
      run.isPlaceholder = style.isPlaceholder
    default: break
    }
  }

  // MARK: Sections

  mutating func readSectionProperty(_ tag: XMLTag) {
    guard section != nil else { return }
    switch tag.name {
    case "pgNumType":
      section?.pageFormat = WordValue.format(tag["fmt"])
      section?.firstPage = tag["start"].flatMap { Int($0) }.flatMap {
        (0...9_999).contains($0) ? $0 : nil
      }
    case "footnotePr": sectionNotes = .footnote
    case "endnotePr": sectionNotes = .endnote
    default:
      if sectionNotes == .endnote {
        section?.endnotes.read(tag.name, tag["val"])
      } else if sectionNotes == .footnote {
        section?.footnotes.read(tag.name, tag["val"])
      }
    }
  }

  mutating func endSection() {
    let last = stories.count - 1
    if let section {
      if stories[last].paragraph == nil {
        stories[last].items.append(.section(section))
      } else {
        stories[last].section = section
      }
    }
    section = nil
    sectionNotes = nil
  }
}

extension OfficeSection.Notes {
  /// Reads a property of notes (ISO/IEC 29500-1, 17.11.17 to 17.11.20).
  mutating func read(_ name: String, _ value: String?) {
    switch name {
    case "numFmt": format = WordValue.format(value)
    case "numStart":
      start = value.flatMap { Int($0) }.flatMap { (0...9_999).contains($0) ? $0 : nil }
    case "numRestart":
      restart = value == "eachSect" ? .section : value == "eachPage" ? .page : .never
    default: break
    }
  }
}
