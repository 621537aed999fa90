// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension ResultsPage {
  /// The page of an answer to a search.
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
  /// The links of an answer to a search.
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
  /// The card of a passage that answers a search.
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
  /// The page of a passage.
  init(_ passage: Passage, among near: [Passage], in work: Work) {
    // A note that is shown under its passage is not shown again beside it.
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
  /// The headings above it, where they say more than a reference does.
  fileprivate var shownSection: [String] {
    section.count <= (pages == nil ? 1 : 0) ? [] : section
  }

  fileprivate var noteLines: [NoteLine] {
    notes.map { NoteLine(number: $0.number, text: $0.text) }
  }
}
