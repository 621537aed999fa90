// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// `pamphlet edit` and what other commands make of it.
struct EditCommandTests {
  private let program: BuiltProgram
  private var folder: TemporaryFolder { program.folder }

  init() throws {
    program = BuiltProgram(folder: try TemporaryFolder())
    try folder.write(
      "On Bread\n\nAnn Bee\n\n1902\n\nBread is made by many hands, and nobody who made it owns it.\n",
      to: "texts/bread.txt")
    #expect(run("index texts").status == 0)
  }

  private func run(_ arguments: String) -> BuiltProgram.Outcome {
    program.run("\"$pamphlet\" \(arguments)")
  }

  private var edits: String {
    String(
      decoding: FileManager.default.contents(atPath: folder(".local/share/pamphlet/edits.yaml"))
        ?? Data(), as: UTF8.self)
  }

  @Test func `an edit shows before and after, is explained as such, and can be taken back`() {
    let edited = run("edit bee-1902-on-bread/p1 --author 'Dee, Carl' --year 1903 --form pamphlet")
    #expect(edited.status == 0)
    #expect(
      edited.output == """
        dee-1903-on-bread
          author        Bee, Ann → Dee, Carl
          year          1902 → 1903
          form          unknown → pamphlet

        """)
    #expect(edited.messages.contains("/.local/share/pamphlet/edits.yaml.\n"))
    #expect(edited.messages.contains("The work was bee-1902-on-bread;"))
    #expect(edits.contains("authors: [\"Carl Dee\"]\n    year: 1903\n    form: pamphlet\n"))
    let explained = run("explain bee-1902-on-bread/p1")
    #expect(
      explained.messages == "bee-1902-on-bread/p1 has moved; it is now dee-1903-on-bread/p1.\n")
    #expect(
      explained.output.contains(
        """
        author      Dee, Carl  [stated by an editor, with pamphlet edit]
                    the file says “Ann Bee”
        year        1903  [stated by an editor, with pamphlet edit]
                    the file says “1902”

        """))
    #expect(explained.output.contains("  the work was bee-1902-on-bread before\n"))
    for command in ["show", "cite"] {
      #expect(run("\(command) bee-1902-on-bread/p1").output.contains("Carl Dee"))
    }
    let listed = run("edit dee-1903-on-bread")
    #expect(listed.output.contains("    year: 1903\n"))
    #expect(listed.messages.hasPrefix("1 edit of this work in "))
    let undone = run("edit dee-1903-on-bread --undo")
    #expect(undone.output.hasPrefix("bee-1902-on-bread\n  author        Dee, Carl → Bee, Ann\n"))
    #expect(run("show dee-1903-on-bread/p1").status == 0)
    #expect(run("edit bee-1902-on-bread --undo").status == 1)
  }

  @Test func `edits are taken back one by one, or all`() {
    for year in [1903, 1904, 1905] {
      #expect(run("edit bee-1902-on-bread --year \(year)").status == 0)
    }
    #expect(run("works").output.contains("bee-1905-on-bread"))
    #expect(run("edit bee-1902-on-bread --undo").output.contains("1905 → 1904"))
    #expect(run("edit bee-1904-on-bread --undo --all").output.contains("1904 → 1902"))
    #expect(run("edit bee-1902-on-bread").output == "bee-1902-on-bread\n")
  }

  @Test(arguments: [
    ("--title ''", "--title must not be empty"), ("--author ' '", "use --unknown"),
    ("--year 2999", "--year must be a year from 1 to"), ("--year soon", "not “soon”"),
    ("--edition-year 0", "--edition-year must be a year"),
    ("--language english", "must be a tag like en"), ("--language qq", "no language has that code"),
    ("--language eng", "write “en”"), ("--form pamflet", "did you mean “pamphlet”?"),
    ("--unknown yaer", "did you mean “year”?"),
    ("--unknown title", "“title” is not a fact that can be unknown"),
    ("--year 1903 --unknown year", "contradict each other"), ("--url example.org", "http"),
    ("--undo --year 1903", "--undo takes no facts"), ("--all", "--all goes with --undo"),
    ("--note why", "state one"), ("--title \"$(printf 'a\\033[1mb')\"", "control characters"),
  ])
  func `what cannot be true is refused with the reason`(arguments: String, reason: String) {
    let outcome = run("edit bee-1902-on-bread \(arguments)")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(reason), "\(outcome.messages)")
    #expect(edits.isEmpty)
  }

  @Test func `a work that does not exist is said to, with the nearest`() {
    let outcome = run("edit bee-1902-on-bred --year 1903")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("did you mean “bee-1902-on-bread”?"))
  }

  @Test func `an edit outlives the index, and a damaged file of edits changes nothing`() throws {
    #expect(run("edit bee-1902-on-bread --year 1903 --unknown author").status == 0)
    #expect(program.run("rm -r .local/share/pamphlet/index").status == 0)
    #expect(run("index texts").messages.hasPrefix("Works: 1 added. "))
    #expect(run("show bee-1902-on-bread/p1").status == 0)
    #expect(run("works").output.contains("\n    1903-on-bread\n"))
    try folder.write(edits + "  - work: x\n    yaer: 1\n", to: ".local/share/pamphlet/edits.yaml")
    let before = edits
    for command in [
      "index --rebuild texts", "edit 1903-on-bread --year 1904", "edit 1903-on-bread",
    ] {
      let outcome = run(command)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("edits.yaml is not valid. Line "))
      #expect(outcome.messages.contains("“yaer” is unknown here"))
    }
    #expect(edits == before)
    #expect(run("works").output.contains("1903-on-bread"))
  }

  @Test func `the file of edits is where option, environment or configuration say`() throws {
    #expect(run("edit bee-1902-on-bread --year 1903 --edits one/e.yaml").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder("one/e.yaml")))
    // Without that file the edit does not hold.
    #expect(run("index texts").messages.contains("1 corrected by catalogue or edits"))
    #expect(program.run("PAMPHLET_EDITS=one/e.yaml \"$pamphlet\" index texts").status == 0)
    #expect(run("works").output.contains("bee-1903-on-bread"))
    try folder.write("edits: ~/one/e.yaml\n", to: ".config/pamphlet/config.yaml")
    #expect(run("index texts").messages.contains("1 unchanged"))
    #expect(run("environment").output.contains("PAMPHLET_EDITS"))
  }

  @Test func `a catalogue's edition is cited`() throws {
    try folder.write(
      """
      works:
        - {title: On Bread, authors: [Ann Bee], year: 1902, edition_year: 1925, publisher: Gee}
      """, to: "catalogue.yaml")
    #expect(run("index texts --catalogue catalogue.yaml").status == 0)
    #expect(run("export").output.contains(#""edition_year":1925"#))
    #expect(run("cite bee-1902-on-bread/p1").output.contains("(1902; Gee, 1925)"))
  }
}
