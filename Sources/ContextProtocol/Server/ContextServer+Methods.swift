// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

extension ContextServer {
  /// The methods that are answered.
  enum Method: String, CaseIterable {
    case initialize
    case ping
    case discover = "server/discover"
    case listTools = "tools/list"
    case callTool = "tools/call"

    /// Whether a revision has the method.
    func isPart(of revision: ProtocolRevision) -> Bool {
      switch self {
      case .initialize, .ping: revision.hasHandshake
      case .discover: !revision.hasHandshake
      case .listTools, .callTool: true
      }
    }
  }

  /// The members of `params._meta` by which a request names its revision.
  private static let revisionKey = "io.modelcontextprotocol/protocolVersion"
  private static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
  private static let identityKey = "io.modelcontextprotocol/serverInfo"
  /// How long a client may keep the list of tools, in milliseconds; it changes with the program.
  private static let freshness = 3_600_000

  /// The result of a request, as JSON.
  func result(of request: IncomingMessage.Request) throws(ProtocolError) -> String {
    guard let method = Method(rawValue: request.method) else { throw Self.unknown(request.method) }
    let revision = try revision(of: request, method)
    guard method.isPart(of: revision) else { throw Self.unknown(request.method) }
    var result = JSONText()
    if !revision.hasHandshake {
      result.add("resultType", "complete")
      result.add("_meta", .object([.init(name: Self.identityKey, value: identity)]))
    }
    switch method {
    case .initialize: addAgreement(on: revision, to: &result)
    case .ping: break
    case .discover:
      let served = ProtocolRevision.allCases.filter { !$0.hasHandshake }
      result.add("supportedVersions", .array(served.map { .string($0.rawValue) }))
      addDescription(to: &result)
      addFreshness(in: revision, to: &result)
    case .listTools:
      guard request.params["cursor"] ?? .null == .null else {
        throw ProtocolError(.invalidParams, "The cursor is invalid: the list has one page.")
      }
      result.add("tools", .array(Tool.all.map { $0.listing(in: revision) }))
      addFreshness(in: revision, to: &result)
    case .callTool: try call(request.params, in: revision, addingTo: &result)
    }
    return result.text
  }

  private static func unknown(_ method: String) -> ProtocolError {
    ProtocolError(.methodNotFound, "There is no method “\(method.prefix(60))”.")
  }

  /// The revision in which a request is answered.
  ///
  /// A request that names a revision is answered by itself; any other belongs to the session.
  private func revision(
    of request: IncomingMessage.Request, _ method: Method
  ) throws(ProtocolError) -> ProtocolRevision {
    if let named = request.params["_meta"]?[Self.revisionKey] {
      guard case .string(let name) = named else {
        throw ProtocolError(.invalidParams, "`\(Self.revisionKey)` must be a string.")
      }
      guard let revision = ProtocolRevision(rawValue: name), !revision.hasHandshake else {
        throw .unsupported(name)
      }
      guard case .object? = request.params["_meta"]?[Self.capabilitiesKey] else {
        throw ProtocolError(.invalidParams, "`\(Self.capabilitiesKey)` must be an object.")
      }
      return revision
    }
    if method == .initialize {
      guard case .string(let requested)? = request.params["protocolVersion"] else {
        throw ProtocolError(.invalidParams, "`protocolVersion` must be a string.")
      }
      let revision = ProtocolRevision.negotiated(for: requested)
      session = revision
      return revision
    }
    if let session { return session }
    if method == .ping { return .newestWithHandshake }
    throw ProtocolError(
      .invalidParams, "Send `initialize` first, or `\(Self.revisionKey)` in `_meta`.")
  }

  private func addAgreement(on revision: ProtocolRevision, to result: inout JSONText) {
    result.add("protocolVersion", .string(revision.rawValue))
    addDescription(to: &result)
    result.add("serverInfo", identity)
  }

  private func addDescription(to result: inout JSONText) {
    result.add("capabilities", ["tools": [:]])
    result.add("instructions", .string(Guidance.instructions))
  }

  private func addFreshness(in revision: ProtocolRevision, to result: inout JSONText) {
    guard !revision.hasHandshake else { return }
    result.add("ttlMs", .integer(Self.freshness))
    result.add("cacheScope", "public")
  }
}
