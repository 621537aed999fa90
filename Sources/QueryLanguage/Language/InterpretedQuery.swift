// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Something about a query that was ignored, bounded or understood otherwise than typed.
package struct QueryWarning: Sendable, Hashable {
  /// A stable name for programs.
  package var code: String
  /// A sentence for a person.
  package var message: String
  /// The code points of the query that it is about.
  package var position: Range<Int>?

  /// Creates a warning.
  package init(code: String, message: String, position: Range<Int>? = nil) {
    self.code = code
    self.message = message
    self.position = position
  }
}

/// What became of the query.
package struct InterpretedQuery: Sendable, Hashable {
  /// The query as typed.
  package var text: String
  /// The query as it was searched, in the query language.
  package var interpreted: String
  /// Another spelling, if a word of the query is not in the index.
  package var suggestion: String?
  /// What was ignored or bounded.
  package var warnings: [QueryWarning]

  /// Creates the account of a query.
  package init(
    text: String,
    interpreted: String,
    suggestion: String? = nil,
    warnings: [QueryWarning] = []
  ) {
    self.text = text
    self.interpreted = interpreted
    self.suggestion = suggestion
    self.warnings = warnings
  }
}

extension String {
  /// The text with other words at some places, in code points; `nil` without any.
  package func replacing(_ corrections: [(range: Range<Int>, name: String)]) -> String? {
    guard !corrections.isEmpty else { return nil }
    var scalars = Array(unicodeScalars)
    let fromTheEnd = corrections.sorted { $0.range.lowerBound > $1.range.lowerBound }
    for (range, name) in fromTheEnd where range.upperBound <= scalars.count {
      scalars.replaceSubrange(range, with: name.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
