// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the bodies of a book, element by element.
struct FB2Reader {
  private struct Mode {
    var kind = Block.Kind.paragraph
    var isItem = false
    var isSilent = false
  }

  private let survey: FB2Survey
  var writer = BlockWriter()
  private var mode = Mode()
  private var open: [(name: String, outer: Mode)] = []
  private var isOpen = false
  private var isInNotes = false
  private var sections = 0
  /// The number of open sections in which a note was opened.
  private var noteSection: Int?
  /// Words that are kept until their element ends: a mark, or the title of a note.
  private var captured: (text: String, depth: Int)?
  private var link: Int?
  private var isInBody = false

  init(_ survey: FB2Survey) { self.survey = survey }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag): start(tag)
    case .end: end()
    case .text(let text, let line): add(text, line: line)
    case .instruction: break
    }
  }

  private mutating func add(_ text: String, line: Int) {
    guard isInBody, !mode.isSilent else { return }
    if captured != nil {
      captured?.text += text
      return
    }
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank, !isOpen { return }
    begin(line: line)
    // Only `v` ends a line of verse.
    let words = text.split(separator: "\n", omittingEmptySubsequences: false)
    writer.add(words.joined(separator: " "), line: line)
  }

  private mutating func begin(line: Int) {
    guard !isOpen else { return }
    isOpen = true
    writer.begin(mode.kind, line: line, isItem: mode.isItem)
  }

  private mutating func endBlock() {
    writer.end()
    isOpen = false
  }

  // MARK: Elements

  private mutating func start(_ tag: XMLTag) {
    let outer = mode
    defer { open.append((tag.name, outer)) }
    guard captured == nil, !mode.isSilent else { return }
    switch tag.name {
    case "description", "stylesheet", "binary": mode.isSilent = true
    case "body":
      isInBody = true
      isInNotes = FB2Survey.isOfNotes(tag)
      sections = 0
    case "section": beginSection(tag)
    case "title" where isInNotes && noteSection == sections && writer.isEmpty:
      captured = ("", open.count)
    case "title":
      endBlock()
      mode.kind = isInPoem ? .paragraph : .heading(level: min(sections + 1, 9))
    case "subtitle":
      endBlock()
      mode.kind = isInQuotation || isInPoem ? .paragraph : .heading(level: min(sections + 2, 9))
    case "p": beginParagraph()
    case "epigraph", "cite":
      endBlock()
      mode.kind = .quotation
    case "text-author", "date":
      endBlock()
      mode.kind = isInQuotation ? .quotation : .paragraph
    case "poem", "annotation", "table": endBlock()
    case "stanza":
      endBlock()
      mode.kind = .verse
    case "v":
      if isOpen, mode.kind == .verse { writer.breakLine() } else { endBlock() }
      mode.kind = .verse
    case "tr":
      endBlock()
      mode.isItem = true
    case "td", "th": if isOpen { writer.space() }
    case "empty-line": if !isInTitle { endBlock() }
    case "a": beginLink(tag)
    default: break
    }
    if let id = tag["id"], !writer.isInNote, tag.name != "section" { writer.setAnchor(id) }
  }

  private mutating func end() {
    guard let (name, outer) = open.popLast() else { return }
    if let found = captured, found.depth == open.count {
      captured = nil
      endCaptured(name, found.text)
    }
    let wasSilent = mode.isSilent
    defer { mode = outer }
    guard captured == nil, !wasSilent else { return }
    switch name {
    case "body":
      endBlock()
      isInBody = false
    case "section":
      if noteSection == sections {
        writer.closeNote()
        noteSection = nil
        isOpen = false
        writer.end()
      }
      endBlock()
      sections = max(0, sections - 1)
    case "p" where isInTitle && sections > 0: if isOpen { writer.space() }
    case "p", "subtitle", "title", "text-author", "date", "stanza", "tr", "epigraph", "cite",
      "poem":
      endBlock()
    default: break
    }
  }

  private var isInTitle: Bool { open.last?.name == "title" }
  private var isInPoem: Bool { open.suffix(3).contains { $0.name == "poem" } }
  private var isInQuotation: Bool {
    open.suffix(4).contains { $0.name == "cite" || $0.name == "epigraph" }
  }

  private mutating func beginParagraph() {
    // The lines of a section's title are one heading, those of the book's are author and title.
    if isInTitle, sections > 0 { return }
    endBlock()
  }

  private mutating func beginSection(_ tag: XMLTag) {
    endBlock()
    sections += 1
    guard isInNotes, noteSection == nil, let id = tag["id"], let key = survey.notes[id] else {
      return
    }
    let label = survey.labels[key]
    let note =
      label.map { BlockNote(number: $0, key: key) }
      ?? BlockNote(
        number: String(key + 1), key: key, isInferred: true)
    noteSection = sections
    writer.openNote(note, line: tag.line, printsNumber: true)
    isOpen = true
  }

  // MARK: Notes

  private mutating func beginLink(_ tag: XMLTag) {
    guard let target = FB2Survey.target(tag), let note = survey.notes[target] else { return }
    link = note
    captured = ("", open.count)
  }

  private mutating func endCaptured(_ name: String, _ text: String) {
    guard name == "a" else {
      // The title of a note is its number, or else words of it.
      return PrintedMark.number(in: text) != nil
        ? writer.remove(text.trimmed, rule: "note-number") : add(text + " ", line: 1)
    }
    guard let key = link else { return }
    link = nil
    if let number = PrintedMark.number(in: text), isOpen, !writer.isEmpty {
      writer.mark(BlockNote(number: survey.labels[key] ?? number, key: key), printed: text.trimmed)
    } else {
      add(text, line: 1)
    }
  }
}
