// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// A message of the client, as far as JSON-RPC 2.0 goes.
enum IncomingMessage {
  /// A request, which is answered exactly once.
  struct Request {
    /// The id that the reply repeats.
    var id: RequestID
    /// The name of the method.
    var method: String
    /// The parameters; an empty object if there are none.
    var params: JSONValue
  }

  case request(Request)
  /// A message that is never answered.
  case notification
  /// A reply; the server asks nothing, so it expects none.
  case response
  /// Something else, with its id if that can be read.
  case invalid(ProtocolError, id: RequestID?)

  /// Classifies a message.
  init(_ json: JSONValue) {
    guard case .object = json else {
      self = .invalid(ProtocolError(.invalidRequest, "A message must be an object."), id: nil)
      return
    }
    let id = json["id"].flatMap { RequestID($0) }
    guard json["jsonrpc"] == "2.0" else {
      self = .invalid(ProtocolError(.invalidRequest, "`jsonrpc` must be \"2.0\"."), id: id)
      return
    }
    if json["method"] == nil, json["result"] != nil || json["error"] != nil {
      self = .response
      return
    }
    guard case .string(let method)? = json["method"] else {
      self = .invalid(ProtocolError(.invalidRequest, "`method` must be a string."), id: id)
      return
    }
    guard json["id"] != nil else {
      self = .notification
      return
    }
    guard let id else {
      self = .invalid(
        ProtocolError(.invalidRequest, "`id` must be a string or an integer."), id: nil)
      return
    }
    switch json["params"] {
    case nil, .null: self = .request(Request(id: id, method: method, params: [:]))
    case .object(let members):
      self = .request(Request(id: id, method: method, params: .object(members)))
    default:
      self = .invalid(ProtocolError(.invalidParams, "`params` must be an object."), id: id)
    }
  }
}
