// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
package import Hummingbird
import Logging
package import PassageIndex
import SearchAPI

/// Sends each request to what answers it.
///
/// One responder instead of a trie of routes: ids hold slashes, and each path must say 405 and 400
/// as problems too.
package struct ServiceResponder: HTTPResponder {
  /// The context of a request.
  package typealias Context = BasicRequestContext

  private let library: Library
  private let metrics = Metrics()
  private let pool: SearcherPool

  /// Creates the responder of an index.
  package init(pool: SearcherPool) {
    self.pool = pool
    library = Library(pool: pool)
  }

  /// Answers a request; never throws.
  package func respond(to request: Request, context: Context) async throws -> Response {
    let start = ContinuousClock.now
    let inFlight = metrics.began()
    let isHead = request.method == .head
    var (route, answer) = ("refused", Answer())
    if inFlight > ServiceLimits.waiting {
      answer = .problem(
        IndexError(.unavailable, "Too many requests wait to be answered.", hint: "Ask again."),
        status: 503
      )
    } else {
      do {
        (route, answer) = try await self.answer(request)
      } catch let error as IndexError {
        answer = .problem(error)
        if error.code.httpStatus >= 500 {
          context.logger.error(
            "a request failed",
            metadata: ["code": "\(error.code.rawValue)", "cause": "\(error.underlying ?? "")"]
          )
        }
      } catch {
        context.logger.error("a request failed", metadata: ["cause": "\(error)"])
        answer = .problem(IndexError(.internalFault, "The request could not be answered."))
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    metrics.finished(route: route, status: answer.status.code, seconds: seconds)
    return answer.response(isHead: isHead)
  }

  private func answer(_ request: Request) async throws -> (String, Answer) {
    let raw = request.head.path ?? "/"
    guard raw.utf8.count <= ServiceLimits.target else {
      let error = IndexError(
        .invalidArgument,
        "The address has \(raw.utf8.count) bytes.",
        hint: "At most \(ServiceLimits.target) are read."
      )
      return ("refused", .problem(error, status: 414))
    }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > ServiceLimits.body
    {
      return (
        "refused",
        .problem(
          IndexError(.invalidArgument, "The request has a body of \(length) bytes."),
          status: 413
        )
      )
    }
    guard let target = RequestTarget(raw) else {
      throw IndexError(.invalidArgument, "The address is not percent-encoded UTF-8.")
    }
    guard let (name, handler) = route(target, request) else {
      let error = IndexError(
        .notFound,
        "There is nothing at this address.",
        hint: "`/openapi.json` lists what there is."
      )
      return ("unknown", .problem(error))
    }
    guard request.method == .get || request.method == .head else {
      var answer = Answer.problem(
        IndexError(.invalidArgument, "The method \(request.method.rawValue) is not allowed."),
        status: 405
      )
      answer.fields.append((.allow, "GET, HEAD"))
      return (name, answer)
    }
    do {
      return (name, try await handler())
    } catch let error as IndexError {
      return (name, .problem(error))
    }
  }

  private typealias Handler = () async throws -> Answer

  private func route(_ target: RequestTarget, _ request: Request) -> (String, Handler)? {
    let path = target.path
    switch path.first {
    case nil: return ("page", { try await SearchPage(pool: pool).search(target) })
    case "passages" where path.count == 3:
      return ("page", { try await SearchPage(pool: pool).passage("\(path[1])/\(path[2])") })
    case "style.css" where path.count == 1:
      return ("style", { .text(styleSheet, "text/css; charset=utf-8") })
    case "healthz" where path.count == 1:
      return ("healthz", { try plain(target) { "ok\n" } })
    case "readyz" where path.count == 1:
      return (
        "readyz",
        {
          do {
            let revision = try await pool.withSearcher { try $0.revision() }
            return try plain(target) { "ready \(revision)\n" }
          } catch let error as IndexError where error.code != .invalidArgument {
            return .problem(error, status: 503)
          }
        }
      )
    case "metrics" where path.count == 1:
      return (
        "metrics",
        {
          let revision = try? await pool.withSearcher { try $0.revision() }
          return try plain(target) { metrics.text(revision: revision) }
        }
      )
    case "openapi.json" where path.count == 1: return ("openapi", { .json(openAPIDocument) })
    case "opensearch.xml" where path.count == 1:
      return (
        "opensearch",
        {
          try target.allow([])
          let host = request.head.authority ?? "127.0.0.1:8017"
          return .text(openSearchDescription(host: host), "application/opensearchdescription+xml")
        }
      )
    case "v1": return apiRoute(Array(path.dropFirst()), target, request)
    default: return nil
    }
  }

  private func apiRoute(
    _ path: [String],
    _ target: RequestTarget,
    _ request: Request
  ) -> (String, Handler)? {
    switch (path.first, path.count) {
    case ("search", 1):
      return (
        "search", { try await library.search(target, ifNoneMatch: request.headers[.ifNoneMatch]) }
      )
    case ("concordance", 1):
      return ("concordance", { try await library.concordance(target) })
    case ("passages", 1): return ("passages", { try await library.passages(target) })
    case ("passages", 3):
      return ("passage", { try await library.passage("\(path[1])/\(path[2])", target) })
    case ("passages", 2):
      return ("passage", { try await library.passage(path[1], target) })
    case ("cite", 3): return ("cite", { try await library.cite("\(path[1])/\(path[2])", target) })
    case ("cite", 2): return ("cite", { try await library.cite(path[1], target) })
    case ("works", 1): return ("works", { try await library.works(target) })
    case ("works", 2): return ("work", { try await library.work(path[1], target) })
    case ("works", 3) where path[2] == "passages":
      return ("work-passages", { try await library.passages(ofWork: path[1], target) })
    case ("suggest", 1): return ("suggest", { try await library.suggest(target) })
    default: return nil
    }
  }

  private func plain(_ target: RequestTarget, _ body: () -> String) throws -> Answer {
    try target.allow([])
    return .text(body(), "text/plain; charset=utf-8")
  }
}

/// The description by which a browser offers the search (OpenSearch 1.1).
private func openSearchDescription(host: String) -> String {
  let host = escaped(host)
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>Pamphlet</ShortName>
      <Description>Where is that said, by whom, and on what page?</Description>
      <InputEncoding>UTF-8</InputEncoding>
      <Url type="text/html" template="http://\(host)/?q={searchTerms}"/>
      <Url type="application/json" template="http://\(host)/v1/search?q={searchTerms}"/>
    </OpenSearchDescription>

    """
}
