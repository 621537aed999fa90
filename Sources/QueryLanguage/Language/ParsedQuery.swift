// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A parsed query.
package struct ParsedQuery: Sendable, Hashable {
  /// What is searched for.
  package var root: QueryNode
  /// Restrictions specified besides the query; a passage must satisfy all of them.
  package var restrictions: [QueryNode] = []
  /// What was ignored or interpreted differently from what was typed.
  package var warnings: [QueryWarning] = []
  /// The query as interpreted, in the query language.
  package var interpreted = ""
  /// The query with corrected field names; `nil` if all fields are known.
  package var correctedFields: String?

  /// Parses a query together with the filters specified besides it.
  ///
  /// - Throws: `IndexError(.invalidQuery)` with the place, if there is nothing to search for.
  package init(_ text: String, filters: [Filter] = []) throws(IndexError) {
    var parser = QueryParser()
    self = try parser.parse(text, filters: filters)
  }

  /// Creates a parsed query.
  package init(
    root: QueryNode, restrictions: [QueryNode] = [], warnings: [QueryWarning] = [],
    interpreted: String = "", correctedFields: String? = nil
  ) {
    self.root = root
    self.restrictions = restrictions
    self.warnings = warnings
    self.interpreted = interpreted
    self.correctedFields = correctedFields
  }

  /// The words that are checked for spelling.
  package var words: [Token] { root.plainWords.map(\.token) }
}

/// A restriction to a value of a field, given by an option or a parameter.
package struct Filter: Sendable, Hashable {
  /// The name of the field in `Schema`.
  package var field: String
  /// The value as typed: `wetzel`, `Tom Wetzel`, `1917..1921`.
  package var value: String

  /// Creates a filter.
  package init(field: String, value: String) {
    self.field = field
    self.value = value
  }
}
