// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Glibc
import TestSupport
import Testing

@testable import ContextProtocol

struct ServingTests {
  @Test func `each line has its reply, a long one too, and the end of the input is the end`()
    throws
  {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x", count: LineReader.usualLimit + 1)
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let input = open(
      try folder.write("\(ping)\n\(long)\n\n{\n\(ping)", to: "input"), O_RDONLY | O_CLOEXEC)
    let output = open(folder("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    try #require(input >= 0 && output >= 0)
    defer {
      close(input)
      close(output)
    }
    var log: [String] = []
    ContextServer(index: "/nowhere", version: "1").serve(
      LineReader(descriptor: input), LineWriter(descriptor: output), log: { log.append($0) })
    let replies = try folder.read("output").split(separator: 0x0A).map {
      try JSONValue(parsing: $0)
    }
    #expect(replies.map(\.code) == [nil, -32600, -32700, nil])
    #expect(replies[1]["id"] == .null)
    #expect(log == ["The message is too long.", "The message is not JSON."])
  }
}
