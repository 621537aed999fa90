// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import QueryLanguage

/// The order of the results.
package enum SearchOrder: String, Sendable, Hashable, CaseIterable {
  /// The best first.
  case relevance
  /// The oldest work first; works without a year come last.
  case year
  /// The newest work first; works without a year come last.
  case newest
  /// By work, in reading order.
  case place
}

/// A query and the part of the answer that is wanted.
package struct SearchRequest: Sendable, Hashable {
  /// The query as typed; may be empty if there are filters.
  package var query: String
  /// Restrictions besides those in the query.
  ///
  /// A passage must match every filtered field; of several values for one field, any may match.
  package var filters: [Filter]
  /// The number of results to skip.
  package var offset: Int
  /// The maximum number of results.
  package var limit: Int
  /// The names of the fields whose values are counted.
  package var facets: [String]
  /// Whether to return only the best passage of each work.
  package var groupByWork: Bool
  /// The length of a snippet, in code points.
  package var snippetLength: Int
  /// The order of the results; in any order but relevance, passages must match all words.
  package var order = SearchOrder.relevance
  /// The id of a passage; finds other passages with the same distinctive words.
  package var like: String?
  /// Whether to explain what each part of the query adds to the score.
  package var explains = false
  /// The revision that answered the previous page.
  package var revision: String?

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
