// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads Text::Amuse, the markup of the Anarchist Library (its manual, and that of Emacs Muse).
enum MuseText {
  /// Extracts a text.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    let lines = TextLine.lines(of: text)
    let header = MuseHeader(lines)
    var reader = MuseReader(lines, from: header.lineCount)
    reader.read()
    var extracted = ExtractedText(
      metadata: header.metadata, pages: reader.pages, blocks: reader.blocks)
    extracted.ledger = reader.ledger
    extracted.ledger.source = Ledger.count(text)
    extracted.ledger.metadata += lines.prefix(header.lineCount).reduce(0) {
      $0 + Ledger.count($1.text)
    }
    extracted.diagnostics += NoteReport.untied(in: reader.blocks)
    if reader.hasNotes {
      extracted.diagnostics += NoteReport.marksWithoutNotes(reader.undefined)
    }
    Gutenberg.strip(&extracted)
    TextHead.apply(to: &extracted)
    return extracted
  }
}

/// Reads the body of a file line by line.
struct MuseReader {
  /// Completed blocks.
  private(set) var blocks: [Block] = []
  /// Whether any block is a note.
  var hasNotes: Bool { blocks.contains { $0.kind == .note } }
  /// Pages that have begun.
  private(set) var pages: [Page] = []
  /// Account of the characters that are not part of a block.
  private(set) var ledger = Ledger()

  private let lines: [TextLine]
  private var index: Int
  /// Marks after words for which the text has no note; they remain text.
  private(set) var undefined: [(number: String, line: Int)] = []

  private let notes: MuseLabels
  /// Numeric keys of notes: of linked ones by the key in their links, of others by their number if
  /// no other note has it.
  private var keys: [String: Int] = [:]
  private var noteKey: Int?
  private var omissions = Omissions()

  /// Open environments, innermost last: `quote`, `verse`.
  private var environments: [String] = []
  private var pending: [TextLine] = []
  private var kind = Block.Kind.paragraph
  private var number: String?
  private var anchor: String?
  private var lastMarks = MuseLabels.LastMarks()

  init(_ lines: [TextLine], from start: Int) {
    self.lines = lines
    index = start
    var notes = MuseLabels()
    var numbers: [String] = []
    for line in lines[start...] {
      guard line.indent == 0, let mark = MuseLine.noteMark(line.text) else { continue }
      notes.addNote(mark.number)
      if let key = mark.key {
        if keys[key] == nil { keys[key] = keys.count }
      } else {
        numbers.append(mark.number)
      }
    }
    for number in numbers where notes.areUnique(secondary: number.hasPrefix("{")) {
      if keys["[\(number)"] == nil { keys["[\(number)"] = keys.count }
    }
    self.notes = notes
  }

  /// Reads all lines.
  mutating func read() {
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.isBlank {
        flush()
      } else if !readEnvironment(line), !readComment(line) {
        read(line)
      }
    }
    flush()
    ledger.omissions = omissions.all
    ledger.text = blocks.reduce(0) { $0 + Ledger.count($1.text) }
  }

  private mutating func read(_ line: TextLine) {
    if line.indent == 0, let level = MuseLine.headingLevel(line.text) {
      flush()
      kind = .heading(level: level)
      append(line, without: level + 1)
    } else if line.indent == 0, let mark = MuseLine.noteMark(line.text) {
      flush()
      kind = .note
      number = mark.sign
      noteKey = keys[mark.key ?? "[\(mark.number)"]
      append(line, without: mark.length)
    } else if line.text.first == "#", line.indent == 0, let name = MuseLine.anchorName(line.text) {
      flush()
      anchor = name
      omissions.add(line.text, rule: "anchor")
    } else if line.text.count >= 4, line.text.allSatisfy({ $0 == "-" }) {
      flush()
      omissions.add(line.text, rule: "rule")
    } else if line.text.hasPrefix("> ") || line.text == ">" {
      if kind != .verse { flush() }
      kind = .verse
      append(line, without: min(2, line.text.count))
    } else if line.indent > 0, let marker = MuseLine.listMarker(line.text) {
      flush()
      append(line, without: marker)
    } else if line.text.contains(" | ") || line.text.hasSuffix(" |") || line.text.hasPrefix("| ") {
      flush()
      appendRow(line)
      flush()
    } else {
      // A note continues in indented paragraphs.
      if pending.isEmpty, line.indent > 0, let last = blocks.last, last.kind == .note {
        kind = .note
        number = nil
      }
      pending.append(line)
    }
  }

  private mutating func append(_ line: TextLine, without length: Int) {
    var rest = line
    let marker = line.text.prefix(length)
    ledger.removed += Ledger.count(marker)
    rest.text = line.text.dropFirst(length).trimmed
    rest.length = rest.text.unicodeScalars.count
    pending.append(rest)
  }

  private mutating func appendRow(_ line: TextLine) {
    var row = line
    ledger.removed += line.text.count { $0 == "|" }
    row.text = line.text.split(separator: "|").map(\.trimmed).joined(separator: " ").trimmed
    pending.append(row)
  }

  // MARK: Environments

  private mutating func readEnvironment(_ line: TextLine) -> Bool {
    let text = line.text.lowercased()
    if text == "{{{" || text == "}}}" {
      flush()
      ledger.removed += 3
      if text == "{{{" { environments.append("example") } else { close("example") }
      return true
    }
    guard text.first == "<", text.last == ">", text.utf8.count <= 16 else { return false }
    let name = text.dropFirst().dropLast()
    if name == "br" {
      if kind == .paragraph, environments.isEmpty, pending.isEmpty {
        ledger.removed += 4
      } else {
        pending.append(line)
      }
      return true
    }
    let bare = name.drop { $0 == "/" }
    guard MuseLine.environmentNames.contains(String(bare)) else { return false }
    flush()
    ledger.removed += Ledger.count(line.text)
    if name.first == "/" { close(String(bare)) } else { environments.append(String(bare)) }
    return true
  }

  private mutating func close(_ name: String) {
    guard let place = environments.lastIndex(of: name) else { return }
    environments.removeSubrange(place...)
  }

  private mutating func readComment(_ line: TextLine) -> Bool {
    let isComment =
      environments.contains("comment")
      || (line.indent == 0 && (line.text.hasPrefix("; ") || line.text == ";"))
    guard isComment else { return false }
    flush()
    omissions.add(line.text, rule: "comment")
    return true
  }

  /// Completes the current block.
  private mutating func flush() {
    defer {
      pending = []
      kind = .paragraph
      number = nil
      noteKey = nil
    }
    guard let first = pending.first else { return }
    var kind = kind
    if kind == .paragraph {
      if environments.contains("verse") {
        kind = .verse
      } else if environments.contains("quote") {
        kind = .quotation
      }
    }
    let inline = MuseInline(
      pending.map(\.text).joined(separator: "\n"),
      notes: kind == .note ? notes.seenFromNote(number ?? blocks.last?.number?.value) : notes,
      lastMarks: lastMarks,
      keepsLines: kind == .verse)
    lastMarks = inline.lastMarks
    if kind != .note { undefined += inline.undefined.map { ($0, first.number) } }
    ledger.removed += inline.removed
    for image in inline.images { omissions.add(image, rule: "image") }
    let startPage = pages.indices.last
    let length = inline.text.count
    for page in inline.pages {
      pages.append(
        Page(
          label: Attributed(
            page.label, .stated, rule: "page-mark", evidence: page.printed, line: first.number),
          line: first.number))
    }
    guard !inline.text.isEmpty else {
      // Pages that hold nothing have no passage to carry their labels.
      for page in inline.pages {
        omissions.add(page.printed, rule: "page-number")
        ledger.removed -= Ledger.count(page.printed)
      }
      return
    }
    let text = String(inline.text)
    let opened = startPage.map { $0 + 1 } ?? 0
    let atStart = inline.pages.prefix { $0.offset == 0 }.count
    let breaks = inline.pages.enumerated().filter { (1..<length).contains($0.element.offset) }
      .map { PageBreak(offset: $0.element.offset, page: opened + $0.offset) }
    if kind == .note, number == nil, blocks.last?.kind == .note {
      continueNote(text, inline)
      return
    }
    blocks.append(
      Block(
        kind, text, line: first.number,
        number: number.map {
          Attributed($0, .stated, rule: "note-number", evidence: $0, line: first.number)
        },
        noteKey: noteKey,
        page: atStart > 0 ? opened + atStart - 1 : startPage,
        pageBreaks: breaks,
        noteMarks: noteMarks(inline, movedBy: 0),
        repairs: inline.repairs, anchor: anchor))
    anchor = nil
  }

  /// Adds a paragraph to the last note.
  private mutating func continueNote(_ text: String, _ inline: MuseInline) {
    let last = blocks.count - 1
    let start = blocks[last].text.unicodeScalars.count + 1
    blocks[last].text += " " + text
    blocks[last].noteMarks += noteMarks(inline, movedBy: start)
    blocks[last].repairs += inline.repairs.map {
      var repair = $0
      repair.range = ($0.range.lowerBound + start)..<($0.range.upperBound + start)
      return repair
    }
  }

  private func noteMarks(_ inline: MuseInline, movedBy start: Int) -> [NoteMark] {
    inline.marks.map {
      NoteMark(
        offset: $0.offset + start, number: $0.number, printed: $0.printed, basis: .stated,
        noteKey: keys[$0.key ?? "[\($0.number)"])
    }
  }
}
