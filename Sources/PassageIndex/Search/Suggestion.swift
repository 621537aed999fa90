// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Writes a query with the spellings that were searched instead of those typed.
enum Suggestion {
  /// The query with the corrections; `nil` without any.
  static func suggestion(
    for text: String, _ corrections: [Spelling.Correction]
  ) -> String? {
    guard !corrections.isEmpty else { return nil }
    var corrected = Array(text.unicodeScalars)
    let fromTheEnd = corrections.sorted { $0.word.range.lowerBound > $1.word.range.lowerBound }
    for correction in fromTheEnd where correction.word.range.upperBound <= corrected.count {
      corrected.replaceSubrange(correction.word.range, with: correction.spelling.unicodeScalars)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: corrected)
    return String(view)
  }
}

extension ParsedQuery {
  /// What the answer says of the query: as typed, as searched, and with what was corrected.
  func account(
    of text: String, _ corrections: [Spelling.Correction], warnings: [QueryWarning]
  ) -> InterpretedQuery {
    InterpretedQuery(
      text: text, interpreted: interpreted,
      suggestion: Suggestion.suggestion(for: text, corrections) ?? correctedFields,
      warnings: warnings)
  }
}
