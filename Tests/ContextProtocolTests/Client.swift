// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import TestSupport
import Testing

@testable import ContextProtocol

/// An assistant that speaks to a server in this process.
final class Client {
  private let server: ContextServer
  private let folder: TemporaryFolder?

  /// A client of a small library, or of a folder without an index.
  init(hasIndex: Bool = true) throws {
    folder = hasIndex ? try Self.library() : nil
    server = ContextServer(index: folder?.path ?? "/nowhere/index", version: "1")
  }

  /// A client that has begun a session.
  convenience init(in revision: ProtocolRevision) throws {
    try self.init()
    let reply = send(
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":\
      "\(revision.rawValue)","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      """)
    #expect(reply?["result"]?["protocolVersion"] == .string(revision.rawValue))
  }

  /// Sends a line; the reply is `nil` if there is none.
  func send(_ line: String) -> JSONValue? { send(Array(line.utf8)) }

  func send(_ line: [UInt8]) -> JSONValue? {
    guard let reply = server.reply(to: line) else { return nil }
    #expect(!reply.contains("\n"))
    return try? JSONValue(parsing: reply.utf8)
  }

  /// Calls a tool, and returns the result.
  func call(_ tool: String, _ arguments: JSONValue) -> JSONValue? {
    send(
      """
      {"jsonrpc":"2.0","id":"c","method":"tools/call",\
      "params":{"name":"\(tool)","arguments":\(arguments.compact)}}
      """)?["result"]
  }

  /// The code of the error in the reply to a line.
  func code(of line: String) -> Int? { send(line)?.code }

  private static func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var (work, passages) = Sample.work(
      "bee-1902-on-bread", title: "On Bread", author: "Ann Bee", year: 1902,
      texts: [
        "The oven is warm.", "Dee said “the oven is ours” to\u{1B}[31m all\u{202E} of us.",
        "Bread is shared.", "Nobody is named here.",
      ])
    work.metadata.year?.basis = .inferred
    work.metadata.url = Attributed("https://example.org/bread", .stated, rule: "test")
    passages[1].quotations = [
      Quotation(
        range: 9..<27, text: "the oven is ours", speaker: "Carl Dee",
        source: NamedSource(authors: ["Carl Dee"], title: "The Oven", pages: "12"),
        via: [NamedSource(authors: ["Eve Eff"], title: "Kitchens")], basis: .inferred,
        confidence: 0.9, evidence: [Evidence(rule: "cue-before", range: 0..<3)])
    ]
    passages[1].pageBreaks = [PassagePageBreak(offset: 28, page: "3")]
    // What a damaged import may say.
    passages[2].pageBreaks = [-1, .max, 1_000_000].map { PassagePageBreak(offset: $0, page: "9") }
    passages[2].repairs = [Repair(range: 5..<9_000, printed: "x", rule: "test")]
    passages[2].notes = [
      AttachedNote(
        number: "1", offset: 5, text: "A note.", label: "n1", printed: "1", basis: .stated)
    ]
    passages[2].pages = nil
    passages[3].kind = .quotation
    passages[3].belongsTo = "p3"
    try Sample.index([(work, passages)], at: folder.path)
    return folder
  }
}

extension JSONValue {
  /// The code of the error in a reply.
  var code: Int? {
    guard case .integer(let code)? = self["error"]?["code"] else { return nil }
    return code
  }

  /// The text of a result.
  var text: String {
    guard case .array(let content)? = self["content"], content.count == 1,
      case .string(let text)? = content[0]["text"]
    else { return "" }
    return text
  }

  /// The elements of a list; empty if it is none.
  var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
}
