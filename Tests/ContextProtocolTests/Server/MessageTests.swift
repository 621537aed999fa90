// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import TestSupport
import Testing

@testable import ContextProtocol

/// What becomes of messages that are wrong, or that nobody answers.
struct MessageTests {
  @Test(arguments: [
    ("{", -32700), ("nonsense", -32700), (#"{"jsonrpc":"2.0"} x"#, -32700), ("\"a", -32700),
    ("1", -32600), ("null", -32600), ("\"text\"", -32600), ("[]", -32600), ("{}", -32600),
    (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600),
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":[],"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":""}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"server/discover"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"2"}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call"}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete"}}"#, -32602),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read","arguments":3}}"#,
      -32602
    ),
  ])
  func `a wrong message is an error of the protocol`(_ line: String, _ code: Int) throws {
    let client = try Client(in: .november2025)
    let reply = client.send(line)
    #expect(reply?.code == code)
    #expect(reply?["jsonrpc"] == "2.0")
    #expect(reply?["id"] != nil)
    #expect(client.send(#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#)?["result"] == [:])
  }

  @Test(arguments: [
    "", "  ", "\r", #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":"damaged"}"#,
    #"{"jsonrpc":"2.0","method":"tools/list"}"#, #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
    #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}"#,
  ])
  func `notifications, replies and empty lines are not answered`(_ line: String) throws {
    #expect(try Client(in: .november2025).send(line) == nil)
  }

  @Test func `an id comes back as it was`() throws {
    let client = try Client()
    #expect(client.send(#"{"jsonrpc":"2.0","id":-7,"method":"ping"}"#)?["id"] == -7)
    let text = #""a \" \u0001 é""#
    #expect(
      client.send(#"{"jsonrpc":"2.0","id":\#(text),"method":"ping"}"#)?["id"]
        == .string("a \" \u{1} é"))
  }

  @Test func `text that is not UTF-8 is not JSON`() throws {
    let client = try Client()
    #expect(client.send([0x22, 0xFF, 0x22])?.code == -32700)
    #expect(client.send([0x5B, 0x00, 0x5D, 0x00])?.code == -32700)
  }

  @Test func `deep nesting is refused, and brackets in strings are not nesting`() throws {
    let client = try Client()
    for signs in ["[", "{\"a\":", "[{\"a\":"] {
      #expect(client.code(of: String(repeating: signs, count: 100_000)) == -32700)
    }
    let brackets = String(repeating: "[{\\\"", count: 1_000)
    let reply = client.send(#"{"jsonrpc":"2.0","id":"\#(brackets)","method":"ping"}"#)
    #expect(reply?["result"] == [:])
  }

  @Test func `only one revision has batches`() throws {
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    let start = #"{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"protocolVersion":"x"}}"#
    let client = try Client(in: .march2025)
    let replies = client.send("[\(ping),\(note),\(start),7]")?.elements ?? []
    #expect(replies.map(\.code) == [nil, -32600, -32600])
    #expect(client.send("[\(note)]") == nil)
    #expect(client.code(of: "[]") == -32600)
    let many = Array(repeating: ping, count: ContextServer.batch + 1).joined(separator: ",")
    #expect(client.code(of: "[\(many)]") == -32600)
    for revision in [ProtocolRevision.november2024, .june2025, .november2025] {
      #expect(try Client(in: revision).code(of: "[\(ping)]") == -32600)
    }
  }

  @Test func `random damage of messages leads to replies and nothing else`() throws {
    let client = try Client(in: .june2025)
    let lines = [
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"oven","limit":3,"author":["bee"]}}}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"cite","arguments":{"id":"bee-1902-on-bread/p2","quotation":1}}}"#,
    ].map { Array($0.utf8) }
    var random = HostileQueries(seed: 5, vocabulary: ["oven"])
    for round in 0..<2_000 {
      var line = lines[round % 2]
      for _ in 0...random.random(4) {
        let place = random.random(line.count)
        switch random.random(3) {
        case 0: line[place] = UInt8(random.random(256))
        case 1: line.remove(at: place)
        default: line.insert(UInt8(random.random(256)), at: place)
        }
      }
      guard let reply = client.send(line) else { continue }
      #expect((reply["result"] != nil) != (reply["error"] != nil))
    }
  }
}
