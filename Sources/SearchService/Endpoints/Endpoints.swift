// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import IndexSchema
import PassageSearch
import SearchAPI
import XapianStore

/// Answers requests from one open index, one at a time, either in a worker process or in the
/// daemon's own.
///
/// Not `Sendable`, like `Searcher`.
final class Endpoints {
  let path: String
  private var opened: Searcher?

  /// Prepares to answer from the index in a folder, which is opened on first use.
  init(path: String) { self.path = path }

  /// Answers a question.
  ///
  /// The time to open a newly published index is not counted against the question.
  ///
  /// - Parameter stopDescriptor: A file descriptor that ends the search as soon as it is readable.
  func reply(to question: Question, stopDescriptor: Int32 = -1) -> Reply {
    guard let target = RequestTarget(question.target), let route = Route(target.path) else {
      return Reply(
        answer: .problem(IndexError(.notFound, "There is nothing at this address.")),
        generation: opened?.generation)
    }
    do {
      let searcher = try opened ?? Searcher(path: path)
      opened = searcher
      try searcher.prepare()
      let deadline = Deadline(
        .microseconds(question.microseconds), stopDescriptor: stopDescriptor)
      var answer = try answer(question, target, route, searcher, deadline)
      answer.isCut = deadline.hasCut
      return Reply(
        answer: question.isTrial && deadline.hasCut ? nil : answer,
        generation: searcher.generation)
    } catch let error as IndexError {
      return Reply(
        answer: Self.problem(
          error, target, route, question.asker, isOpen: opened != nil),
        generation: opened?.generation)
    } catch {
      let fault = IndexError(
        .internalFault, "The request could not be answered.", underlying: "\(error)")
      return Reply(
        answer: Self.problem(
          fault, target, route, question.asker, isOpen: opened != nil),
        generation: opened?.generation)
    }
  }

  private static func problem(
    _ error: IndexError, _ target: RequestTarget, _ route: Route, _ asker: Asker, isOpen: Bool
  ) -> Answer {
    switch route.operation {
    // Every error means not ready.
    case .ready where error.code != .invalidArgument: return .problem(error, status: 503)
    case .welcomePage where error.code == .notFound && !isOpen: return Pages.noIndex(asker)
    case let operation where operation.isPage:
      // Without an index nothing is missing at this address: the library is.
      let status = isOpen || error.code != .notFound ? nil : 503
      let problem = Answer.problem(error, status: status)
      return asker.wantsPage ? Pages.problem(error, target, asker, like: problem) : problem
    default: return .problem(error)
    }
  }

  /// Answers a question, unless the client already has the answer (RFC 9110, 13.1.2).
  private func answer(
    _ question: Question, _ target: RequestTarget, _ route: Route, _ searcher: Searcher,
    _ deadline: Deadline
  ) throws -> Answer {
    guard case .byRevision = route.endpoint.caching else {
      return try answer(target, route, question.asker, searcher, deadline)
    }
    let condition = IfNoneMatch(question.ifNoneMatch)
    let tag = entityTag(
      revision: try searcher.revision(), question: question.target, asker: question.asker,
      isPage: route.isPage)
    // Only successful answers have a tag, so a matching one need not be computed again.
    if condition.names(tag) { return .notModified(tag) }
    var answer = try answer(target, route, question.asker, searcher, deadline)
    guard answer.status == .ok, !answer.isCut else { return answer }
    if condition.isAny { return .notModified(tag) }
    answer.add(.eTag, tag)
    return answer
  }

  private func answer(
    _ target: RequestTarget, _ route: Route, _ asker: Asker, _ searcher: Searcher,
    _ deadline: Deadline
  ) throws -> Answer {
    let pages = Pages(searcher: searcher, deadline: deadline, asker: asker, index: path)
    if route.operation == .editPage { return try pages.editedWork(route.id, target) }
    if route.isPage { return try pages.answer(target, route) }
    return switch route.operation {
    case .ready: try ready(target, searcher)
    case .search: try search(target, searcher, deadline)
    case .concordance: try concordance(target, searcher, deadline)
    case .passages: try passages(target, searcher)
    case .passage: try passage(route.id, target, searcher)
    case .cite: try cite(route.id, target, searcher)
    case .works: try works(target, searcher)
    case .work: try work(route.id, target, searcher)
    case .workPassages: try passages(ofWork: route.id, target, searcher)
    case .contents: try contents(route.id, target, searcher)
    case .chapter: try chapter(route.values[1], ofWork: route.values[0], target, searcher)
    case .people: try people(target, searcher)
    case .person: try person(route.id, target, searcher, deadline)
    case .kept: try pages.kept(target, isFile: true)
    case .suggest: try suggest(target, searcher)
    case .openSearchSuggestions: try pages.suggestions(target)
    case .opds: try pages.opds(route.values.first, target)
    case .sitemap: try sitemap(route, target, pages)
    default:
      throw IndexError(
        .internalFault, "\(route.endpoint.path.text) is not answered from the index.")
    }
  }

  private func sitemap(_ route: Route, _ target: RequestTarget, _ pages: Pages) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    guard let part = route.values.first else { return try pages.sitemap(nil) }
    return try pages.sitemap(Int(part) ?? 0)
  }

  private func ready(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    return .text("ready \(try searcher.revision())\n", "text/plain; charset=utf-8")
  }
}
