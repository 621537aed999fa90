// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Processes
import Testing

/// The programs as they were linked, read by readelf (binutils).
struct HardeningTests {
  private func readelf(_ options: String, _ program: String) throws -> String {
    let outcome = ChildProcess.run(
      "readelf", ["-W", options, BuiltProgram.path(program)], input: [], seconds: 60,
      outputLimit: 256 << 20)
    guard case .ended(0, let output) = outcome else {
      Issue.record("readelf: \(outcome)")
      return ""
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: ["pamphlet", "pamphletd", "pamphlet-pdf"])
  func `a program can be loaded anywhere, and nothing in it is both written and run`(
    _ program: String
  ) throws {
    #expect(try readelf("-h", program).contains("DYN ("))
    let segments = try readelf("-l", program).split(separator: "\n")
    #expect(segments.contains { $0.contains("GNU_RELRO") })
    let stack = segments.first { $0.contains("GNU_STACK") }
    #expect(stack?.contains("RWE") == false)
    #expect(!segments.contains { $0.contains(" LOAD ") && $0.contains("RWE") })
    let dynamic = try readelf("-d", program)
    #expect(dynamic.contains("BIND_NOW") || dynamic.contains("NOW"))
  }

  @Test(arguments: ["pamphlet", "pamphletd", "pamphlet-pdf"])
  func `the C++ in a program guards its stack`(_ program: String) throws {
    let symbols = try readelf("--dyn-syms", program)
    #expect(symbols.contains("__stack_chk_fail"))
  }

  @Test func `the reader of PDF has no network, writes no file and starts nothing`() throws {
    let outcome = ChildProcess.run(
      BuiltProgram.path("pamphlet-pdf"), ["confinement"], input: [], seconds: 60,
      outputLimit: 1 << 20)
    guard case .ended(0, let output) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(lines.first == "seccomp\ton", "This kernel does not filter system calls.")
    for attempt in [
      "socket", "local socket", "writing", "new file", "process", "program", "signal",
    ] {
      #expect(lines.contains("\(attempt)\trefused"), "\(attempt)")
    }
    #expect(lines.contains("reading fonts\tpossible"))
    if lines.contains("landlock\ton") { #expect(lines.contains("reading users\trefused")) }
  }
}
