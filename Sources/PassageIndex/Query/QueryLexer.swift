// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A piece of a query between spaces, or between quotation marks.
struct QueryPiece: Sendable, Hashable {
  /// Whether it is to be left out: `-word`.
  var isExcluded = false
  /// The name before the colon, with its place.
  var field: (name: String, range: Range<Int>)?
  /// Whether it stands between quotation marks.
  var isQuoted = false
  /// Whether the closing quotation mark is there.
  var isClosed = true
  /// What it says.
  var text = ""
  /// The code points of the query that say it, without field and marks.
  var range = 0..<0
  /// All its code points.
  var whole = 0..<0

  static func == (one: QueryPiece, other: QueryPiece) -> Bool {
    one.whole == other.whole && one.text == other.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(whole) }
}

/// Divides a query into pieces; reads anything, whatever was typed or pasted.
struct QueryLexer {
  private let query: [Unicode.Scalar]
  private var index = 0

  init(_ query: String) { self.query = Array(query.unicodeScalars) }

  /// All pieces of the query.
  mutating func pieces() -> [QueryPiece] {
    var pieces: [QueryPiece] = []
    while true {
      while index < query.count, isSpace(query[index]) { index += 1 }
      guard index < query.count else { return pieces }
      pieces.append(piece())
    }
  }

  private mutating func piece() -> QueryPiece {
    var piece = QueryPiece()
    let start = index
    if isMinus(query[index]), index + 1 < query.count, !isSpace(query[index + 1]),
      !isMinus(query[index + 1])
    {
      piece.isExcluded = true
      index += 1
    }
    readField(into: &piece)
    if index < query.count, let closing = Self.closing(query[index]) {
      readQuoted(until: closing, into: &piece)
    } else {
      let first = index
      while index < query.count, !isSpace(query[index]), !Self.isQuote(query[index]) { index += 1 }
      // A mark alone, closing what nothing opened, is passed over.
      if index == first, index < query.count { index += 1 }
      piece.range = first..<index
    }
    piece.text = string(piece.range)
    piece.whole = start..<index
    return piece
  }

  /// A field is a word of lower-case letters directly before a colon with something behind it.
  private mutating func readField(into piece: inout QueryPiece) {
    var end = index
    while end < query.count, query[end].value &- 0x61 < 26 { end += 1 }
    guard end > index, end + 1 < query.count, query[end] == ":", !isSpace(query[end + 1]),
      query[end + 1] != "/"
    else { return }
    piece.field = (string(index..<end), index..<end)
    index = end + 1
  }

  private mutating func readQuoted(until closing: [Unicode.Scalar], into piece: inout QueryPiece) {
    index += 1
    let first = index
    while index < query.count, !closing.contains(query[index]) { index += 1 }
    piece.isQuoted = true
    piece.isClosed = index < query.count
    piece.range = first..<index
    if piece.isClosed { index += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: query[range])
    return String(view)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Hyphen, minus sign and dashes, as keyboards and word processors put them.
  private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "−" || scalar == "–" || scalar == "—"
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    closing(scalar) != nil || scalar == "”"
  }

  /// The marks that may close what a mark opens.
  private static func closing(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "\"": ["\"", "”"]
    case "“", "„": ["”", "“", "\""]
    case "”": ["”", "\""]
    case "«": ["»"]
    case "»": ["«"]
    default: nil
    }
  }
}
