// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// Writes the items of a document as blocks.
struct OfficeWriter {
  private let survey: OfficeSurvey
  private let notes: [String: OfficeNote]
  private var writer = BlockWriter()
  private var numbers: OfficeNumbers
  /// Keys of the notes that have been written, by their identifiers.
  private var keys: [String: Int] = [:]
  /// Names of people, dates and titles in the head, by their blocks.
  private var heads: [OfficeHead.Line] = []

  private var openTables: [Int] = []
  private var tableCount = 0
  /// Whether the current block continues with the next paragraph.
  private var isContinued = false
  /// Whether the last paragraph was a line of verse, which the next one may follow.
  private var isInStanza = false
  /// Whether the current page has text.
  private var hasPageText = false
  /// Number of texts around the current one.
  private var depth = 0

  /// Writes a document.
  static func text(
    _ items: [OfficeItem], notes: [OfficeNote]
  ) -> (
    text: ExtractedText, heads: [OfficeHead.Line]
  ) {
    var writer = OfficeWriter(items, notes: notes)
    if writer.survey.arePagesPlausible {
      writer.writer.beginPage(writer.numbers.nextPage(), line: 1)
    }
    writer.write(items)
    writer.omitUnreferenced(notes)
    var text = writer.writer.finish()
    text.diagnostics = NoteReport.untied(in: text.blocks)
    return (text, writer.heads)
  }

  /// Says that parts of a document are in formats of their own, whose words are missing.
  static func unread(_ parts: Int) -> [Diagnostic] {
    guard parts > 0 else { return [] }
    return [
      Diagnostic(
        .warning, code: "unread-part",
        "The document includes other documents, formulas or charts, which are not read: \(parts).")
    ]
  }

  private init(_ items: [OfficeItem], notes: [OfficeNote]) {
    survey = OfficeSurvey(items)
    numbers = OfficeNumbers(survey.sections)
    self.notes = Dictionary(
      notes.map { (Self.key($0.kind, $0.id), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ kind: OfficeMark.Kind, _ id: String) -> String {
    (kind == .footnote ? "f" : "e") + id
  }

  private mutating func write(_ items: [OfficeItem]) {
    for item in items {
      switch item {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let part): write(part)
      case .section: if depth == 0 { numbers.endSection() }
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ part: OfficeItem.TablePart) {
    isInStanza = false
    switch part {
    case .start:
      openTables.append(depth == 0 ? tableCount : -1)
      if depth == 0 { tableCount += 1 }
    case .row: if isInRow { writer.begin(line: lastNumber, isItem: true) }
    case .cell, .endCell: if isInRow { writer.space() }
    case .endRow: if isInRow { writer.end() }
    case .end: _ = openTables.popLast()
    }
  }

  /// Whether paragraphs are parts of the row of a table.
  private var isInRow: Bool {
    openTables.last.map { !survey.layoutTables.contains($0) } ?? false
  }

  private var lastNumber = 1

  // MARK: Paragraphs

  private mutating func write(_ paragraph: OfficeParagraph) {
    lastNumber = max(1, paragraph.number)
    if isInRow || isContinued {
      writer.space()
    } else if isInStanza, paragraph.role == .verse, !paragraph.isBlank {
      writer.breakLine()
    } else {
      begin(paragraph)
    }
    for piece in paragraph.pieces { write(piece) }
    isInStanza = paragraph.role == .verse && !paragraph.isBlank && !paragraph.hasLines
    isContinued = paragraph.joinsNext
    guard !isInRow, !isContinued, !isInStanza else { return }
    if paragraph.isInitial { writer.endInitial() } else { writer.end() }
  }

  private mutating func begin(_ paragraph: OfficeParagraph) {
    let kind: Block.Kind =
      switch paragraph.role {
      case .title: .heading(level: 1)
      case .heading(let level): .heading(level: survey.hasTitle ? level + 1 : level)
      case .quotation: .quotation
      case .verse: .verse
      case .body, .subtitle, .author, .date, .contents: .paragraph
      }
    writer.begin(
      kind, line: lastNumber, isItem: paragraph.isItem,
      treatsBoldAsHeading: !survey.hasHeadings && !paragraph.isItem && paragraph.role == .body)
    if depth == 0, !paragraph.isBlank, let part = OfficeHead.Part(paragraph.role) {
      heads.append(OfficeHead.Line(part: part, block: writer.blockCount))
    }
  }

  private mutating func write(_ piece: OfficePiece) {
    switch piece {
    case .text(let text, let isStrong):
      if depth == 0, !text.allSatisfy(\.isWhitespace) { hasPageText = true }
      writer.add(text, line: lastNumber, isStrong: isStrong)
    case .omission(let text, let rule): writer.omit(text, rule: rule)
    case .removal(let text, let rule): writer.remove(text, rule: rule)
    case .space: writer.space()
    case .lineBreak: writer.breakLine()
    case .pageBreak: breakPage()
    case .mark(let mark): write(mark)
    case .box(let items):
      writer.openAside()
      nested { $0.write(items) }
      writer.closeAside()
    }
  }

  private mutating func breakPage() {
    guard depth == 0, hasPageText, survey.arePagesPlausible else { return }
    hasPageText = false
    writer.beginPage(numbers.nextPage(), line: lastNumber)
  }

  /// Writes a text within the current one, whose state is kept.
  private mutating func nested(_ body: (inout Self) -> Void) {
    let state = (openTables, isContinued, isInStanza)
    (openTables, isContinued, isInStanza) = ([], false, false)
    depth += 1
    body(&self)
    depth -= 1
    (openTables, isContinued, isInStanza) = state
  }

  // MARK: Notes

  private mutating func write(_ mark: OfficeMark) {
    let id = Self.key(mark.kind, mark.id)
    let key = keys[id]
    let (number, isInferred) = mark.printed.map { ($0.trimmed, false) } ?? numbers.next(mark.kind)
    let note = BlockNote(number: number, key: key ?? keys.count, isInferred: isInferred)
    writer.mark(note, printed: mark.printed)
    guard key == nil, !writer.isInNote else { return }
    keys[id] = note.key
    guard let content = notes[id] else { return }
    writer.openNote(note, line: lastNumber, printsNumber: mark.printed != nil)
    nested { $0.write(content.items) }
    writer.closeNote()
  }

  /// Notes whose marks are deleted or hidden, which no reader sees.
  private mutating func omitUnreferenced(_ notes: [OfficeNote]) {
    for note in notes where keys[Self.key(note.kind, note.id)] == nil {
      for text in note.items.words { writer.omit(text, rule: "unreferenced-note") }
    }
  }
}

extension OfficeParagraph {
  /// Whether it has no words that are read.
  var isBlank: Bool {
    !pieces.contains {
      switch $0 {
      case .text(let text, _): !text.allSatisfy(\.isWhitespace)
      case .mark, .box: true
      default: false
      }
    }
  }

  /// Whether it is broken into lines.
  var hasLines: Bool {
    pieces.contains { if case .lineBreak = $0 { true } else { false } }
  }
}

extension [OfficeItem] {
  /// The words of paragraphs, without those of boxes in boxes.
  var words: [String] {
    flatMap { item -> [String] in
      guard case .paragraph(let paragraph) = item else { return [] }
      return paragraph.pieces.compactMap {
        switch $0 {
        case .text(let text, _), .omission(let text, _), .removal(let text, _): text
        default: nil
        }
      }
    }
  }
}
