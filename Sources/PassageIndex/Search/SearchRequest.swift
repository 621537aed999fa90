// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

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

/// What to search for, and which part of the answer is wanted.
package struct SearchRequest: Sendable, Hashable {
  /// The query as typed; may be empty if there are filters.
  package var query: String
  /// Restrictions beside those in the query; all must hold, of one field any.
  package var filters: [Filter]
  /// How many passages to leave out at the beginning.
  package var offset: Int
  /// How many passages to return at most.
  package var limit: Int
  /// The names of the fields whose values are to be counted.
  package var facets: [String]
  /// Whether to return only the best passage of each work.
  package var groupByWork: Bool
  /// The length of a snippet, in code points.
  package var snippetLength: Int

  /// Creates a request.
  package init(
    _ query: String,
    filters: [Filter] = [],
    offset: Int = 0,
    limit: Int = 10,
    facets: [String] = [],
    groupByWork: Bool = false,
    snippetLength: Int = 300
  ) {
    self.query = query
    self.filters = filters
    self.offset = offset
    self.limit = limit
    self.facets = facets
    self.groupByWork = groupByWork
    self.snippetLength = snippetLength
  }
}

/// The bounds within which every query is answered.
package enum SearchLimits {
  /// The longest query, in code points.
  package static let queryLength = 4_000
  /// The most terms in a query, phrases included.
  package static let terms = 128
  /// The most terms that one wildcard stands for.
  package static let expansion = 500
  /// The most passages in one answer.
  package static let limit = 100
  /// The deepest passage that can be asked for.
  package static let offset = 1_000
}
