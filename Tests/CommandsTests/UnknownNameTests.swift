// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import Commands

/// Options, commands and ids that do not exist.
struct UnknownNameTests {
  private let program: BuiltProgram

  init() throws {
    let folder = try TemporaryFolder()
    program = BuiltProgram(folder: folder)
    try folder.write(
      "On Bread\n\nAnn Bee\n\n1902\n\nBread is made by many hands, and nobody who made it owns it.\n",
      to: "texts/bread.txt")
    #expect(program.run("exec $pamphlet index texts").status == 0)
  }

  @Test(arguments: [
    ("search bread --auther bee", "unknown option --auther; did you mean --author?"),
    ("search bread --limt=3", "unknown option --limt; did you mean --limit?"),
    ("--limt 3", "unknown option --limt; did you mean pamphlet search --limit?"),
    ("serch x", "unknown command serch; did you mean pamphlet search?"),
    ("works citd", "unknown command citd; did you mean pamphlet works cited?"),
    ("works cited --limmit 3", "unknown option --limmit; did you mean --limit?"),
    ("works --jsonn", "unknown option --jsonn; did you mean --jsonl?"),
    ("index --prnue texts", "unknown option --prnue; did you mean --prune?"),
    ("show --contxt 3 x/p1", "unknown option --contxt; did you mean --context?"),
    ("serve --prot 1", "unknown option --prot; did you mean --port?"),
    ("stats --zzzzzz", "unknown option --zzzzzz"), ("zzzzzzz", "unknown command zzzzzzz"),
  ])
  func `what does not exist is an error that names what was meant`(
    line: String, message: String
  ) {
    let outcome = program.run("exec $pamphlet \(line)")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("pamphlet: \(message)\n"))
  }

  @Test func `the daemon names itself`() {
    let outcome = program.run("exec ${pamphlet}d --prot 1")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages == """
        pamphlet: unknown option --prot; did you mean --port?
        `pamphletd --help` lists the options.

        """)
  }

  @Test func `words that begin with two hyphens are searched behind a bare --`() {
    let refused = program.run("exec $pamphlet search bread --hands")
    #expect(refused.messages.contains("put `--` before them: pamphlet search -- --hands"))
    for line in ["search -- --hands", "search bread -- --hands", "search '--hands of bread'"] {
      #expect(program.run("exec $pamphlet \(line)").status == 0)
    }
    #expect(program.run("exec $pamphlet search bread -roses").status == 0)
  }

  @Test(arguments: [
    (
      "show bee-1902-on-braed/p1",
      "There is no passage “bee-1902-on-braed/p1”; did you mean “bee-1902-on-bread/p1”?"
    ),
    ("cite bee-1902-on-bread/q1", "did you mean “bee-1902-on-bread/p1”?"),
    ("explain bee-1902", "did you mean “bee-1902-on-bread/p1”?"),
    ("show zzzzzz", "There is no passage “zzzzzz”. An id is a work and a label: work/p31."),
    (
      "remove bee-1902-on-bred",
      "There is no work “bee-1902-on-bred”; did you mean “bee-1902-on-bread”?"
    ),
    ("search bread --work bee-1902-on-bred", "did you mean “bee-1902-on-bread”?"),
  ])
  func `an id that does not exist offers the nearest one`(line: String, message: String) {
    let outcome = program.run("exec $pamphlet \(line)")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(message))
  }

  @Test(arguments: [
    ["search", "--author", "serch", "--limit", "3"], ["works", "--index", "citd", "cited"],
    ["--version"], ["help", "search"], ["search", "-lenin"], ["index", "-q", "texts"],
  ])
  func `values and known names are not faults`(arguments: [String]) throws {
    #expect(try #require(UnknownName(["pamphlet"] + arguments, of: Pamphlet.self)).failure == nil)
  }
}
