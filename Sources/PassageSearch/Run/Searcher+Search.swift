// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import XapianStore

extension Searcher {
  /// Searches the index; the whole answer comes from one revision.
  ///
  /// - Parameter deadline: The time after which only the results found so far are returned.
  /// - Throws: `IndexError(.invalidQuery)` with the place in the query, `.invalidArgument` if the
  ///   request exceeds `SearchLimits`, `.notFound` if the passage to be similar to does not exist.
  package func search(
    _ request: SearchRequest, until deadline: Deadline = .none
  ) throws(IndexError) -> SearchResults {
    try request.validate()
    let query = try request.parsed()
    return try answer { (context) throws(IndexError) in
      try Search(request: request, context: context, ranking: ranking, deadline: deadline)
        .results(query)
    }
  }

  /// The `depth` best passages of a search with their scores.
  ///
  /// The same search as `search` without the presentation, for measurements.
  package func ranked(
    _ request: SearchRequest, depth: Int
  ) throws(IndexError) -> [(passage: Passage, score: Double)] {
    let query = try request.parsed()
    return try answer { (context) throws(IndexError) in
      var request = request
      request.offset = 0
      request.limit = depth
      return try Search(request: request, context: context, ranking: ranking, deadline: .none)
        .ranked(query)
    }
  }
}

extension SearchRequest {
  /// The parsed query; matches every passage if the query is empty and `like` is set.
  func parsed() throws(IndexError) -> ParsedQuery {
    if like != nil, filters.isEmpty, query.allSatisfy(\.isWhitespace) {
      return ParsedQuery(root: .everything)
    }
    return try ParsedQuery(query, filters: filters)
  }

  fileprivate func validate() throws(IndexError) {
    guard (0...SearchLimits.limit).contains(limit), (0...SearchLimits.offset).contains(offset)
    else {
      throw IndexError(
        .invalidArgument,
        "At most \(SearchLimits.limit) passages are returned at once, starting at most at the "
          + "\(SearchLimits.offset + 1)th.",
        hint: "Make the query more specific."
      )
    }
    for name in facets where Schema.fields.first(where: { $0.name == name })?.isFacet != true {
      let names = Schema.fields.filter(\.isFacet).map(\.name).joined(separator: ", ")
      throw IndexError(
        .invalidArgument,
        "There is no facet “\(name)”.",
        hint: "The facets are \(names)."
      )
    }
  }
}
