// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport

/// The programs that were built, run in a folder with an environment of their own.
struct BuiltProgram {
  /// What came of a run.
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  let folder: TemporaryFolder

  /// A program stands beside the bundle of the tests.
  static func path(_ name: String) -> String {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return String(bundle[..<(bundle.lastIndex(of: "/") ?? bundle.endIndex)]) + "/" + name
  }

  /// Runs a line of shell, in which `$pamphlet` is the program.
  func run(_ line: String) -> Outcome {
    let status = system(
      "cd '\(folder.path)' && env -i HOME='\(folder.path)' PATH=\"$PATH\" "
        + "pamphlet='\(Self.path("pamphlet"))' sh -c '\(line.replacing("'", with: "'\\''"))' "
        + ">output 2>messages </dev/null")
    func read(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: folder(name)) ?? Data(), as: UTF8.self)
    }
    return Outcome(status: (status >> 8) & 0xFF, output: read("output"), messages: read("messages"))
  }

  /// Makes a shell script that can be run.
  ///
  /// A child process writes it: were it written here, a process that another test starts meanwhile
  /// would hold it open, and it could not be run (ETXTBSY).
  func makeScript(_ name: String, _ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: "\(name).text")
    let outcome = run("cp '\(name).text' '\(name)' && chmod 755 '\(name)' && rm '\(name).text'")
    if outcome.status != 0 { throw ScriptFailure(messages: outcome.messages) }
  }

  /// Why a script was not made.
  struct ScriptFailure: Error {
    var messages: String
  }
}
