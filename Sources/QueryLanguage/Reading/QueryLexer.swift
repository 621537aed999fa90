// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// The signs and names before a word or a parenthesis that belong to it.
struct QueryPrefix: Sendable, Hashable {
  /// `+`, `-` or nothing.
  enum Sign: Sendable, Hashable { case none, required, excluded }

  var sign = Sign.none
  /// The name before the colon.
  var field: String?
  /// The range of the name.
  var fieldRange = 0..<0
  /// `=word`: exactly as written.
  var isExact = false
}

/// Words between spaces or in quotation marks.
struct QueryPiece: Sendable, Hashable {
  var prefix = QueryPrefix()
  /// Whether it is in quotation marks.
  var isQuoted = false
  /// Whether there is a closing quotation mark.
  var isClosed = true
  /// The text without prefix and quotation marks.
  var text = ""
  /// The range of `text` in the query, in code points.
  var range = 0..<0
  /// The number after `~`; -1 for `~` without a number, `nil` without `~`.
  var tilde: Int?
  /// The range including prefix and quotation marks.
  var whole = 0..<0
}

/// The lexical elements of a query.
enum QueryLexeme: Sendable, Hashable {
  case piece(QueryPiece)
  case open(QueryPrefix, Range<Int>)
  case close(Range<Int>)
  case operation(QueryOperator, Range<Int>)

  /// The range in the query, in code points.
  var range: Range<Int> {
    switch self {
    case .piece(let piece): piece.whole
    case .open(_, let range), .close(let range), .operation(_, let range): range
    }
  }
}

/// Splits a query into lexemes; accepts any text.
struct QueryLexer {
  private let query: [Unicode.Scalar]
  private var index = 0

  init(_ query: String) { self.query = Array(query.unicodeScalars) }

  /// All lexemes of the query.
  mutating func lexemes() -> [QueryLexeme] {
    var lexemes: [QueryLexeme] = []
    while true {
      while index < query.count, isSpace(query[index]) { index += 1 }
      guard index < query.count else { return lexemes }
      if query[index] == ")" {
        lexemes.append(.close(index..<(index + 1)))
        index += 1
      } else {
        lexemes.append(lexeme())
      }
    }
  }

  private mutating func lexeme() -> QueryLexeme {
    let start = index
    var piece = QueryPiece()
    piece.prefix = readPrefix()
    if index < query.count, query[index] == "(" {
      index += 1
      return .open(piece.prefix, start..<index)
    }
    if index < query.count, let closing = QuotationMarks.closing(at: index, in: query) {
      index += 1
      let first = index
      index = closing.end
      piece.isQuoted = true
      piece.isClosed = closing.isClosed
      piece.range = first..<index
      if piece.isClosed { index += 1 }
      piece.tilde = readTilde()
    } else {
      let first = index
      while index < query.count, !endsPiece(at: index) { index += 1 }
      // A stray closing mark is ignored.
      if index == first, index < query.count, !"()".unicodeScalars.contains(query[index]) {
        index += 1
      }
      piece.range = first..<index
      takeTilde(of: &piece)
    }
    piece.text = string(piece.range)
    piece.whole = start..<index
    if piece.prefix == QueryPrefix(), !piece.isQuoted, piece.tilde == nil,
      let operation = QueryOperator(piece.text)
    {
      return .operation(operation, piece.whole)
    }
    return .piece(piece)
  }

  private func endsPiece(at index: Int) -> Bool {
    let scalar = query[index]
    return isSpace(scalar) || scalar == "(" || scalar == ")" || QuotationMarks.isDouble(scalar)
  }

  // MARK: Prefixes

  private mutating func readPrefix() -> QueryPrefix {
    var prefix = QueryPrefix()
    // Only at the start of a word: in `"anarcho"-capitalism` the hyphen joins.
    let mayHaveSign = index == 0 || isSpace(query[index - 1]) || query[index - 1] == "("
    if mayHaveSign, index + 1 < query.count, !isSpace(query[index + 1]) {
      let next = query[index + 1]
      if isMinus(query[index]), !isMinus(next), next != ")" {
        prefix.sign = .excluded
        index += 1
      } else if query[index] == "+", next != "+", next != ")" {
        prefix.sign = .required
        index += 1
      }
    }
    readField(into: &prefix)
    if index + 1 < query.count, query[index] == "=", !isSpace(query[index + 1]),
      query[index + 1] != "="
    {
      prefix.isExact = true
      index += 1
    }
    return prefix
  }

  /// Reads a field name: letters directly before a colon that is followed by a value.
  ///
  /// With capitals, only the name of an existing field counts, because prose contains such words
  /// too.
  private mutating func readField(into prefix: inout QueryPrefix) {
    var end = index
    while end < query.count, (query[end].value | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > index, end - index <= 32, end + 1 < query.count, query[end] == ":",
      !isSpace(query[end + 1]), query[end + 1] != "/", query[end + 1] != ")"
    else { return }
    let typed = string(index..<end)
    let name = typed.lowercased()
    guard name == typed || Schema.searchable(name) != nil else { return }
    prefix.field = name
    prefix.fieldRange = index..<end
    index = end + 1
  }

  /// Reads `~` or `~2` at the current place.
  private mutating func readTilde() -> Int? {
    guard index < query.count, query[index] == "~" else { return nil }
    index += 1
    let first = index
    while index < query.count, index - first < 4, query[index].value &- 0x30 < 10 { index += 1 }
    return Int(string(first..<index)) ?? -1
  }

  /// Removes `~` or `~2` from the end of a word.
  private func takeTilde(of piece: inout QueryPiece) {
    var end = piece.range.upperBound
    while end > piece.range.lowerBound, piece.range.upperBound - end < 4,
      query[end - 1].value &- 0x30 < 10
    {
      end -= 1
    }
    guard end - 1 > piece.range.lowerBound, query[end - 1] == "~" else { return }
    piece.tilde = Int(string(end..<piece.range.upperBound)) ?? -1
    piece.range = piece.range.lowerBound..<(end - 1)
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(query[range]))
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Hyphen, minus sign and en dash, as produced by keyboards and word processors; an em dash is
  /// punctuation of pasted text.
  private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "−" || scalar == "–" || scalar == "‐" || scalar == "‑"
  }
}
