// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import PassageSearch
import QueryLanguage
import SearchAPI
import XapianStore

extension Endpoints {
  /// Answers `/v1/search`.
  func search(
    _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let request = try SearchRequest.table.request(target.parameters)
    let start = ContinuousClock.now
    let results = try searcher.search(request, until: deadline)
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    return .json(
      SearchAnswer(results, to: request, milliseconds: took), isCut: results.isCut)
  }

  /// Answers `/v1/concordance`.
  func concordance(
    _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let request = try ConcordanceRequest.table.request(target.parameters)
    let start = ContinuousClock.now
    let found = try searcher.concordance(
      request.search, order: request.order, context: request.context, until: deadline)
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    return .json(
      ConcordanceAnswer(found, to: request, milliseconds: took), isCut: found.isCut)
  }

  /// Answers `/v1/suggest`.
  func suggest(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    let request = try SuggestRequest.table.request(target.parameters)
    let text = request.text ?? ""
    return .json(Suggestions(to: text, try searcher.completions(of: text, limit: request.limit)))
  }
}
