// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI
import XapianStore

/// Makes the pages for people from the answers of the index.
struct Pages {
  let searcher: Searcher
  let deadline: Deadline
  /// How the reader asks: languages, the address of the site.
  let asker: Asker
  /// The folder of the index, for what is kept beside it.
  let index: String

  /// Answers a question for a page.
  func answer(_ target: RequestTarget, _ route: Route) throws -> Answer {
    switch route.operation {
    case .welcomePage: try welcome(target)
    case .resultsPage: try results(target)
    case .cataloguePage: try catalogue(target)
    case .workPage: try work(route.values[0], target)
    case .chapterPage: try chapter(route.values[1], ofWork: route.values[0], target)
    case .passagePage: try passage(route.id, target)
    case .citePage: try cite(route.id, target)
    case .peoplePage: try people(target)
    case .personPage: try person(route.values.joined(separator: "/"), target)
    case .comparePage: try compare(route.values, target)
    case .citedPage: try cited(target)
    case .keptPage: try kept(target)
    case .helpPage: try help(target)
    case .apiPage: try api(target)
    case .statusPage: try status(target)
    default:
      throw IndexError(.internalFault, "\(route.endpoint.path.text) is not a page.")
    }
  }

  // MARK: Parts of all pages

  /// What the links of a page carry on.
  func visit(_ request: VisitRequest, query: String = "") -> Visit {
    Self.visit(request, asker, query: query)
  }

  static func visit(_ request: VisitRequest, _ asker: Asker, query: String = "") -> Visit {
    let chosen = request.language.flatMap(Wording.named)
    return Visit(
      wording: chosen ?? Wording.accepted(asker.languages),
      chosenLanguage: chosen?.language, kept: request.kept, query: query)
  }

  /// The search field.
  static func box(
    _ query: String = "", work: String? = nil, hidden: [Visit.Parameter] = [],
    hasFocus: Bool = false
  ) -> SearchBox {
    SearchBox(
      query, longest: SearchLimits.queryLength, work: work, hidden: hidden, hasFocus: hasFocus)
  }

  /// A page with the size and the revision of the index at its foot.
  func page(
    _ frame: PageFrame, _ visit: Visit, status: HTTPResponse.Status = .ok
  ) throws -> Answer {
    var frame = frame
    let statistics = try searcher.statistics()
    frame.edition =
      visit.wording.count(.works, statistics.works) + ", \(visit.wording(.statusRevision)) "
      + statistics.revision
    return Self.page(frame, visit, status: status)
  }

  static func page(
    _ frame: PageFrame, _ visit: Visit, status: HTTPResponse.Status = .ok
  ) -> Answer {
    var answer = Answer.text(frame.html(visit).text, "text/html; charset=utf-8")
    answer.status = status
    answer.add(
      .contentSecurityPolicy,
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        + "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    answer.add(.cacheControl, "no-cache")
    answer.add(.vary, "Accept, Accept-Language, Accept-Encoding")
    // Other sites do not learn what was searched here; forms of this site send their origin.
    if let policy = HTTPField.Name("Referrer-Policy") { answer.add(policy, "same-origin") }
    return answer
  }

  /// Leads to another page that shows what was asked for (RFC 9110, 15.4.4).
  static func see(_ address: String) -> Answer {
    var answer = Answer(status: .seeOther)
    answer.add(.location, address)
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  // MARK: Problems

  /// A problem as a page for people.
  ///
  /// - Parameter answer: The same problem for programs; the page takes over its status, its
  ///   `Retry-After` and its log message.
  static func problem(
    _ error: IndexError, _ target: RequestTarget, _ asker: Asker, like answer: Answer
  ) -> Answer {
    let problem = Problem(error)
    let query = target.value("q") ?? ""
    var request = VisitRequest.blank
    request.language = target.value("lang")
    request.kept = target.parameters.filter { $0.name == "kept" }.map(\.value)
      .prefix(APILimits.kept).map(\.self)
    let visit = visit(request, asker, query: query)
    let words = visit.wording
    let title =
      answer.status == .notFound
      ? words(.notFoundTitle) : answer.status == .gone ? words(.goneTitle) : words(.problemTitle)
    let main = ProblemPage(
      title, problem.error.message, hint: problem.error.advice,
      place: caret(for: error, in: query)
    ).html
    var page = page(
      PageFrame(title, search: box(query), main: main, isListed: false), visit,
      status: answer.status)
    page.fields += answer.fields.filter { $0.name != .cacheControl }
    page.cause = answer.cause
    return page
  }

  /// A page that says that there is nothing at an address, with a link to what was meant.
  func missing(
    _ sentence: Sentence, _ visit: Visit, near: CountedLink? = nil
  ) throws -> Answer {
    let words = visit.wording
    guard asker.wantsPage else {
      throw IndexError(
        .notFound, words(sentence), hint: near.map { words(.meant, "`\($0.name)`") })
    }
    let link = near.map { CountedLink(words(.meant, $0.name), address: $0.address) }
    let main = ProblemPage(words(.notFoundTitle), words(sentence), link: link).html
    return try page(
      PageFrame(
        words(.notFoundTitle), search: Self.box(visit.query), main: main, isListed: false), visit,
      status: .notFound)
  }
}

/// How a reader asks: which languages are preferred, and by which address the site was reached.
struct Asker: Sendable, Equatable {
  /// The value of `Accept-Language`.
  var languages: String?
  /// The scheme and host of the site: `http://127.0.0.1:8017`.
  var host = "localhost"
  var isSecure = false
  /// Whether facts may be put right here.
  var mayEdit = false
  /// Whether the reader prefers a page to a problem for programs where something is wrong.
  var wantsPage = true

  /// The address of the site.
  var site: SiteAddress { SiteAddress(scheme: isSecure ? .https : .http, host: host) }
}
