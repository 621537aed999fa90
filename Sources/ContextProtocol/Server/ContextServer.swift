// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import PassageSearch

/// Answers an assistant's messages in the Model Context Protocol, one after the other.
///
/// Not `Sendable`: the searcher belongs to one thread. The index is opened by the first call of a
/// tool, so that an assistant learns from the answer if there is none.
package final class ContextServer {
  /// The maximum number of messages in a batch.
  static let batch = 50

  /// The name and version of the program.
  let identity: JSONValue
  private let index: String
  private var opened: Searcher?
  /// The revision that `initialize` agreed on.
  var session: ProtocolRevision?

  /// Creates a server for the index in a folder, which need not exist yet.
  ///
  /// - Parameter version: The version of the program.
  package init(index: String, version: String) {
    self.index = index
    identity = ["name": "pamphlet", "version": .string(version)]
  }

  /// Serves until the end of the input.
  ///
  /// - Parameter log: Receives a sentence about each line that is refused.
  package func serve(
    _ input: LineReader, _ output: LineWriter, log: (String) -> Void = { _ in }
  ) {
    var input = input
    while let line = input.next() {
      let reply: String?
      switch line {
      case .line(let bytes): reply = self.reply(to: bytes, log: log)
      case .tooLong:
        let error = ProtocolError(.invalidRequest, "The message is too long.")
        log(error.message)
        reply = Self.reply(error, to: nil)
      }
      if let reply, !output.write(reply) { return }
    }
  }

  /// The reply to a line; `nil` if there is none.
  package func reply(to line: [UInt8], log: (String) -> Void = { _ in }) -> String? {
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    do throws(ProtocolError) {
      let json = try JSONMessages.read(line)
      guard case .array(let messages) = json else { return reply(to: json) }
      guard session?.hasBatches == true else {
        throw ProtocolError(
          .invalidRequest, "Only revision \(ProtocolRevision.march2025.rawValue) has batches.")
      }
      guard (1...Self.batch).contains(messages.count) else {
        throw ProtocolError(.invalidRequest, "A batch must have 1 to \(Self.batch) messages.")
      }
      let replies = messages.compactMap { reply(to: $0, isInBatch: true) }
      return replies.isEmpty ? nil : "[\(replies.joined(separator: ","))]"
    } catch {
      log(error.message)
      return Self.reply(error, to: nil)
    }
  }

  private func reply(to json: JSONValue, isInBatch: Bool = false) -> String? {
    switch IncomingMessage(json) {
    case .notification, .response: return nil
    case .invalid(let error, let id): return Self.reply(error, to: id)
    case .request(let request):
      do throws(ProtocolError) {
        if isInBatch, request.method == Method.initialize.rawValue {
          throw ProtocolError(.invalidRequest, "`initialize` must not be in a batch.")
        }
        var reply = Self.envelope(request.id)
        reply.add("result", json: try result(of: request))
        return reply.text
      } catch {
        return Self.reply(error, to: request.id)
      }
    }
  }

  /// The searcher; tries again to open the index at each call until that succeeds.
  func searcher() throws(IndexError) -> Searcher {
    if let opened { return opened }
    let searcher = try Searcher(path: index)
    opened = searcher
    return searcher
  }

  /// The reply that reports an error; its id is `null` if that of the request is unknown (JSON-RPC
  /// 2.0, section 5).
  private static func reply(_ error: ProtocolError, to id: RequestID?) -> String {
    var object: JSONValue = [
      "code": .integer(error.code.rawValue), "message": .string(error.message),
    ]
    if let data = error.data { object = object.setting("data", to: data) }
    var reply = envelope(id)
    reply.add("error", object)
    return reply.text
  }

  private static func envelope(_ id: RequestID?) -> JSONText {
    var reply = JSONText()
    reply.add("jsonrpc", "2.0")
    reply.add("id", id?.json ?? .null)
    return reply
  }
}
