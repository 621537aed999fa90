// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore
import PassageSearch
import SearchAPI

extension Endpoints {
  /// Answers `/v1/search`.
  func search(
    _ target: RequestTarget, _ ifNoneMatch: String?, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let request = try SearchRequest(parameters: target.parameters)
    let start = ContinuousClock.now
    let tag = entityTag(revision: try searcher.revision(), question: target.raw)
    if isNamed(tag, byIfNoneMatch: ifNoneMatch) { return .notModified(tag) }
    let results = try searcher.search(request, until: deadline)
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    return .json(
      searchJSON(results, request: request, tookMilliseconds: took),
      etag: entityTag(revision: results.revision, question: target.raw),
      isCut: results.isCut
    )
  }

  /// Answers `/v1/concordance`.
  func concordance(
    _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    var parameters = target.parameters
    func take(_ name: String) -> String? {
      defer { parameters.removeAll { $0.name == name } }
      return parameters.first { $0.name == name }?.value
    }
    let sort = take("sort") ?? ConcordanceOrder.right.rawValue
    let context = try target.number("context", 0...400, default: 40)
    _ = take("context")
    guard let order = ConcordanceOrder(rawValue: sort) else {
      throw notOneOf(sort, "sort", ConcordanceOrder.allCases.map(\.rawValue))
    }
    for (name, _) in parameters where !(["q", "limit", "offset"] + filterFields).contains(name) {
      throw unknownParameter(
        name, known: ["q", "sort", "context", "limit", "offset"] + filterFields)
    }
    let request = try SearchRequest(parameters: parameters)
    let start = ContinuousClock.now
    let found = try searcher.concordance(
      request, order: order, context: context, until: deadline)
    let end = request.offset + found.lines.count
    let isMore = end < found.total && !found.lines.isEmpty && end <= SearchLimits.offset
    let path = searchPath(request, offset: end, base: "/v1/concordance")
    let next = isMore ? "\(path)&sort=\(sort)&context=\(context)" : nil
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    return .json(
      concordanceJSON(found, next: next, tookMilliseconds: took), etag: nil, isCut: found.isCut)
  }

  /// Answers `/v1/suggest`.
  func suggest(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    try target.allow(["q", "limit"])
    let limit = try target.number("limit", 1...50, default: 10)
    guard let text = target.value("q"), text.unicodeScalars.count <= 200 else {
      throw IndexError(
        .invalidArgument,
        "`q` is not given, or longer than 200 characters.",
        hint: "Give what has been typed as `q`."
      )
    }
    let suggestions = try searcher.completions(of: text, limit: limit)
    return .json(suggestionsJSON(query: text, suggestions: suggestions))
  }
}
