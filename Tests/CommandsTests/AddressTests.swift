// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import Commands

struct AddressTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func resolved(
    host: String? = nil, port: Int? = nil, environment: [String: String] = [:]
  ) throws -> String {
    let (host, port) = try AddressOption.resolve(host: host, port: port) { name in
      environment[name] ?? (name == "HOME" ? folder.path : nil)
    }
    return "\(host):\(port)"
  }

  @Test
  func `an option goes before the environment, that before the file, that before the default`()
    throws
  {
    #expect(try resolved() == "127.0.0.1:8017")
    try folder.write("host: 10.0.0.1\nport: 9000\n", to: ".config/pamphlet/config.yaml")
    #expect(try resolved() == "10.0.0.1:9000")
    let environment = ["PAMPHLET_HOST": "::1", "PAMPHLET_PORT": "9001"]
    #expect(try resolved(environment: environment) == "::1:9001")
    #expect(try resolved(port: 9002, environment: environment) == "::1:9002")
    #expect(try resolved(host: "localhost", port: 0) == "localhost:0")
  }

  @Test(arguments: [
    ("port: soon", "The setting `port` in", "must be a number from 0 to 65535."),
    ("port: 70000", "The setting `port` in", "must be a number from 0 to 65535."),
    ("host: http://a/", "The setting `host` in", "must be an address or a name."),
    ("host:", "The setting `host` in", "needs a value."),
    ("port: [1]", "The setting `port` in", "needs a value."),
  ])
  func `a wrong value in the file is refused, and the file is named`(
    text: String, beginning: String, end: String
  ) throws {
    try folder.write(text, to: ".config/pamphlet/config.yaml")
    let failure = try #require(throws: CommandFailure.self) { _ = try resolved() }
    #expect(failure.message == "\(beginning) \(folder(".config/pamphlet/config.yaml")) \(end)")
  }

  @Test func `a wrong variable is named`() throws {
    let failure = try #require(throws: CommandFailure.self) {
      _ = try resolved(environment: ["PAMPHLET_PORT": "x"])
    }
    #expect(failure.message == "PAMPHLET_PORT must be a number from 0 to 65535.")
  }

  @Test func `pamphletd and serve listen where the file says`() throws {
    try folder.write("host: 192.0.2.1\nport: 9\n", to: ".config/pamphlet/config.yaml")
    let program = BuiltProgram(folder: folder)
    try folder.write("On Bread\n\nBread.\n", to: "texts/bread.txt")
    #expect(program.run("exec $pamphlet index texts").status == 0)
    for command in ["$pamphlet serve", "${pamphlet}d"] {
      let outcome = program.run("exec timeout 60 \(command)")
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("The daemon at 192.0.2.1:9 ended"))
    }
  }
}
