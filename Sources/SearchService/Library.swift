// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import PassageIndex
import SearchAPI

/// Answers the questions of the API from the index.
struct Library: Sendable {
  let pool: SearcherPool

  /// Answers `/v1/search`.
  func search(_ target: RequestTarget, ifNoneMatch: String?) async throws -> Answer {
    let request = try SearchRequest(parameters: target.parameters)
    let start = ContinuousClock.now
    return try await pool.withSearcher { searcher in
      if let ifNoneMatch {
        let tag = entityTag(revision: try searcher.revision(), question: target.raw)
        if ifNoneMatch.contains(tag) {
          return Answer(status: .notModified, fields: [(.eTag, tag)])
        }
      }
      let results = try searcher.search(request)
      let took = (ContinuousClock.now - start) / .milliseconds(1)
      return .json(
        searchJSON(results, request: request, tookMilliseconds: took),
        etag: entityTag(revision: results.revision, question: target.raw)
      )
    }
  }

  /// Answers `/v1/concordance`.
  func concordance(_ target: RequestTarget) async throws -> Answer {
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
    return try await pool.withSearcher { searcher in
      let found = try searcher.concordance(request, order: order, context: context)
      let end = request.offset + found.lines.count
      let isMore = end < found.total && !found.lines.isEmpty && end <= SearchLimits.offset
      let path = searchPath(request, offset: end, base: "/v1/concordance")
      let next = isMore ? "\(path)&sort=\(sort)&context=\(context)" : nil
      let took = (ContinuousClock.now - start) / .milliseconds(1)
      return .json(concordanceJSON(found, next: next, tookMilliseconds: took))
    }
  }

  /// Answers `/v1/passages?id=…`.
  func passages(_ target: RequestTarget) async throws -> Answer {
    try target.allow(["id"])
    let ids = target.parameters.map(\.value)
    guard (1...ServiceLimits.ids).contains(ids.count),
      ids.allSatisfy({ (1...ServiceLimits.id).contains($0.unicodeScalars.count) })
    else {
      throw IndexError(
        .invalidArgument,
        "\(ids.count) ids are named.",
        hint: "Name 1 to \(ServiceLimits.ids) passages by `id`."
      )
    }
    return try await pool.withSearcher { searcher in
      var found: [(Passage, Work)] = []
      var missing: [String] = []
      for id in ids {
        switch try searcher.resolve(id) {
        case .exact(let passage, let work), .moved(let passage, let work, _):
          found.append((passage, work))
        case .gone, .unknown: missing.append(id)
        }
      }
      return .json(passagesJSON(found, missing: missing))
    }
  }

  /// Answers `/v1/passages/{id}`.
  func passage(_ id: String, _ target: RequestTarget) async throws -> Answer {
    try target.allow([])
    return try await pool.withSearcher { searcher in
      try resolved(id, at: "/v1/passages/", searcher) { passage, work in
        .json(passageJSON(passage, of: work, place: try searcher.place(of: passage, in: work)))
      }
    }
  }

  /// Answers `/v1/cite/{id}`.
  func cite(_ id: String, _ target: RequestTarget) async throws -> Answer {
    try target.allow(["style", "quotation"])
    let name = target.value("style") ?? CitationStyle.chicago.rawValue
    guard let style = CitationStyle(rawValue: name) else {
      let styles = CitationStyle.allCases.map(\.rawValue).joined(separator: ", ")
      throw IndexError(
        .invalidArgument,
        "There is no style “\(name.prefix(40))”.",
        hint: "The styles are \(styles)."
      )
    }
    let quotation = try target.value("quotation").map {
      try SearchAPI.number($0, "quotation", 1...1_000)
    }
    return try await pool.withSearcher { searcher in
      try resolved(id, at: "/v1/cite/", query: target.query, searcher) { passage, work in
        .json(
          try searcher.reference(to: passage, in: work, quotation: quotation, style: style).json)
      }
    }
  }

  /// Answers `/v1/works`.
  func works(_ target: RequestTarget) async throws -> Answer {
    try target.allow(["limit", "after"])
    let limit = try target.number("limit", 1...100, default: 50)
    let after = target.value("after")
    if let after, after.unicodeScalars.count > 200 {
      throw IndexError(.invalidArgument, "`after` is longer than any id.")
    }
    return try await pool.withSearcher { searcher in
      let works = try searcher.works(after: after, limit: limit + 1)
      let page = Array(works.prefix(limit))
      let next =
        works.count > limit
        ? page.last.map {
          "/v1/works?limit=\(limit)&after=\(percentEncoded($0.id))"
        } : nil
      return .json(worksJSON(page, next: next))
    }
  }

  /// Answers `/v1/works/{id}`.
  func work(_ id: String, _ target: RequestTarget) async throws -> Answer {
    try target.allow([])
    return try await pool.withSearcher { .json(workJSON(try known(id, $0))) }
  }

  /// Answers `/v1/works/{id}/passages`.
  func passages(ofWork id: String, _ target: RequestTarget) async throws -> Answer {
    try target.allow(["limit", "offset"])
    let limit = try target.number("limit", 1...100, default: 50)
    let offset = try target.number("offset", 0...10_000_000, default: 0)
    return try await pool.withSearcher { searcher in
      let work = try known(id, searcher)
      let end = min(offset + limit, work.passageCount)
      let passages = try searcher.passages(ofWork: id, ordinals: offset..<max(offset, end))
      let next =
        end < work.passageCount
        ? "/v1/works/\(percentEncoded(id))/passages?limit=\(limit)&offset=\(end)" : nil
      return .json(workPassagesJSON(passages.map { ($0, work) }, next: next))
    }
  }

  /// Answers `/v1/suggest`.
  func suggest(_ target: RequestTarget) async throws -> Answer {
    try target.allow(["q", "limit"])
    let limit = try target.number("limit", 1...50, default: 10)
    guard let text = target.value("q"), text.unicodeScalars.count <= 200 else {
      throw IndexError(
        .invalidArgument,
        "`q` is not given, or longer than 200 characters.",
        hint: "Give what has been typed as `q`."
      )
    }
    return try await pool.withSearcher {
      .json(suggestionsJSON(query: text, suggestions: try $0.completions(of: text, limit: limit)))
    }
  }

  private func known(_ id: String, _ searcher: Searcher) throws(IndexError) -> Work {
    if let work = try searcher.work(id) { return work }
    throw IndexError(
      .notFound,
      "There is no work “\(id.prefix(100))”.",
      hint: "`/v1/works` lists the works."
    )
  }
}

/// The answer about a passage, wherever its words now stand.
private func resolved(
  _ id: String,
  at base: String,
  query: String = "",
  _ searcher: Searcher,
  _ answer: (Passage, Work) throws -> Answer
) throws -> Answer {
  switch try searcher.resolve(id) {
  case .exact(let passage, let work): return try answer(passage, work)
  case .moved(let passage, _, _):
    let path = passage.id.split(separator: "/").map { percentEncoded(String($0)) }
    return Answer(
      status: .permanentRedirect,
      fields: [(.location, base + path.joined(separator: "/") + query)]
    )
  case .gone(let work, let label):
    return .problem(
      IndexError(
        .notFound,
        "The words of \(label) are no longer in “\(work.displayTitle)”.",
        hint: "`/v1/works/\(work.id)/passages` lists what the work has."
      ),
      status: 410
    )
  case .unknown:
    throw IndexError(
      .notFound,
      "There is no passage “\(id.prefix(140))”.",
      hint: "An id is a work and a label: `work/p31`."
    )
  }
}

extension RequestTarget {
  /// Refuses parameters that nobody knows.
  func allow(_ names: [String]) throws(IndexError) {
    for (name, _) in parameters where !names.contains(name) {
      throw unknownParameter(name, known: names)
    }
  }

  /// A number, or what stands for none.
  func number(
    _ name: String,
    _ bounds: ClosedRange<Int>,
    default fallback: Int
  ) throws(IndexError) -> Int {
    try value(name).map { (value) throws(IndexError) in try SearchAPI.number(value, name, bounds) }
      ?? fallback
  }
}
