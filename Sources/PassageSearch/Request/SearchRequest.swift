// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import QueryLanguage

/// By what passages are put in order.
package enum SearchOrder: String, Sendable, Hashable, CaseIterable {
  /// The best first.
  case relevance
  /// The oldest work first, those of unknown year last.
  case year
  /// The newest work first, those of unknown year last.
  case newest
  /// Work by work, in reading order.
  case place
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
  /// By what the passages are put in order; by other than relevance, they must have all words.
  package var order = SearchOrder.relevance
  /// The id of a passage: others that share its telling words are wanted.
  package var like: String?
  /// Whether to say what each part of the query adds to a passage's score.
  package var explains = false
  /// The revision that answered the page before.
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
