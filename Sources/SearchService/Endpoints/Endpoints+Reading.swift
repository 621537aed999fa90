// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import SearchAPI
import Citation

extension Endpoints {
  /// Answers `/v1/passages?id=…`.
  func passages(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
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

  /// Answers `/v1/passages/{id}`.
  func passage(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    try target.allow([])
    return try resolved(id, at: "/v1/passages/", searcher) { passage, work in
      .json(passageJSON(passage, of: work, place: try searcher.place(of: passage, in: work)))
    }
  }

  /// Answers `/v1/cite/{id}`.
  func cite(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    try target.allow(["style", "quotation"])
    let name = target.value("style") ?? CitationStyle.all[0].name
    guard let style = CitationStyle(named: name) else {
      let styles = CitationStyle.all.map(\.name).joined(separator: ", ")
      throw IndexError(
        .invalidArgument,
        "There is no style “\(name.prefix(40))”.",
        hint: "The styles are \(styles)."
      )
    }
    let quotation = try target.value("quotation").map {
      try SearchAPI.number($0, "quotation", 1...1_000)
    }
    return try resolved(id, at: "/v1/cite/", query: target.query, searcher) { passage, work in
      .json(
        try searcher.reference(to: passage, in: work, quotation: quotation, style: style).json)
    }
  }

  /// Answers `/v1/works`.
  func works(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    try target.allow(["limit", "after"])
    let limit = try target.number("limit", 1...100, default: 50)
    let after = target.value("after")
    if let after, after.unicodeScalars.count > 200 {
      throw IndexError(.invalidArgument, "`after` is longer than any id.")
    }
    let works = try searcher.works(after: after, limit: limit + 1)
    let page = Array(works.prefix(limit))
    let next =
      works.count > limit
      ? page.last.map {
        "/v1/works?limit=\(limit)&after=\(percentEncoded($0.id))"
      } : nil
    return .json(worksJSON(page, next: next))
  }

  /// Answers `/v1/works/{id}`.
  func work(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    try target.allow([])
    return .json(workJSON(try known(id, searcher)))
  }

  /// Answers `/v1/works/{id}/passages`.
  func passages(
    ofWork id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    try target.allow(["limit", "offset"])
    let limit = try target.number("limit", 1...100, default: 50)
    let offset = try target.number("offset", 0...10_000_000, default: 0)
    let work = try known(id, searcher)
    let end = min(offset + limit, work.passageCount)
    let passages = try searcher.passages(ofWork: id, ordinals: offset..<max(offset, end))
    let next =
      end < work.passageCount
      ? "/v1/works/\(percentEncoded(id))/passages?limit=\(limit)&offset=\(end)" : nil
    return .json(workPassagesJSON(passages.map { ($0, work) }, next: next))
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
    var answer = Answer(status: .permanentRedirect)
    answer.add(.location, base + path.joined(separator: "/") + query)
    return answer
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
