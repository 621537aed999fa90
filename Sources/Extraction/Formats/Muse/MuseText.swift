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
    Gutenberg.strip(&extracted)
    TextHead.apply(to: &extracted)
    return extracted
  }
}

/// Reads the body of a file line by line.
struct MuseReader {
  /// Completed blocks.
  private(set) var blocks: [Block] = []
  /// Pages that have begun.
  private(set) var pages: [Page] = []
  /// Account of the characters that are not part of a block.
  private(set) var ledger = Ledger()

  private let lines: [TextLine]
  private var index: Int
  private let notes: Set<String>
  /// Numeric keys of notes that are linked to, by the key in their links.
  private var keys: [String: Int] = [:]
  private var noteKey: Int?
  private var omissions = Omissions()

  /// Open environments, innermost last: `quote`, `verse`.
  private var environments: [String] = []
  private var pending: [TextLine] = []
  private var kind = Block.Kind.paragraph
  private var number: String?
  private var anchor: String?
  private var lastMark = 0

  init(_ lines: [TextLine], from start: Int) {
    self.lines = lines
    index = start
    var notes: Set<String> = []
    for line in lines[start...] where line.indent == 0 {
      guard let mark = Self.noteMark(line.text) else { continue }
      notes.insert(mark.number)
      if let key = mark.key, keys[key] == nil { keys[key] = keys.count }
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
    if line.indent == 0, let level = Self.headingLevel(line.text) {
      flush()
      kind = .heading(level: level)
      append(line, without: level + 1)
    } else if line.indent == 0, let mark = Self.noteMark(line.text) {
      flush()
      kind = .note
      number = mark.sign
      noteKey = mark.key.flatMap { keys[$0] }
      append(line, without: mark.length)
    } else if line.text.first == "#", line.indent == 0, let name = Self.anchorName(line.text) {
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
    } else if line.indent > 0, let marker = Self.listMarker(line.text) {
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
    guard Self.environmentNames.contains(String(bare)) else { return false }
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
      pending.map(\.text).joined(separator: "\n"), notes: kind == .note ? [] : notes,
      lastMark: lastMark,
      keepsLines: kind == .verse)
    lastMark = inline.lastMark
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
    guard !inline.text.isEmpty else { return }
    let text = String(inline.text)
    let opened = startPage.map { $0 + 1 } ?? 0
    let atStart = inline.pages.prefix { $0.offset == 0 }.count
    let breaks = inline.pages.enumerated().filter { (1..<length).contains($0.element.offset) }
      .map { PageBreak(offset: $0.element.offset, page: opened + $0.offset) }
    if kind == .note, number == nil, let last = blocks.indices.last, blocks[last].kind == .note {
      blocks[last].text += " " + text
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
        noteMarks: inline.marks.map {
          NoteMark(
            offset: $0.offset, number: $0.number, printed: $0.printed, basis: .stated,
            noteKey: $0.key.flatMap { keys[$0] })
        },
        repairs: inline.repairs, anchor: anchor))
    anchor = nil
  }

  // MARK: Marks at the beginning of lines

  private static func headingLevel(_ line: String) -> Int? {
    let stars = line.prefix { $0 == "*" }.count
    guard (1...5).contains(stars), line.dropFirst(stars).first == " " else { return nil }
    return stars
  }

  /// The mark at the start of a note.
  private struct NoteStart {
    /// Number by which marks in the text refer to the note.
    var number: String
    /// Number as printed.
    var sign: String
    /// Key in links to the note; `nil` if it is not linked.
    var key: String?
    /// Length in characters.
    var length: Int
  }

  private static func noteMark(_ line: String) -> NoteStart? {
    if line.hasPrefix("[[#") {
      // A line that consists only of such a link is not a note.
      guard let link = MuseNoteLink(line.unicodeScalars.prefix(120)),
        line.unicodeScalars.count > link.length
      else { return nil }
      return NoteStart(
        number: "#\(link.key)", sign: link.sign, key: link.key, length: link.length)
    }
    guard let open = line.first, open == "[" || open == "{" else { return nil }
    let digits = line.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let close: Character = open == "[" ? "]" : "}"
    guard (1...5).contains(digits.count), line.dropFirst(digits.count + 1).first == close,
      let next = line.dropFirst(digits.count + 2).first, next == " "
    else { return nil }
    let number = open == "[" ? String(digits) : "{\(digits)}"
    return NoteStart(number: number, sign: number, key: nil, length: digits.count + 3)
  }

  private static func anchorName(_ line: String) -> String? {
    let name = line.dropFirst()
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else { return nil }
    return String(name)
  }

  /// Length of a bullet; 0 for a number, which is kept as part of the text.
  private static func listMarker(_ line: String) -> Int? {
    if line.hasPrefix("- ") { return 2 }
    let word = line.prefix { $0 != " " }
    guard word.last == ".", word.count <= 6, word.count < line.count else { return nil }
    let bare = word.dropLast()
    let isCounter =
      bare.allSatisfy(\.isNumber) || PageNumber.isRoman(bare)
      || (bare.count == 1 && bare.allSatisfy(\.isLetter))
    return isCounter ? 0 : nil
  }

  private static let environmentNames: Set<String> = [
    "quote", "verse", "center", "right", "example", "biblio", "play", "comment", "literal", "code",
  ]
}
