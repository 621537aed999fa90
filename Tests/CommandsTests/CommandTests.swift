// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Runs the real program in an empty folder, with an environment of its own.
struct CommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The program stands beside the bundle of the tests.
  private static var program: String {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return String(bundle[..<(bundle.lastIndex(of: "/") ?? bundle.endIndex)]) + "/pamphlet"
  }

  private func run(_ arguments: String..., input: String = "") throws -> Outcome {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(
      separator: " ")
    try folder.write(input, to: "input")
    let command =
      "cd '\(folder.path)' && env -i HOME='\(folder.path)' PATH=\"$PATH\" '\(Self.program)' \(quoted) "
      + "<input >output 2>messages"
    let status = system(command)
    func read(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: folder(name)) ?? Data(), as: UTF8.self)
    }
    return Outcome(status: (status >> 8) & 0xFF, output: read("output"), messages: read("messages"))
  }

  private func makeLibrary() throws {
    try folder.write(
      "On Bread\n\nAnn Bee\n\n1902\n\nBread is made by many hands, and nobody who made it owns it.\n",
      to: "texts/bread.txt")
    #expect(try run("index", "texts").status == 0)
  }

  @Test func `queries are timed by their classes, and what is none is named`() throws {
    try makeLibrary()
    try folder.write("words\tbread hands\npattern\tbr*d\n", to: "queries")
    let timed = try run("benchmark", "--rounds", "2", "queries")
    #expect(timed.status == 0)
    let lines = timed.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map { $0[0] } == ["pattern", "words"])
    #expect(lines.allSatisfy { $0.count == 6 && $0[1] == "2" })
    try folder.write("no class\n", to: "queries")
    let bad = try run("benchmark", "queries")
    #expect(
      bad.status == 2 && bad.messages.contains("Expected a class, a tab and a query: no class"))
    #expect(try run("benchmark", "missing").status == 2)
    #expect(try run("benchmark", "--rounds", "0", "queries").status == 2)
  }

  @Test func `a word is left out by a hyphen, whatever its first letter`() throws {
    try makeLibrary()
    for word in ["-hands", "-land", "-labour", "-query", "-index"] {
      let found = try run("search", "bread", word, "--json")
      #expect(found.output.contains("\"interpreted\":\"bread \(word)\""))
    }
    #expect(try run("search", "--json", "--", "bread").output.contains("\"text\":\"bread\""))
  }

  @Test func `whose words are quoted is explained, rule by rule, and a rule can be left out`()
    throws
  {
    try folder.write(
      "The Mill\n\nAnn Bee\n\n1902\n\nAs Anna Lund argued, “the mills were never ours.” [The Weavers, p. 4]\n",
      to: "texts/mill.txt")
    #expect(try run("index", "texts").status == 0)
    let explained = try run("explain", "bee-1902-the-mill/p1")
    #expect(explained.output.contains("  speaker   Anna Lund"))
    #expect(explained.output.contains("  from      Anna Lund, The Weavers, p. 4"))
    #expect(explained.output.contains("title-by-prose"))
    #expect(explained.output.contains("  weighed   Anna Lund: cue-before, score 0."))
    #expect(try run("search", "--speaker", "lund", "mills").status == 0)
    #expect(try run("search", "--author", "lund", "mills").status == 1)
    #expect(try run("index", "--rebuild", "--without", "title-by-prose", "texts").status == 0)
    let without = try run("explain", "bee-1902-the-mill/p1")
    #expect(without.output.contains("  from      The Weavers, p. 4"))
    let wrong = try run("index", "--without", "no-such-rule", "texts")
    #expect(wrong.status == 2)
    #expect(wrong.messages.contains("There is no rule “no-such-rule”"))
    #expect(try run("rules").output.contains("op-cit-prose"))
  }

  @Test func `a search prints a reference, the words and the id`() throws {
    try makeLibrary()
    let found = try run("search", "many hands")
    #expect(found.status == 0)
    #expect(
      found.output == """
        1. Ann Bee, “On Bread” (1902), para. 1.
            Bread is made by many hands, and nobody who made it owns it.
            bee-1902-on-bread/p1


        """)
    #expect(found.messages == "1 passage.\n")
    #expect(try run("search", "-", input: "hands\n").output == found.output)
  }

  @Test func `JSON is one object, JSON lines one a passage`() throws {
    try makeLibrary()
    let json = try run("search", "hands", "--json").output
    #expect(json.hasPrefix(#"{"query":{"text":"hands""#))
    let lines = try run("search", "hands", "--jsonl").output
    #expect(lines.hasPrefix(#"{"id":"bee-1902-on-bread/p1","kind":"body","score":"#))
    let export = try run("export", "--jsonl").output
    #expect(export.split(separator: "\n").count == 1)
    // What was exported comes back as it was.
    try folder.write(export, to: "export.jsonl")
    #expect(try run("index", "--index", "again", "export.jsonl").status == 0)
    #expect(try run("export", "--index", "again", "--jsonl").output == export)
  }

  @Test func `speakers and cited works are found apart from authors and from mentions`() throws {
    try folder.write(
      """
      On Councils

      Ann Bee

      1977

      Lenin wrote in 1918: “The councils are to keep the accounts of every factory in the land.” \
      [Vladimir Lenin, The Tasks of the Councils, p. 24] So much for the accounts.

      Nobody who read Lenin in that year could have thought that the factories would be theirs, and \
      many had read him with care before the winter came.

      Others had said it before [Carl Dee, The Free Commune, p. 7] and were not heard by anyone.

      """, to: "texts/councils.txt")
    try folder.write(
      "The Free Commune\n\nCarl Dee\n\n1905\n\nA commune is free if nobody keeps its accounts.\n",
      to: "texts/commune.txt")
    #expect(try run("index", "texts").status == 0)
    func ids(_ arguments: String...) throws -> Int {
      let found = try run(arguments[0], arguments[1], arguments[2], "--jsonl")
      return found.output.split(separator: "\n").count
    }
    #expect(try ids("search", "speaker:lenin", "--limit=9") == 1)
    #expect(try ids("search", "accounts", "--speaker=lenin") == 1)
    #expect(try ids("search", "author:lenin", "--limit=9") == 0)
    #expect(try ids("search", "lenin", "--limit=9") == 2)
    #expect(try ids("search", "cites:\"free commune\"", "--limit=9") == 1)
    #expect(try ids("search", "heard", "--cites=dee") == 1)
    #expect(try ids("search", "nobody", "--cites=lenin") == 0)

    // The cited work is held, and says so wherever its passages leave the index.
    let held = #""work":"dee-1905-the-free-commune""#
    #expect(try run("search", "heard", "--jsonl").output.contains(held))
    let passages = try run("export", "--jsonl").output.split(separator: "\n")
    #expect(passages.count { $0.contains(held) } == 2)
    let works = try run("works", "cited", "--jsonl").output.split(separator: "\n")
    // Others are known to the catalogue only.
    #expect(works.count { !$0.contains(#""references":0"#) } == 2)
    #expect(works.contains { $0.contains(#""held":["dee-1905-the-free-commune"]"#) })
    #expect(try run("works", "cited", "--limit", "1").output.contains("references in bee-1977"))
    #expect(try run("works", "cited", "--by", "text").output.hasPrefix("bee-1977-on-councils\n"))
    #expect(try run("works", "cited", "--by", "year").status == 0)
  }

  @Test func `exit statuses are 0, 1 and 2`() throws {
    #expect(try run("search", "x").status == 2)
    try makeLibrary()
    #expect(try run("search", "zzzz").status == 1)
    #expect(try run("search", "year:x").status == 2)
    #expect(try run("search", "x", "--limit", "1000").status == 2)
    #expect(try run("nonsense").status == 2)
    #expect(try run("show", "bee-1902-on-bread/p9").status == 1)
    #expect(try run("index", "nowhere").status == 2)
    try folder.write("", to: "empty.yaml")
    #expect(try run("works", "cited", "--catalogue", "empty.yaml").status == 1)
    #expect(try run("works", "cited", "--catalogue", "none.yaml").status == 2)
    #expect(try run("--help").status == 0)
    #expect(try run("--version").output == "0.1.0\n")
    #expect(try run("check").status == 0)
    #expect(try run("remove", "none").status == 1)
    #expect(try run("remove", "bee-1902-on-bread").status == 0)
    #expect(try run("works").status == 1)
  }

  @Test func `without room for passages a search only counts them`() throws {
    try makeLibrary()
    let counted = try run("search", "bread", "--limit", "0")
    #expect(counted.status == 0)
    #expect(counted.output.isEmpty)
    #expect(counted.messages == "1 passage.\n")
    #expect(try run("search", "bread", "--limit", "0", "--jsonl").status == 0)
    #expect(try run("search", "bread", "--limit", "0", "--json").output.contains(#""value":1"#))
    #expect(try run("search", "--kwic", "bread", "--limit", "0").status == 0)
    #expect(try run("search", "zzzz", "--limit", "0").status == 1)
  }

  @Test func `a query error shows its place and what to do`() throws {
    try makeLibrary()
    let messages = try run("search", "bread year:soon").messages
    #expect(messages.contains("“soon” is not a number or range for `year`."))
    #expect(messages.contains("bread year:soon\n           ^^^^\n"))
    #expect(messages.contains("For example: year:1917..1921"))
  }

  @Test func `what was not understood as typed is said, and searched all the same`() throws {
    try makeLibrary()
    let found = try run("search", "bread autor:bee")
    #expect(found.status == 0)
    #expect(found.messages.contains("Note: There is no field “autor”"))
    #expect(found.messages.contains("Did you mean: bread author:bee\n"))
  }

  @Test func `a concordance puts matches under each other`() throws {
    try makeLibrary()
    let found = try run("search", "--kwic", "many OR made", "--sort", "left")
    #expect(found.status == 0)
    #expect(found.messages == "3 lines in 1 passages.\n")
    let lines = found.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("by many hands"))
    #expect(try run("search", "--kwic", "bread", "--sort", "year").status == 2)
  }

  @Test func `a score is explained, a passage like another is found, help names the language`()
    throws
  {
    try makeLibrary()
    #expect(try run("search", "--explain", "many hands").output.contains("    score "))
    #expect(try run("search", "--like", "bee-1902-on-bread/p1").status == 1)
    #expect(try run("search", "--like", "none/p1").status == 2)
    #expect(try run("help", "query").output.contains("strike NEAR/5 general"))
    #expect(try run("query").output.contains("strike NEAR/5 general"))
  }

  @Test func `show, cite and explain tell where a passage stands`() throws {
    try makeLibrary()
    #expect(try run("show", "bee-1902-on-bread/p1").output.contains("→ p1"))
    #expect(
      try run("cite", "bee-1902-on-bread/p1", "--style", "mla").output
        == "Bee, Ann. “On Bread.” 1902. (Bee, par. 1)\n")
    let explanation = try run("explain", "bee-1902-on-bread/p1").output
    #expect(explanation.contains("title       On Bread  [stated, first-line, line 1]"))
    #expect(explanation.contains("pages       unknown: the file shows none"))
  }

  @Test func `a quotation is cited through the text that quotes it, and inferred ones say so`()
    throws
  {
    try folder.write(
      #"{"id":"bee/p1","kind":"body","text":"He said “bread” and left.","#
        + #""source":{"work":"bee","title":"On Bread","authors":["Ann Bee"],"year":1902,"#
        + #""url":"https://example.org/bread","paragraph":1},"quotations":["#
        + #"{"range":[8,15],"text":"bread","speaker":"Carl Dee","basis":"inferred","confidence":0.914,"#
        + #""evidence":[{"rule":"said-by","range":[0,7]}]}]}"#,
      to: "texts/bee.jsonl")
    #expect(try run("index", "texts").status == 0)
    let id = try run("export").output.split(separator: "\"")[3].description
    let cited = try run("cite", id, "--quotation", "1")
    #expect(cited.status == 0)
    #expect(
      cited.output
        == "Carl Dee, quoted in Ann Bee, “On Bread” (1902), para. 1, https://example.org/bread.\n")
    #expect(cited.messages == "The attribution is inferred, by said-by.\n")
    let json = try run("cite", id, "--quotation", "1", "--style", "apa", "--json").output
    #expect(
      json.contains(
        #""selector":{"type":"TextQuoteSelector","exact":"“bread”","prefix":"He said ","#
          + #""suffix":" and left."},"link":"https://example.org/bread#:~:text="#))
    #expect(json.contains(#""quotation":1,"basis":"inferred","confidence":0.91,"#))
    #expect(try run("explain", id).output.contains("“bread”  [inferred, 0.91]"))
    #expect(
      try run("show", id, "--json").output.contains(#""link":"https://example.org/bread#:~:"#))
    #expect(try run("cite", id, "--quotation", "2").status == 1)
    #expect(try run("cite", id, "--quotation", "0").status == 2)
  }

  @Test func `the configuration file names the index, and a bad one is an error that names it`()
    throws
  {
    try folder.write("index: ~/library\n", to: ".config/pamphlet/config.yaml")
    try makeLibrary()
    #expect(FileManager.default.fileExists(atPath: folder("library/XAPIANDB")))
    try folder.write("indx: x\n", to: ".config/pamphlet/config.yaml")
    let outcome = try run("stats")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("config.yaml has an unknown setting “indx”."))
  }

  @Test func `the floor of speakers is set by option, variable or file, and texts are read again`()
    throws
  {
    try makeLibrary()
    #expect(try run("index", "texts").messages.contains("1 unchanged"))
    #expect(try run("index", "texts", "--floor", "0.9").messages.contains("1 replaced"))
    // The floor is that of the index.
    #expect(try run("index", "texts").messages.contains("1 unchanged"))
    try folder.write("floor: 0.8\n", to: ".config/pamphlet/config.yaml")
    #expect(try run("index", "texts").messages.contains("1 replaced"))
    for wrong in ["1.5", "-0.1", "nan", "high"] {
      let outcome = try run("index", "texts", "--floor=\(wrong)")
      #expect(outcome.status == 2)
    }
    #expect(
      try run("index", "texts", "--floor", "2").messages.contains(
        "--floor must be a number from 0 (name every speaker) to 1"))
    try folder.write("floor: 7\n", to: ".config/pamphlet/config.yaml")
    let outcome = try run("index", "texts")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("The setting `floor` in "))
  }

  @Test func `people are listed with their names, why these are theirs, and where they occur`()
    throws
  {
    try makeLibrary()
    try folder.write(
      #"{"id":"dee/p1","kind":"body","text":"“Bread,” said A. Bee.","#
        + #""source":{"work":"dee","title":"On Work","authors":["Carl Dee"],"year":1903},"#
        + #""quotations":[{"range":[0,8],"text":"Bread,","speaker":"A. Bee","basis":"stated"}]}"#,
      to: "texts/dee.jsonl")
    #expect(try run("index", "texts").status == 0)
    #expect(
      try run("people", "bee").output == """
        Ann Bee: author of 1, quoted 1×
            “A. Bee” (initials, like “Ann Bee”): quoted 1×
                in dee

        """)
    #expect(try run("people").output.contains("Carl Dee: author of 1\n"))
    #expect(try run("people", "--limit", "1").output.hasPrefix("Ann Bee"))
    let json = try run("people", "bee", "--json").output
    #expect(json.hasPrefix(#"{"people":[{"name":"Ann Bee","single_name":false,"author":1,"#))
    #expect(json.contains(#"{"name":"A. Bee","rule":"initials","like":"Ann Bee","#))
    let nobody = try run("people", "Anne", "Bea")
    #expect(nobody.status == 1)
    #expect(nobody.messages == "Nobody is called “Anne Bea”; did you mean “Ann Bee”?\n")
    // The catalogue is asked anew, though no text has changed.
    try folder.write(
      "people:\n  - {name: Ann Bee, real_name: Carl Dee}\n", to: "catalogue.yaml")
    #expect(try run("index", "texts", "--catalogue", "catalogue.yaml").status == 0)
    #expect(try run("people", "dee").output.contains("“Carl Dee” (catalogue, like “Ann Bee”)"))
  }

  @Test func `diagnostics go to a file as JSON lines`() throws {
    try makeLibrary()
    try folder.write([], to: "texts/empty.txt")
    #expect(try run("index", "texts", "--diagnostics", "d.jsonl").status == 1)
    let lines = String(
      decoding: FileManager.default.contents(atPath: folder("d.jsonl")) ?? Data(), as: UTF8.self)
    #expect(
      lines
        == #"{"severity":"error","code":"empty-file","message":"The file is empty.","file":"empty.txt","line":null,"offset":null}"#
        + "\n")
  }
}
