// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import PassageSearch

extension PassageAnswer {
  /// A passage that answers a search, with as much as the request asked for.
  package init(_ hit: Hit, in request: SearchRequest) {
    self.init(
      hit.passage, of: hit.work,
      found: FoundPassage(
        score: hit.score,
        highlights: hit.highlights,
        snippet: hit.snippet.map { SnippetPiece(text: $0.text, match: $0.match) },
        others: request.groupByWork ? hit.others : nil,
        match: hit.quotation.map(QuotedMatch.init),
        explanation: request.explains
          ? hit.explanation.map { ScoreShare(part: $0.part, weight: $0.weight) } : nil))
  }
}

extension QuotedMatch {
  /// A match as the index found it.
  fileprivate init(_ match: QuotationMatch) {
    self.init(
      similarity: match.similarity, range: match.range,
      differences: match.differences.map {
        Difference(asked: $0.asked, found: $0.found, position: $0.position, range: $0.range)
      })
  }
}
