// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

extension QueryParser {
  /// The field of a filter specified besides the query.
  func field(_ name: String) throws(IndexError) -> Field {
    if let field = Schema.searchable(name) { return field }
    let names = Schema.fields.filter(\.isSearchable).map(\.name)
    let guess = Schema.nearestSearchable(to: name).map { "Did you mean `\($0):`? " } ?? ""
    throw IndexError(
      .invalidQuery,
      "There is no field “\(name)”.",
      hint: guess + "The fields are \(names.joined(separator: ", "))."
    )
  }

  /// The value of a field given by a part of the query.
  mutating func filterValue(
    of field: Field, _ piece: QueryPiece
  ) throws(IndexError) -> FilterValue {
    if let tilde = piece.tilde, !piece.isQuoted, field.kind == .words || field.kind == .names {
      let tokens = words.tokens(in: piece.text, at: piece.range.lowerBound)
      if tokens.count == 1, tilde != 0 {
        return .fuzzy(fuzzy(tokens[0], tilde, piece.whole))
      }
    }
    if piece.tilde != nil { notes.ignoredTilde(piece.whole) }
    return try filterValue(
      of: field, piece.text, at: piece.range.lowerBound,
      isQuoted: piece.isQuoted || piece.prefix.isExact,
      position: piece.range.isEmpty ? piece.whole : piece.range)
  }

  /// The value of a field given by a text.
  ///
  /// - Throws: `IndexError(.invalidQuery)` if the value is invalid for the field.
  mutating func filterValue(
    of field: Field, _ text: String, at start: Int, isQuoted: Bool, position: Range<Int>?
  ) throws(IndexError) -> FilterValue {
    let end = position?.upperBound ?? start
    switch field.kind {
    case .exact:
      let value = text.lowercased()
      guard !value.isEmpty, value.utf8.count <= 200 else {
        throw noValue(text, field, "is not a value of", position)
      }
      if !isQuoted, value.contains("*") {
        let pattern = Pattern(text: value, range: start..<max(start, end))
        if pattern.letterCount > 0 { return .pattern(pattern) }
      }
      return .value(value)
    case .number:
      guard let range = field == Schema.decade ? decade(text) : NumberRange.parse(text) else {
        throw noValue(text, field, "is not a number or range for", position)
      }
      return .numbers(range)
    case .text, .words, .names:
      if !isQuoted, text.contains("*") || text.contains("?") {
        let piece = QueryPiece(text: text, range: start..<(start + text.unicodeScalars.count))
        let read = words.read(piece).words
        if read.count == 1, case .pattern(let pattern) = read[0].form,
          pattern.letterCount >= SearchLimits.patternLetters
        {
          return .pattern(pattern)
        }
        if text.contains("*") { notes.ignoredWildcard(start..<max(start, end)) }
      }
      let tokens = words.tokens(in: text, at: start)
      guard !tokens.isEmpty, tokens.count <= SearchLimits.terms else {
        throw noValue(text, field, "contains no word to search in", position)
      }
      return .words(tokens, isExact: isQuoted)
    }
  }

  private func noValue(
    _ text: String, _ field: Field, _ reason: String, _ position: Range<Int>?
  ) -> IndexError {
    let also =
      field == Schema.year ? ", year:1917.. or year:..1921" : ""
    return IndexError(
      .invalidQuery,
      "“\(text.prefix(40))” \(reason) `\(field.name)`.",
      hint: "For example: \(field.example)\(also)",
      position: position
    )
  }

  /// The years of a decade, `1910` or `1910s`.
  private func decade(_ text: String) -> ClosedRange<Int>? {
    let digits = text.hasSuffix("s") ? String(text.dropLast()) : text
    guard let range = NumberRange.parse(digits) else { return nil }
    let lower = range.lowerBound - ((range.lowerBound % 10) + 10) % 10
    let upper = range.upperBound - ((range.upperBound % 10) + 10) % 10
    return max(lower, NumberRange.bounds.lowerBound)...min(upper + 9, NumberRange.bounds.upperBound)
  }
}
