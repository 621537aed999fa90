// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import PassageSearch

extension PassageAnswer {
  /// Creates the answer for a passage found by a search, with the details that the request asks
  /// for.
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
  /// Converts a match of the index.
  fileprivate init(_ match: QuotationMatch) {
    self.init(
      similarity: match.similarity, range: match.range,
      differences: match.differences.map {
        Difference(asked: $0.asked, found: $0.found, position: $0.position, range: $0.range)
      })
  }
}
