// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// What leaves the library by `pamphlet export` comes back as it was.
struct ExportTests {
  private let program: BuiltProgram
  private var folder: TemporaryFolder { program.folder }

  init() throws {
    program = BuiltProgram(folder: try TemporaryFolder())
    let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(tests)/Faults/texts") {
      let bytes = try #require(
        FileManager.default.contents(atPath: "\(tests)/Faults/texts/\(name)"))
      try folder.write(Array(bytes), to: "texts/\(name)")
    }
    let records = try #require(
      FileManager.default.contents(atPath: "\(tests)/Exports/library.jsonl"))
    try folder.write(Array(records), to: "texts/library.jsonl")
    try folder.write(
      """
      Contents

      I. The Mill . . . . . . 1
      II. The Oven . . . . . . 2

      I. THE MILL

      The mill was built by the weav-
      ers, and nobody who built it owns it; the oven-
      men of the lower town were told of it.\u{C}

      II. THE OVEN

      Who owns the oven owns the bread [Carl Dee, The Bakers, p. 4], said the bakers.

      """, to: "texts/scanned.txt")
    try folder.write(
      """
      <html lang="en"><title>On Wine</title><h1>On Wine</h1><h2 id="a">Grapes</h2>
      <p>Wine is made of grapes.</p><h2>The End</h2></html>
      """, to: "texts/wine.html")
  }

  @Test func `an index that is made of an export exports the same bytes`() throws {
    #expect(program.run("\"$pamphlet\" index --quiet --index one texts").status == 0)
    let export = program.run("\"$pamphlet\" export --index one --jsonl").output
    #expect(export.contains(#""rule":"#) && export.contains(#""contents":true"#))
    #expect(export.contains(#""repairs":[{"range":"#))
    try folder.write(export, to: "export.jsonl")
    #expect(program.run("\"$pamphlet\" index --quiet --index two export.jsonl").status == 0)
    #expect(program.run("\"$pamphlet\" export --index two --jsonl").output == export)
    let check = program.run("\"$pamphlet\" check --index two")
    #expect(check.status == 0, "\(check.output)\(check.messages)")
    let works = program.run("\"$pamphlet\" works --index one --jsonl").output
    #expect(program.run("\"$pamphlet\" works --index two --jsonl").output == works)
  }

  @Test func `retired labels, omissions and the words that facts rest on come back too`() throws {
    let first = String(
      repeating: "Bread is made by many hands in every town of the land. ", count: 6)
    let gone = String(repeating: "It is eaten by few, and nobody who made it owns it. ", count: 6)
    let new = String(repeating: "The bakers knew nothing of the other ovens until May. ", count: 6)
    for last in [gone, new] {
      try folder.write(
        "On Bread\n\nAnn Bee\n\n1902\n\n\(first)\n\n\(last)\n", to: "bread/bread.txt")
      #expect(program.run("\"$pamphlet\" index --quiet --index one bread").status == 0)
    }
    let export = program.run("\"$pamphlet\" export --index one").output
    #expect(export.contains(#""retired":[{"label":"p2""#))
    try folder.write(export, to: "export.jsonl")
    #expect(program.run("\"$pamphlet\" index --quiet --index two export.jsonl").status == 0)
    for id in ["p1", "p2", "p3"] {
      let explain = "\"$pamphlet\" explain bee-1902-on-bread/\(id)"
      let one = program.run("\(explain) --index one")
      let two = program.run("\(explain) --index two")
      #expect(one.output == two.output && one.messages == two.messages)
    }
  }
}
