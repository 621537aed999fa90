// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI
import XapianStore

/// The pages for people, based on the answers of the index.
enum Pages {
  /// The number of passages shown on each side of the requested one.
  private static let reach = 2

  /// Answers `/?q=…`.
  static func search(
    _ target: RequestTarget, _ searcher: Searcher, _ deadline: Deadline
  ) throws -> Answer {
    let text = target.value("q") ?? ""
    guard !target.parameters.isEmpty else { return welcome(try searcher.statistics()) }
    let request = try SearchRequest.table.request(target.parameters)
    let results = try searcher.search(request, until: deadline)
    return page(
      PageFrame(text, search: box(text), main: ResultsPage(results, to: request).html))
  }

  /// Answers `/passages/{work}/{label}`.
  static func passage(_ id: String, _ searcher: Searcher) throws -> Answer {
    switch try searcher.resolve(id) {
    case .exact(let passage, let work):
      let around = max(0, passage.ordinal - reach)..<(passage.ordinal + reach + 1)
      let near = try searcher.passages(ofWork: work.id, ordinals: around)
      return page(
        PageFrame(
          work.displayTitle, search: box(),
          main: PassagePage(passage, among: near, in: work).html))
    case .moved(let passage, _, _): return .moved(to: address(ofPassage: passage.id))
    case .gone(let work, let label):
      let main = MissingPassagePage.gone(label: label, title: work.displayTitle)
      return page(PageFrame("Gone", search: box(), main: main), status: .gone)
    case .unknown:
      let near = try searcher.nearestPassage(to: id, comparing: ServiceLimits.worksCompared)
      let main = MissingPassagePage.unknown(near: near.map { ($0, address(ofPassage: $0)) })
      return page(PageFrame("Not found", search: box(), main: main), status: .notFound)
    }
  }

  /// The first page; `nil` if there is no index.
  static func welcome(_ statistics: IndexStatistics?) -> Answer {
    let counts = statistics.map {
      WelcomePage.Counts(works: $0.works, passages: $0.passages, words: $0.words)
    }
    return page(PageFrame(search: box(), main: WelcomePage(counts).html))
  }

  /// A problem as a page for people.
  ///
  /// - Parameter answer: The same problem for programs; the page takes over its status, its
  ///   `Retry-After` and its log message.
  static func problem(_ error: IndexError, query: String, like answer: Answer) -> Answer {
    let problem = Problem(error)
    let main = ProblemPage(
      problem.error.message, hint: problem.error.advice, place: caret(for: error, in: query)
    ).html
    var page = page(PageFrame(search: box(query), main: main), status: answer.status)
    page.fields += answer.fields
    page.cause = answer.cause
    return page
  }

  /// The address of the page of a passage.
  static func address(ofPassage id: String) -> String {
    "/passages/"
      + id.split(separator: "/").map { percentEncoded(String($0)) }.joined(separator: "/")
  }

  private static func box(_ query: String = "") -> SearchBox {
    let parameter = SearchRequest.table["q"]
    return SearchBox(name: parameter.name, query: query, longest: parameter.length ?? 0)
  }

  private static func page(_ frame: PageFrame, status: HTTPResponse.Status = .ok) -> Answer {
    var answer = Answer.text(frame.html.text, "text/html; charset=utf-8")
    answer.status = status
    answer.add(
      .contentSecurityPolicy,
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'")
    answer.add(.cacheControl, "no-cache")
    return answer
  }
}
