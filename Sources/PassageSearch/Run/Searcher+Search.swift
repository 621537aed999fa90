// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import XapianStore

extension Searcher {
  /// Searches; the whole answer comes from one revision of the index.
  ///
  /// - Parameter deadline: When it ends with what is found by then.
  /// - Throws: `IndexError(.invalidQuery)` with the place in the query, `.invalidArgument` if more
  ///   is asked for than `SearchLimits` allow, `.notFound` if there is no passage to be like.
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

  /// The best passages of a search with their scores, as deep as is asked for.
  ///
  /// The same search as `search`, without what a page shows: for measuring.
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
  /// The query, read; every passage if there is none and others like one are wanted.
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
        "At most \(SearchLimits.limit) passages are given at once, the first of them at most the "
          + "\(SearchLimits.offset + 1)th.",
        hint: "Make the query narrower."
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
