// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import SearchAPI
import TextFolding

extension Endpoints {
  /// Answers `/v1/passages?id=…`.
  func passages(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    let request = try PassagesRequest.table.request(target.parameters)
    var found: [PassageAnswer] = []
    var missing: [String] = []
    for id in request.ids {
      switch try searcher.resolve(id) {
      case .exact(let passage, let work), .moved(let passage, let work, _):
        found.append(PassageAnswer(passage, of: work))
      case .gone, .unknown: missing.append(id)
      }
    }
    return .json(NamedPassages(found, missing: missing))
  }

  /// Answers `/v1/passages/{work}/{label}`.
  func passage(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    return try resolved(id, at: "/v1/passages/", searcher) { passage, work in
      .json(PassageAnswer(passage, of: work, place: try searcher.place(of: passage, in: work)))
    }
  }

  /// Answers `/v1/cite/{work}/{label}`.
  func cite(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    let request = try CiteRequest.table.request(target.parameters)
    return try resolved(id, at: "/v1/cite/", query: target.query, searcher) { passage, work in
      .json(
        try searcher.reference(
          to: passage, in: work, quotation: request.quotation, style: request.style))
    }
  }

  /// Answers `/v1/works`.
  func works(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    let request = try WorksRequest.table.request(target.parameters)
    let works = try searcher.works(after: request.after, limit: request.limit + 1)
    let page = Array(works.prefix(request.limit))
    guard works.count > request.limit, let last = page.last else {
      return .json(Works(page, next: nil))
    }
    var next = request
    next.after = last.id
    return .json(Works(page, next: WorksRequest.table.address(next, at: "/v1/works")))
  }

  /// Answers `/v1/people`.
  func people(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    let request = try PeopleRequest.table.request(target.parameters)
    let people = try searcher.people(named: request.name)
    let page = Array(people.dropFirst(request.offset).prefix(request.limit))
    var next = request
    next.offset += page.count
    let hasMore = next.offset < people.count && !page.isEmpty
    return .json(
      PeopleAnswer(
        page, total: people.count,
        next: hasMore ? PeopleRequest.table.address(next, at: "/v1/people") : nil))
  }

  /// Answers `/v1/works/{work}`.
  func work(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    let work = try known(id, searcher)
    return work.id == id ? .json(work) : .moved(to: "/v1/works/\(percentEncoded(work.id))")
  }

  /// Answers `/v1/works/{work}/passages`.
  func passages(
    ofWork id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    let request = try WorkPassagesRequest.table.request(target.parameters)
    let work = try known(id, searcher)
    guard work.id == id else {
      return .moved(to: "/v1/works/\(percentEncoded(work.id))/passages\(target.query)")
    }
    let end = min(request.offset + request.limit, work.passageCount)
    let passages = try searcher.passages(
      ofWork: id, ordinals: request.offset..<max(request.offset, end))
    var next = request
    next.offset = end
    let path = "/v1/works/\(percentEncoded(id))/passages"
    return .json(
      WorkPassages(
        passages.map { PassageAnswer($0, of: work) },
        next: end < work.passageCount ? WorkPassagesRequest.table.address(next, at: path) : nil))
  }

  func known(_ id: String, _ searcher: Searcher) throws(IndexError) -> Work {
    if let work = try searcher.work(id) { return work }
    let near = try searcher.nearestWork(to: id, comparing: ServiceLimits.worksCompared)
    throw IndexError(
      .notFound, "There is no work “\(id.prefix(100))”.",
      hint: near.map { "Did you mean `\($0)`?" } ?? "`/v1/works` lists the works.")
  }
}

/// The answer for a passage, redirected if its words have moved.
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
    return .moved(to: base + path.joined(separator: "/") + query)
  case .gone(let work, let label):
    return .problem(
      IndexError(
        .notFound,
        "The words of \(label) are no longer in “\(work.displayTitle)”.",
        hint: "`/v1/works/\(work.id)/passages` lists the passages of the work."
      ),
      status: 410
    )
  case .unknown:
    let near = try searcher.nearestPassage(to: id, comparing: ServiceLimits.worksCompared)
    throw IndexError(
      .notFound, "There is no passage “\(id.prefix(140))”.",
      hint: near.map { "Did you mean `\($0)`?" }
        ?? "An id is a work id, a slash and a label: `work/p31`.")
  }
}
