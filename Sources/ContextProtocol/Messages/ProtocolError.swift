// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// An error of the protocol, as opposed to one of a tool: the message itself is at fault.
struct ProtocolError: Error, Equatable {
  /// The codes of JSON-RPC 2.0, section 5.1, and of the specification 2026-07-28, “Error Codes”.
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case unsupportedProtocolVersion = -32022
  }

  /// What is at fault.
  var code: Code
  /// A sentence saying what is wrong.
  var message: String
  /// Further information for the client.
  var data: JSONValue?

  init(_ code: Code, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// The error for a request in a revision that is not served.
  static func unsupported(_ requested: String) -> ProtocolError {
    let served = ProtocolRevision.allCases.reversed().map { JSONValue.string($0.rawValue) }
    return ProtocolError(
      .unsupportedProtocolVersion, "Unsupported protocol version.",
      data: ["supported": .array(served), "requested": .string(requested)])
  }
}
