// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A query that has been read.
package struct ParsedQuery: Sendable, Hashable {
  /// What is searched for.
  package var root: QueryNode
  /// Restrictions that came beside the query; all must hold.
  package var restrictions: [QueryNode] = []
  /// What was ignored or understood otherwise than typed.
  package var warnings: [QueryWarning] = []
  /// The query in the query language, as it was understood.
  package var interpreted = ""
  /// The query with the names of its fields corrected; `nil` if all are known.
  package var correctedFields: String?

  /// Reads a query, with the filters that came beside it.
  ///
  /// - Throws: `IndexError(.invalidQuery)` with the place, where there is nothing to search for.
  package init(_ text: String, filters: [Filter] = []) throws(IndexError) {
    var parser = QueryParser()
    self = try parser.parse(text, filters: filters)
  }

  /// Creates a query that has been understood.
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

  /// The words whose spelling may be wrong.
  package var words: [Token] { root.plainWords.map(\.token) }
}

/// A restriction of a search to one value of a field, as given by an option or a parameter.
package struct Filter: Sendable, Hashable {
  /// The name of the field, as in `Schema`.
  package var field: String
  /// The value as a person types it: `wetzel`, `Tom Wetzel`, `1917..1921`.
  package var value: String

  /// Creates a filter.
  package init(field: String, value: String) {
    self.field = field
    self.value = value
  }
}
