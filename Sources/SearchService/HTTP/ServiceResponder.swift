// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
package import Hummingbird
import IndexSchema
import Logging
import NIOCore
import ReaderPages
import SearchAPI

/// Answers each request, directly or through the lanes that query the index; never throws.
package struct ServiceResponder: HTTPResponder {
  /// The context of a request.
  package typealias Context = ServiceRequestContext

  private let service: ServiceState

  init(_ service: ServiceState) { self.service = service }

  /// Creates a responder that reads the index in a folder within this process.
  package init(
    local index: String, readers: Int = 2, deadline: Duration? = nil, edits: String? = nil,
    allowedOrigins: [String] = []
  ) throws {
    var configuration = ServiceConfiguration(index: index, readers: readers)
    configuration.edits = edits
    configuration.allowedOrigins = allowedOrigins
    if let deadline { configuration.deadline = deadline }
    self.init(try ServiceState(configuration) { _ in LocalAnswerer(path: index) })
  }

  /// Answers a request.
  package func respond(to request: Request, context: Context) async throws -> Response {
    let start = ContinuousClock.now
    service.metrics.began()
    service.connections.began(context.channel)
    var (name, answer) = await answer(request, context)
    if let path = RequestTarget(request.head.path ?? "/")?.path, service.crossOrigin.covers(path) {
      service.crossOrigin.permit(&answer, to: request.headers[.origin])
    }
    if Compression.isAccepted(request.headers[.acceptEncoding]) { Compression.compress(&answer) }
    service.connections.finished(context.channel)
    if let cause = answer.cause {
      context.logger.error(
        "a request failed",
        metadata: ["route": "\(name)", "status": "\(answer.status.code)", "cause": "\(cause)"])
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    service.metrics.finished(route: name, status: answer.status.code, seconds: seconds)
    return answer.response(isHead: request.method == .head)
  }

  private func answer(_ request: Request, _ context: Context) async -> (String, Answer) {
    if let refusal = refusal(request) { return ("refused", refusal) }
    guard let target = RequestTarget(request.head.path ?? "/") else {
      let error = IndexError(.invalidArgument, "The address is not percent-encoded UTF-8.")
      return ("refused", .problem(error))
    }
    guard let route = Route(target.path),
      route.operation != .editPage || service.editor != nil
    else {
      let error = IndexError(
        .notFound,
        "There is nothing at this address.",
        hint: (Route.nearest(to: target.path).map { "Did you mean `\($0)`? " } ?? "")
          + "`/openapi.json` lists what there is."
      )
      let problem = Answer.problem(error)
      guard wantsPage(request) else { return ("unknown", problem) }
      return ("unknown", Pages.problem(error, target, asker(request), like: problem))
    }
    if request.method == .options, service.crossOrigin.covers(target.path) {
      return (route.endpoint.metricsName, service.crossOrigin.preflight())
    }
    guard route.endpoint.methods.contains(request.method.rawValue) else {
      var answer = Answer.problem(
        IndexError(.invalidArgument, "The method \(request.method.rawValue) is not allowed."),
        status: 405
      )
      answer.add(.allow, route.endpoint.methods.joined(separator: ", "))
      return (route.endpoint.metricsName, answer)
    }
    do {
      return (route.endpoint.metricsName, try await self.answer(request, target, route, context))
    } catch let error as IndexError {
      return (route.endpoint.metricsName, .problem(error))
    } catch {
      return (
        route.endpoint.metricsName,
        .problem(
          IndexError(
            .internalFault, "The request could not be answered.", underlying: "\(error)"))
      )
    }
  }

  /// The reason to reject a request without further processing.
  private func refusal(_ request: Request) -> Answer? {
    guard let host = request.head.authority else {
      return .problem(
        IndexError(.invalidArgument, "The request must name one host.", hint: "Send `Host`."))
    }
    guard service.hosts.allows(host) else {
      return .problem(
        IndexError(
          .invalidArgument, "This daemon does not serve “\(host.prefix(100))”.",
          hint: "To reach it by this name, start it with `--public-name`."),
        status: 421)
    }
    let length = request.head.path?.utf8.count ?? 0
    guard length <= ServiceLimits.target else {
      return .problem(
        IndexError(
          .invalidArgument, "The address has \(length) bytes.",
          hint: "At most \(ServiceLimits.target) bytes are accepted."),
        status: 414)
    }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > ServiceLimits.body
    {
      return .problem(
        IndexError(.invalidArgument, "The request has a body of \(length) bytes."), status: 413)
    }
    return nil
  }

  private func answer(
    _ request: Request, _ target: RequestTarget, _ route: Route, _ context: Context
  ) async throws -> Answer {
    let client = Client(
      peer: context.peer, fields: request.headers, trusting: service.configuration.trustedProxies)
    switch route.operation {
    case .styleSheet: return .asset(.style)
    case .script: return .asset(.script)
    case .favicon: return .lasting(favicon, "image/svg+xml")
    case .robots:
      return .text(RobotsText(site: asker(request).site).text, "text/plain; charset=utf-8")
    case .openAPI: return .document(OpenAPIDocument.text)
    case .health: return try plain(target) { "ok\n" }
    case .metrics:
      guard service.configuration.metrics.allows(client) else {
        return .problem(
          IndexError(
            .notFound, "Metrics are restricted to this machine.",
            hint: "`--metrics all` makes them public."),
          status: 403)
      }
      return try plain(target) { service.metrics.text(service.gauges) }
    case .openSearch:
      _ = try PlainRequest.table.request(target.parameters)
      let asker = asker(request)
      return .text(
        openSearchDescription(host: asker.host, scheme: asker.isSecure ? .https : .http),
        OpenSearch.descriptionType)
    default:
      let asker = asker(request)
      let ask = {
        await service.lanes.answer(
          target, route, ifNoneMatch: request.headers[.ifNoneMatch], asker: asker, of: client,
          to: service.connections.connection(of: context.channel))
      }
      if let editor = service.editor, route.operation == .editPage {
        return try await edit(request, target, route.id, by: editor, asker, ask: ask)
      }
      let answer = await ask()
      guard route.isPage, asker.wantsPage, let error = answer.error else { return answer }
      return Pages.problem(error, target, asker, like: answer)
    }
  }

  /// How the reader asks.
  private func asker(_ request: Request) -> Asker {
    let scheme = HTTPField.Name("X-Forwarded-Proto").flatMap { request.headers[$0] }
    return Asker(
      languages: request.headers[.acceptLanguage].map { String($0.prefix(200)) },
      host: request.head.authority ?? "localhost",
      isSecure: !service.configuration.trustedProxies.isEmpty && scheme?.lowercased() == "https",
      mayEdit: service.configuration.edits != nil, wantsPage: wantsPage(request))
  }

  /// Whether the client would rather have a page than JSON (RFC 9110, 12.5.1).
  private func wantsPage(_ request: Request) -> Bool {
    request.headers[.accept]?.contains("text/html") ?? false
  }

  private func plain(_ target: RequestTarget, _ body: () -> String) throws -> Answer {
    _ = try PlainRequest.table.request(target.parameters)
    return .text(body(), "text/plain; charset=utf-8")
  }
}
