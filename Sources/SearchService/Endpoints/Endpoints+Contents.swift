// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import People
import QueryLanguage
import SearchAPI
import TextFolding
import XapianStore

extension Endpoints {
  /// Answers `/v1/works/{work}/contents`.
  func contents(
    _ id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    let work = try known(id, searcher)
    guard work.id == id, let divided = try searcher.dividedWork(id) else {
      return .moved(to: "/v1/works/\(percentEncoded(work.id))/contents")
    }
    return .json(ContentsAnswer(divided))
  }

  /// Answers `/v1/works/{work}/chapters/{chapter}`.
  func chapter(
    _ label: String, ofWork id: String, _ target: RequestTarget, _ searcher: Searcher
  ) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    let work = try known(id, searcher)
    guard work.id == id, let divided = try searcher.dividedWork(id) else {
      return .moved(
        to: "/v1/works/\(percentEncoded(work.id))/chapters/\(percentEncoded(label))")
    }
    guard let index = divided.chapters.firstIndex(where: { $0.label == label }) else {
      throw IndexError(
        .notFound, "No chapter of “\(id.prefix(100))” begins with “\(label.prefix(40))”.",
        hint: "`/v1/works/\(id)/contents` lists the chapters.")
    }
    let passages = try searcher.passages(ofWork: id, ordinals: divided.chapters[index].ordinals)
    return .json(ChapterAnswer(divided, index: index, passages: passages))
  }

  /// Answers `/v1/people/{name}`.
  func person(
    _ name: String, _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let request = try PersonRequest.table.request(target.parameters)
    guard let person = try searcher.person(named: name) else {
      let near = try searcher.nearestPerson(to: name)
      throw IndexError(
        .notFound, "Nobody in the library is called “\(name.prefix(100))”.",
        hint: near.map { "Did you mean `\($0)`?" } ?? "`/v1/people` lists the people.")
    }
    let found = try searcher.quotations(
      of: person, inWork: request.work, offset: request.offset, limit: request.limit,
      until: deadline)
    var next = request
    next.offset += request.limit
    let path = "/v1/people/\(percentEncoded(person.name))"
    let hasMore = next.offset < found.passages && next.offset <= SearchLimits.offset
    return .json(
      PersonOfLibraryAnswer(
        person, found, next: hasMore ? PersonRequest.table.address(next, at: path) : nil))
  }
}
