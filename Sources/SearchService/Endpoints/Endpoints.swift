// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import IndexSchema
import XapianStore
import PassageSearch
import SearchAPI

/// Answers questions from one open index, one after another: the same in a worker process and within
/// a process.
///
/// Not `Sendable`, as a `Searcher` is not.
final class Endpoints {
  let path: String
  private var opened: Searcher?

  /// Prepares to answer from the index in a folder, which is opened when first needed.
  init(path: String) { self.path = path }

  /// Answers a question.
  ///
  /// The time of a question does not count what a newly published index costs to open.
  ///
  /// - Parameter stopDescriptor: A descriptor that ends the search as soon as it can be read.
  func reply(to question: Question, stopDescriptor: Int32 = -1) -> Reply {
    do {
      guard let target = RequestTarget(question.target), let route = Route(target.path) else {
        throw IndexError(.notFound, "There is nothing at this address.")
      }
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
      return Reply(answer: Self.problem(error, question), generation: opened?.generation)
    } catch {
      let fault = IndexError(
        .internalFault, "The request could not be answered.", underlying: "\(error)")
      return Reply(answer: .problem(fault), generation: opened?.generation)
    }
  }

  private static func problem(_ error: IndexError, _ question: Question) -> Answer {
    let path = RequestTarget(question.target)?.path ?? []
    switch Route(path) {
    // Not ready, whatever the reason.
    case .ready where error.code != .invalidArgument: return .problem(error, status: 503)
    case .searchPage where error.code == .notFound && question.target == "/":
      return SearchPage.welcome(nil)
    default: return .problem(error)
    }
  }

  private func answer(
    _ question: Question, _ target: RequestTarget, _ route: Route, _ searcher: Searcher,
    _ deadline: Deadline
  ) throws -> Answer {
    switch route {
    case .searchPage: try SearchPage.search(target, searcher, deadline)
    case .passagePage(let id): try SearchPage.passage(id, searcher)
    case .ready: try ready(target, searcher)
    case .search: try search(target, question.ifNoneMatch, searcher, deadline)
    case .concordance: try concordance(target, searcher, deadline)
    case .passages: try passages(target, searcher)
    case .passage(let id): try passage(id, target, searcher)
    case .cite(let id): try cite(id, target, searcher)
    case .works: try works(target, searcher)
    case .work(let id): try work(id, target, searcher)
    case .workPassages(let id): try passages(ofWork: id, target, searcher)
    case .suggest: try suggest(target, searcher)
    case .styleSheet, .health, .metrics, .openAPI, .openSearch:
      throw IndexError(.internalFault, "\(route.name) is not a question to the index.")
    }
  }

  private func ready(_ target: RequestTarget, _ searcher: Searcher) throws -> Answer {
    try target.allow([])
    return .text("ready \(try searcher.revision())\n", "text/plain; charset=utf-8")
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
