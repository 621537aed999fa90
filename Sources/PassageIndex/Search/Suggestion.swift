// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Writes a query with the spellings that were searched instead of those typed.
enum Suggestion {
  /// The query with other words at some places; `nil` without any.
  static func corrected(
    _ text: String, _ corrections: [(range: Range<Int>, name: String)]
  ) -> String? {
    guard !corrections.isEmpty else { return nil }
    var scalars = Array(text.unicodeScalars)
    let fromTheEnd = corrections.sorted { $0.range.lowerBound > $1.range.lowerBound }
    for (range, name) in fromTheEnd where range.upperBound <= scalars.count {
      scalars.replaceSubrange(range, with: name.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension ParsedQuery {
  /// What the answer says of the query: as typed, as searched, and with what was corrected.
  func account(
    of text: String, _ corrections: [Spelling.Correction], warnings: [QueryWarning]
  ) -> InterpretedQuery {
    InterpretedQuery(
      text: text, interpreted: interpreted,
      suggestion: Suggestion.corrected(text, corrections.map { ($0.word.range, $0.spelling) })
        ?? correctedFields,
      warnings: warnings)
  }
}
