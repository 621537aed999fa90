// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The lines of a scanned book as an OCR program found them, page by page.
///
/// They are read as plain text, whose rules find running heads, page numbers, notes at the foot and
/// words divided at line ends.
struct ScanLines {
  private(set) var lines: [TextLine] = []
  private var beginsPage = false
  private var words: [(text: String, left: Int?)] = []
  private var number = 1
  /// Left edges of the lines of the page, and where its lines begin in `lines`.
  private var pageStart = 0
  private var edges: [(line: Int, left: Int, width: Double)] = []

  /// Begins a page.
  mutating func beginPage() {
    endLine()
    indent()
    if !lines.isEmpty { blank() }
    beginsPage = true
    pageStart = lines.count
  }

  /// Begins a paragraph.
  mutating func beginParagraph() {
    endLine()
    if lines.count > pageStart, lines.last?.isBlank == false { blank() }
  }

  mutating func beginLine(number: Int) {
    endLine()
    self.number = number
  }

  /// Adds a word of the current line.
  ///
  /// - Parameter box: Left and right edge in the picture of the page, if they are known.
  mutating func add(_ word: String, box: (left: Int, right: Int)? = nil, line: Int) {
    let text = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return }
    if words.isEmpty {
      number = max(number, line)
      if let box, box.right > box.left {
        let width = Double(box.right - box.left) / Double(text.unicodeScalars.count)
        edges.append((lines.count, box.left, width))
      }
    }
    words.append((text, box?.left))
  }

  mutating func endLine() {
    guard !words.isEmpty else { return }
    let text = words.map(\.text).joined(separator: " ")
    words = []
    append(text)
  }

  /// Ends the text, and reads its lines as plain text.
  ///
  /// - Parameter strays: Text of the file that is in none of the lines.
  mutating func extracted(
    _ file: SourceFile, strays: Omissions, diagnostics: [Diagnostic]
  ) -> ExtractedText {
    endLine()
    indent()
    var extracted = PlainText.extract(
      lines, file: file, stating: Metadata(), readsTitlePage: true)
    extracted.ledger.source += strays.all.reduce(0) { $0 + $1.count }
    extracted.ledger.omissions += strays.all
    extracted.diagnostics = diagnostics + extracted.diagnostics
    return extracted
  }

  private mutating func blank() { append("") }

  private mutating func append(_ text: String) {
    var line = TextLine(
      text: Normalization.composed(text), indent: 0, number: number, length: 0)
    line.length = line.text.unicodeScalars.count
    if beginsPage, !text.isEmpty {
      line.beginsPage = true
      beginsPage = false
    }
    lines.append(line)
  }

  /// Widest indentation, in letters; what begins further to the right is centred or in a column.
  private static let widest = 12.0

  /// Sets the indentation of the lines of a page, by the left edge that most of them share.
  private mutating func indent() {
    defer { edges = [] }
    guard edges.count >= 4 else { return }
    let lefts = edges.map(\.left).sorted()
    let edge = lefts[lefts.count / 4]
    for (index, left, width) in edges where left > edge && width > 0 {
      let letters = Double(left - edge) / width
      if letters >= 1.5, letters <= Self.widest { lines[index].indent = Int(letters.rounded()) }
    }
  }
}
