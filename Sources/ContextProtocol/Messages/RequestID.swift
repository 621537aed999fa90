// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// The id of a request: a string or an integer, never `null` as in plain JSON-RPC.
enum RequestID: Sendable, Hashable {
  case string(String)
  case integer(Int)

  /// Reads an id; `nil` if the value cannot be one.
  init?(_ json: JSONValue) {
    switch json {
    case .string(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    default: return nil
    }
  }

  /// The id in a reply.
  var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    }
  }
}
