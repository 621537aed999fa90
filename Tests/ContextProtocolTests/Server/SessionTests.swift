// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Testing

@testable import ContextProtocol

/// How client and server agree on a revision of the protocol.
struct SessionTests {
  private static let stateless = """
    "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
    "io.modelcontextprotocol/clientCapabilities":{}}
    """

  @Test(arguments: ProtocolRevision.allCases.filter(\.hasHandshake))
  func `a session has the revision that was asked for`(_ revision: ProtocolRevision) throws {
    let client = try Client(in: revision)
    #expect(client.send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
    let tools = client.send(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)?["result"]?["tools"]
    let first = try #require(tools?.elements.first)
    #expect(first["name"] == "search")
    #expect((first["annotations"] != nil) == (revision >= .march2025))
    #expect((first["outputSchema"] != nil) == (revision >= .june2025))
    #expect((first["title"] != nil) == (revision >= .june2025))
    let result = client.call("search", ["query": "oven"])
    #expect((result?["structuredContent"] != nil) == (revision >= .june2025))
    #expect(result?["resultType"] == nil)
    #expect(client.send(#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#)?["result"] == [:])
  }

  @Test(arguments: ["1999-01-01", "2026-07-28", "2099-12-31", "", "x"])
  func `any other revision is answered with the newest that has a handshake`(
    _ requested: String
  ) throws {
    let reply = try Client().send(
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\#(requested)"}}"#
    )
    #expect(reply?["result"]?["protocolVersion"] == "2025-11-25")
    #expect(reply?["result"]?["capabilities"]?["tools"] != nil)
    #expect(reply?["result"]?["serverInfo"]?["name"] == "pamphlet")
  }

  @Test func `nothing but a ping is answered before a session`() throws {
    let client = try Client()
    #expect(client.code(of: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#) == -32602)
    #expect(client.send(#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#)?["result"] == [:])
    #expect(client.code(of: #"{"jsonrpc":"2.0","id":3,"method":"initialize"}"#) == -32602)
  }

  @Test func `a request that names its revision needs no session`() throws {
    let client = try Client()
    let found = client.send(
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/call",\
      "params":{"name":"search","arguments":{"query":"oven"},\(Self.stateless)}}
      """)?["result"]
    #expect(found?["resultType"] == "complete")
    #expect(found?["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"] == "pamphlet")
    #expect(found?["structuredContent"]?["total"] == 2)
    for method in ["server/discover", "tools/list"] {
      let result = client.send(
        #"{"jsonrpc":"2.0","id":2,"method":"\#(method)","params":{\#(Self.stateless)}}"#)?["result"]
      #expect(result?["cacheScope"] == "public")
      #expect(result?["ttlMs"] == 3_600_000)
    }
    let discovered = client.send(
      #"{"jsonrpc":"2.0","id":3,"method":"server/discover","params":{\#(Self.stateless)}}"#)
    #expect(discovered?["result"]?["supportedVersions"] == ["2026-07-28"])
    #expect(
      client.code(of: #"{"jsonrpc":"2.0","id":4,"method":"ping","params":{\#(Self.stateless)}}"#)
        == -32601)
  }

  @Test func `a revision that is not served is refused with those that are`() throws {
    let reply = try Client().send(
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":\
      {"io.modelcontextprotocol/protocolVersion":"1900-01-01"}}}
      """)
    #expect(reply?.code == -32022)
    #expect(reply?["error"]?["data"]?["requested"] == "1900-01-01")
    #expect(reply?["error"]?["data"]?["supported"]?.elements.count == 5)
  }

  @Test func `a request without the capabilities of its client is malformed`() throws {
    let reply = try Client().send(
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":\
      {"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}
      """)
    #expect(reply?.code == -32602)
  }
}
