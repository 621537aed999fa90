// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Dispatch
import FoundationEssentials
import TestSupport
import Testing
import TextFolding

@testable import Cataloguing

struct EditsTests {
  private func entry(_ work: String, year: Int) -> CatalogueEntry {
    var entry = CatalogueEntry(
      origin: .edit, text: TextName(work: work, file: "/texts/\(work).txt"))
    entry.date = "2026-11-29T04:00:00Z"
    entry.year = year
    return entry
  }

  @Test func `an entry is read as it was written, whatever its values`() throws {
    var full = CatalogueEntry(
      title: "“No”: \"yes\" # 'x' \\n & *a", origin: .edit,
      text: TextName(work: "a", file: "/b c.txt", member: "d: e", contentHash: "00"))
    full.subtitle = "- null"
    full.people = ["Ursula Le Guin", "Federación Anarquista Ibérica", "Львов"].map {
      Person(parsing: $0)
    }
    full.people.append(Person(parsing: "Le Guin, Ursula", role: .editor))
    full.year = 1902
    full.editionYear = 1925
    full.form = .thesis
    full.language = "no"
    full.container = "yes"
    full.publisher = "1925"
    full.place = "\u{2028}\u{85}\t"
    full.url = "https://example.org/?a=b#c"
    full.rights = "~"
    full.note = "{[,"
    full.unknown = [.translators]
    var text = try EditsText("")
    try text.add(full)
    var back = try #require(text.entries.first)
    back.line = 0
    #expect(back == full)
  }

  @Test func `comments and order stay where entries are added and taken back`() throws {
    let byHand = """
      # Mine.
      works:
          # the first
          - work: a   # with a remark
            year: 1900

          # the second
          - {work: b, year: 1901}

      # the end
      """
    var text = try EditsText(byHand)
    try text.add(entry("c", year: 1902))
    #expect(text.entries.map(\.text.work) == ["a", "b", "c"])
    #expect(text.text.hasPrefix(byHand))
    try text.remove([text.entries[1]])
    #expect(text.entries.map(\.text.work) == ["a", "c"])
    for comment in ["# Mine.", "# the first", "# with a remark", "# the second", "# the end"] {
      #expect(text.text.contains(comment), "\(comment)")
    }
    try text.remove(text.entries)
    #expect(text.entries.isEmpty)
    try text.add(entry("d", year: 1903))
    #expect(text.entries.map(\.text.work) == ["d"])
  }

  @Test(arguments: [
    "", "# only a comment\n", "works:\n", "works: []\n", "works: ~", "---\nworks:\n",
  ])
  func `a list that is empty in any way can be added to`(start: String) throws {
    var text = try EditsText(start)
    try text.add(entry("a", year: 1900))
    try text.add(entry("b", year: 1901))
    #expect(text.entries.map(\.year) == [1900, 1901])
    try text.remove([text.entries[0]])
    #expect(text.entries.map(\.year) == [1901])
  }

  @Test func `lines that end in CR LF are lines`() throws {
    var text = try EditsText("works:\r\n  - work: a\r\n    year: 1900\r\n")
    try text.add(entry("b", year: 1901))
    #expect(text.entries.map(\.year) == [1900, 1901])
  }

  @Test func `a form that cannot be changed line by line is left as it is`() throws {
    var text = try EditsText("works: [{work: a, year: 1900}, {work: b, year: 1901}]\n")
    let before = text
    #expect(throws: CatalogueFault.self) { try text.add(entry("c", year: 1902)) }
    #expect(throws: CatalogueFault.self) { try text.remove([text.entries[0]]) }
    #expect(text == before)
  }

  @Test func `many may write at once, and nothing is lost`() throws {
    let folder = try TemporaryFolder()
    let file = EditsFile(path: folder("new/edits.yaml"))
    #expect(try file.entries().isEmpty)
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for number in 0..<5 {
        #expect(throws: Never.self) { try file.add(entry("w\(worker)-\(number)", year: 1900)) }
      }
    }
    #expect(try Set(file.entries().map(\.text.work)).count == 40)
    let removed = try file.remove { $0.filter { $0.text.work?.hasPrefix("w3-") ?? false } }
    #expect(removed.count == 5)
    #expect(try file.entries().count == 35)
  }

  @Test func `a damaged file is an error that names it and the line, and stays as it is`() throws {
    let folder = try TemporaryFolder()
    for (text, problem) in [
      ("works:\n  - work: a\n    yaer: 1902\n", "Line 3: “yaer” is unknown here"),
      ("works:\n  - work: \"a\n", "It is not YAML. Line"),
      ("works:\n  - {year: 1902}\n", "Line 2: an edit names a text by"),
    ] {
      let file = EditsFile(path: try folder.write(text, to: "edits.yaml"))
      do throws(CatalogueFault) {
        try file.add(entry("b", year: 1901))
        Issue.record("It was changed.")
      } catch {
        #expect(error.description.contains("edits.yaml is not valid. \(problem)"), "\(error)")
      }
      #expect(try folder.read("edits.yaml") == Array(text.utf8))
    }
    try folder.write([0x77, 0xFF], to: "edits.yaml")
    #expect(throws: CatalogueFault.self) {
      try EditsFile(path: folder("edits.yaml")).entries()
    }
  }

  @Test func `a link is followed, not replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.write("works:\n", to: "kept/mine.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder("edits.yaml"), withDestinationPath: folder("kept/mine.yaml"))
    try EditsFile(path: folder("edits.yaml")).add(entry("a", year: 1900))
    #expect(try EditsFile(path: folder("kept/mine.yaml")).entries().count == 1)
    #expect(try EditsFile(path: folder("edits.yaml")).entries().count == 1)
  }
}
