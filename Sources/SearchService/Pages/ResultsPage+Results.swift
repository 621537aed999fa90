// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension ResultsPage {
  /// Creates the page of search results.
  init(_ results: SearchResults, to request: SearchRequest) {
    self.init(
      warnings: results.query.warnings.map(\.message),
      suggestion: results.query.suggestion.map { suggestion in
        var other = request
        other.query = suggestion
        other.offset = 0
        return SuggestedQuery(
          query: suggestion, address: SearchRequest.table.address(other, at: "/"))
      },
      total: results.total, isEstimate: results.totalIsEstimate, start: request.offset + 1,
      hits: results.hits.map { HitCard($0) }, pager: Pager(results, to: request))
  }
}

extension Pager {
  /// Creates the links of search results.
  fileprivate init(_ results: SearchResults, to request: SearchRequest) {
    var before = request
    before.offset = max(0, request.offset - request.limit)
    let next = SearchAnswer(results, to: request, milliseconds: 0).nextRequest
    self.init(
      previous: request.offset > 0 ? SearchRequest.table.address(before, at: "/") : nil,
      next: next.map { SearchRequest.table.address($0, at: "/") })
  }
}

extension HitCard {
  /// Creates the card of a passage found.
  fileprivate init(_ hit: Hit) {
    let passage = hit.passage
    self.init(
      address: Pages.address(ofPassage: passage.id),
      heading: briefCitation(of: passage, in: hit.work),
      section: passage.shownSection,
      snippet: hit.snippet.map { SnippetRun($0.text, isMatch: $0.match) },
      differences: (hit.quotation?.differences ?? []).map {
        PrintedDifference(found: $0.found, asked: $0.asked)
      },
      notes: passage.noteLines,
      likeAddress: "/?like=\(percentEncoded(passage.id))")
  }
}

extension PassagePage {
  /// Creates the page of a passage.
  init(_ passage: Passage, among near: [Passage], in work: Work) {
    // A note shown below its passage is not shown again as a neighbour.
    let shown = Set(passage.notes.map(\.label))
    let parts = near.filter { !shown.contains($0.label) }.map { other in
      Part(
        kind: other.kind.rawValue, isHere: other.ordinal == passage.ordinal,
        address: Pages.address(ofPassage: other.id), label: other.label, text: other.text,
        notes: other.noteLines)
    }
    self.init(
      heading: briefCitation(of: passage, in: work), section: passage.shownSection, parts: parts,
      apiAddress: "/v1" + Pages.address(ofPassage: passage.id))
  }
}

extension Passage {
  /// The headings above it, unless the reference already contains them.
  fileprivate var shownSection: [String] {
    section.count <= (pages == nil ? 1 : 0) ? [] : section
  }

  fileprivate var noteLines: [NoteLine] {
    notes.map { NoteLine(number: $0.number, text: $0.text) }
  }
}
