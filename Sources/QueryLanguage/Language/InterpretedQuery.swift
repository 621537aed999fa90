// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A note that something in a query was ignored, limited or interpreted differently from what was
/// typed.
package struct QueryWarning: Sendable, Hashable {
  /// A stable name for programs.
  package var code: String
  /// A sentence for a person.
  package var message: String
  /// The range in the query, in code points.
  package var position: Range<Int>?

  /// Creates a warning.
  package init(code: String, message: String, position: Range<Int>? = nil) {
    self.code = code
    self.message = message
    self.position = position
  }
}

/// How a query was interpreted.
package struct InterpretedQuery: Sendable, Hashable {
  /// The query as typed.
  package var text: String
  /// The query as searched, in the query language.
  package var interpreted: String
  /// The query with another spelling, if one of its words is not in the index.
  package var suggestion: String?
  /// What was ignored, limited or interpreted differently from what was typed.
  package var warnings: [QueryWarning]

  /// Creates the interpretation of a query.
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
  /// The text with replacements at some ranges, in code points; `nil` if there are none.
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
