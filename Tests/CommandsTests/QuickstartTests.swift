// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// `Scripts/quickstart` in a copy of the repository, with a program that is built and texts of its own.
@Suite(.timeLimit(.minutes(15))) struct QuickstartTests {
  private let folder: TemporaryFolder
  private var program: BuiltProgram { BuiltProgram(folder: folder) }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(try Repository.text("Scripts/quickstart"), to: "my clone/Scripts/quickstart")
    try folder.write(
      "<title>FAQ</title><p>Brinton wrote of the factory committees.</p>", to: "faq/html/a.html")
    try program.makeScript("bin/dpkg", "echo '\(folder("faq/html"))'")
    // The mirror is on this machine, from which texts are not fetched unless told.
    try program.makeScript(
      "program",
      """
      if [ "$1" = fetch ]; then shift; exec '\(BuiltProgram.path("pamphlet"))' fetch --allow-private "$@"; fi
      exec '\(BuiltProgram.path("pamphlet"))' "$@"
      """)
  }

  private func quickstart(_ urls: [String]) throws -> BuiltProgram.Outcome {
    try folder.write(
      "works: [{title: The Review, authors: [Ann Bee], urls: [\(urls.joined(separator: ", "))]}]\n",
      to: "catalogue.yaml")
    return program.run(
      """
      export PATH="$PWD/bin:$PATH" PAMPHLET_CATALOGUE="$PWD/catalogue.yaml"
      PAMPHLET_PROGRAM="$PWD/program" exec bash "my clone/Scripts/quickstart"
      """)
  }

  @Test func `without a network one line says what is missing, and the rest goes on`() throws {
    let outcome = try quickstart(["http://127.0.0.1:1/a.muse", "http://127.0.0.1:1/b.muse"])
    #expect(outcome.status == 0)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("Not fetched") } == 1)
    #expect(!outcome.messages.contains("127.0.0.1"))
    #expect(outcome.output.contains("factory committees"))
    #expect(program.run("$pamphlet works --index 'my clone/Index/built'").output.contains("FAQ"))
  }

  @Test func `the commands that it prints work in the shell that ran it`() throws {
    let outcome = try quickstart([])
    let commands = outcome.output.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && line.contains(" --index ") ? line.dropFirst(2) : nil
    }
    #expect(commands.count == 6)
    for command in commands {
      let isDaemon = command.contains(" serve ")
      let outcome = program.run(isDaemon ? "exec timeout 2 \(command) --port 0" : "\(command)")
      // A query that finds nothing, and no new texts, are not failures of the command.
      #expect(isDaemon ? outcome.status == 124 || outcome.status == 0 : outcome.status <= 1)
      #expect(!outcome.messages.contains("pamphlet: "), "\(command): \(outcome.messages)")
    }
  }

  @Test func `with a network the texts come from the first address that has them`() throws {
    try folder.write(
      "#title The Review\n#author Ann Bee\n#date 2005\n\nBrinton wrote of the factory committees.\n",
      to: "mirror/review.muse")
    let server = try Mirror(folder, serving: "mirror")
    defer { withExtendedLifetime(server) {} }
    let mirror = server.url
    let outcome = try quickstart(["\(mirror)/gone.muse", "\(mirror)/review.muse"])
    #expect(outcome.status == 0)
    let messages = outcome.messages.split(separator: "\n")
    #expect(messages.count { $0.contains("gone.muse: not fetched: The host answers 404") } == 1)
    #expect(!outcome.messages.contains("is there a network"))
    #expect(
      program.run("$pamphlet works --index 'my clone/Index/built'").output.contains("The Review"))
    // What is held is not fetched again.
    #expect(!(try quickstart(["\(mirror)/review.muse"])).messages.contains("fetched"))
  }
}
