// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import XapianStore

/// Where a query matches in a work, and what it marks in a part of it.
package struct WorkMatches: Sendable {
  /// A matching passage.
  package struct Place: Sendable, Hashable {
    /// Its position among the passages of the work.
    package var ordinal: Int
    /// Its label.
    package var label: String
  }

  /// The matching passages in reading order, the first few hundred.
  package var places: [Place] = []
  /// The number of matching passages.
  package var total = 0
  /// The ranges to mark in passages, by label.
  package var marks: [String: [Range<Int>]] = [:]

  /// No matches.
  package init() {}
}

extension Searcher {
  /// The largest number of matches in a work that one can step through.
  private static let mostPlaces = 300
  /// How many of the best passages are stepped through if none has all words.
  private static let fewPlaces = 30

  /// The passages of a work that match all parts of a query, or if none does, the best of those
  /// that match any; and what to mark in some of its passages.
  ///
  /// - Parameter passages: The passages in which matches are marked.
  /// - Throws: The same errors as `search`.
  package func matches(
    of request: SearchRequest, inWork id: String, marking passages: [Passage],
    until deadline: Deadline = .none
  ) throws(IndexError) -> WorkMatches {
    var request = request
    request.filters = [Filter(field: Schema.work.name, value: id)]
    request.order = .place
    request.offset = 0
    request.limit = Self.mostPlaces
    let query = try request.parsed()
    return try answer { (context) throws(IndexError) in
      var matches = WorkMatches()
      var search = Search(
        request: request, context: context, ranking: ranking, deadline: deadline)
      var (plan, found) = try search.places(query)
      if found.candidates.isEmpty {
        request.order = .relevance
        request.limit = Self.fewPlaces
        search = Search(request: request, context: context, ranking: ranking, deadline: deadline)
        (plan, found) = try search.places(query)
      }
      matches.total = found.total.estimate
      let stored = try context.snapshot.passages(
        found.candidates.map(\.key), withSequences: false)
      matches.places = stored.map {
        WorkMatches.Place(ordinal: $0.passage.ordinal, label: $0.passage.label)
      }.sorted { $0.ordinal < $1.ordinal }
      if request.order == .relevance { matches.total = matches.places.count }
      var highlighter = Highlighter(plan.marks, context)
      for passage in passages {
        if deadline.cuts() { break }
        let marks = try highlighter.highlights(in: passage).merged
        if !marks.isEmpty { matches.marks[passage.label] = marks }
      }
      return matches
    }
  }
}
