// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import PassageSearch
import TestSupport
import Testing

@testable import Commands

struct ReadingCommandTests {
  @Test func `a number stands for a passage of the last search`() throws {
    let folder = try TemporaryFolder()
    let results = LastResults(path: "\(folder.path)/state/last-results")
    #expect(throws: CommandFailure.self) { try results.id("@1") }
    results.keep(["w/p1", "w/n6"], from: 11)
    #expect(try results.id("@12") == "w/n6")
    #expect(try results.id("w/p3") == "w/p3")
    #expect(try results.id("@x") == "@x")
    #expect(throws: CommandFailure.self) { try results.id("@1") }
    // A search without results leaves what was remembered.
    results.keep([], from: 1)
    #expect(try results.id("@11") == "w/p1")
    // A place that cannot be written to is no reason to fail.
    LastResults(path: "/proc/none/last-results").keep(["w/p1"], from: 1)
  }

  @Test func `kept passages stay in their order, in a file of their own`() throws {
    let folder = try TemporaryFolder()
    let kept = KeptPassages(path: "\(folder.path)/deep/kept")
    #expect(try kept.ids() == [])
    try kept.write(["b/p2", "a/p1"])
    #expect(try kept.ids() == ["b/p2", "a/p1"])
    #expect(throws: CommandFailure.self) { try KeptPassages(path: "/proc/none").write(["x"]) }
  }

  @Test(arguments: [60, 80, 100])
  func `contents keep their columns at any width`(_ width: Int) throws {
    let folder = try TemporaryFolder()
    var work = Sample.work("bread", title: "On Bread", texts: (1...5).map { "Text \($0)." })
    for (place, heading) in [
      (0, "One"), (2, "A heading that is so long that it does not fit on a line of sixty columns"),
    ] {
      work.passages[place].section = [heading]
      work.passages[place].openedHeadings = 1
    }
    try Sample.index([work], at: folder.path)
    let divided = try #require(try Searcher(path: folder.path).dividedWork("bread"))
    let terminal = Terminal(hasStyles: false, width: width)
    let lines = ContentsCommand.lines(divided, width: width, on: terminal).split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.count <= width })
    #expect(lines[1].hasPrefix("One ") && lines[1].hasSuffix("p. 1 p1"))
    #expect(lines[lines.count - 2].hasSuffix("p. 3 p3"))
  }

  @Test func `what is read shows pages, headings, whose words and notes`() {
    let work = Sample.work("bread", title: "On Bread", texts: ["One two three.", "Note."])
    var passage = work.passages[0]
    passage.section = ["Chapter"]
    passage.openedHeadings = 1
    passage.pageBreaks = [
      PassagePageBreak(offset: 4, page: "2"), PassagePageBreak(offset: 99, page: "9"),
    ]
    passage.quotations = [
      Quotation(
        range: 0..<3, text: "One", speaker: "Dee", source: NamedSource(title: "Roses", pages: "3"),
        via: [NamedSource(authors: ["Eff"])], basis: .inferred)
    ]
    passage.notes = [
      AttachedNote(
        number: "6", offset: 3, text: "See Roses.", label: "p2", printed: "6", basis: .stated)
    ]
    let text = ReadingRendering(terminal: Terminal(hasStyles: false, width: 60))
      .text([passage, work.passages[1]], of: work.work)
    #expect(text.contains("Chapter\n\n[p. 1 (inferred)]\np1\n  One [p. 2] two three."))
    #expect(text.contains("“One”: Dee, from Roses, p. 3, through Eff (inferred)"))
    #expect(text.contains("        6 See Roses."))
    // The note is not read twice.
    #expect(!text.contains("Note."))
  }
}
