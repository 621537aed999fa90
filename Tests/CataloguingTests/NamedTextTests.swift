// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

@testable import Cataloguing

struct NamedTextTests {
  private let text = PlacedText(
    path: "/home/ann/texts/letters/1902.txt", member: nil, name: "letters/1902.txt",
    contentHash: "abc", ids: ["bee-1902-letters", "bee-letters"])
  private let member = PlacedText(
    path: "/home/ann/texts/scans.zip", member: "strike.txt", name: "scans.zip/strike.txt",
    contentHash: "def", ids: ["strike"])

  private func titles(
    _ yaml: String, _ text: PlacedText, existing: Set<String> = []
  ) throws -> [String] {
    try Catalogue(yaml: yaml).entries(naming: text, fileExists: { existing.contains($0) })
      .map(\.title)
  }

  @Test(arguments: [
    "file: /home/ann/texts/letters/1902.txt", "file: letters/1902.txt", "file: 1902.txt",
    "work: bee-1902-letters", "work: bee-letters", "hash: abc",
  ])
  func `an entry names a text by file, id, former id or bytes`(name: String) throws {
    let yaml = "works: [{title: X, \(name)}]"
    #expect(try titles(yaml, text) == ["X"])
    #expect(try titles(yaml, member) == [])
  }

  @Test(arguments: [
    "file: 902.txt", "file: letters", "file: other/1902.txt", "file: /1902.txt", "work: bee",
    "hash: ab", "file: letters/1902.txt/x",
  ])
  func `part of a name names nothing`(name: String) throws {
    #expect(try titles("works: [{title: X, \(name)}]", text) == [])
  }

  @Test func `a text in an archive is named by its place there, not by the archive alone`() throws {
    #expect(try titles("works: [{title: X, file: scans.zip/strike.txt}]", member) == ["X"])
    #expect(
      try titles("works: [{title: X, file: scans.zip, member: strike.txt}]", member) == ["X"])
    #expect(try titles("works: [{title: X, file: scans.zip}]", member) == [])
    #expect(try titles("works: [{title: X, file: scans.zip, member: other.txt}]", member) == [])
  }

  @Test func `a file that exists is the one that is meant, whatever else agrees`() throws {
    let yaml = "works: [{title: X, file: /elsewhere/a.txt, work: bee-letters, hash: abc}]"
    #expect(try titles(yaml, text, existing: ["/elsewhere/a.txt"]) == [])
    #expect(try titles(yaml, text) == ["X"])
  }

  private func completed(
    _ yaml: String, edits: String = "", _ change: (inout Metadata) -> Void
  ) throws -> Completion {
    var own = Metadata()
    own.title = Attributed("Letters", .stated, rule: "first-line")
    change(&own)
    let catalogue = try Catalogue(yaml: yaml).with(edits: try Catalogue.edits(yaml: edits))
    return catalogue.completion(
      of: own, by: catalogue.entries(naming: text, fileExists: { _ in false }))
  }

  @Test func `an entry that names a text holds without an author, and exactly`() throws {
    let made = try completed(
      """
      works:
        - {file: 1902.txt, title: letters, authors: [Ann Bee], year: 1902, edition_year: 1925,
           form: pamphlet, url: "https://example.org/new"}
        - {title: Letters, authors: [Ann Bee], publisher: Gee}
      """
    ) {
      $0.url = Attributed("https://example.org/old", .stated, rule: "html-meta")
      $0.printedYear = Attributed("ca. 1900", .stated, rule: "byline")
    }
    #expect(made.metadata.title?.value == "letters")
    #expect(made.metadata.title?.rule == "catalogue" && made.metadata.title?.evidence == "Letters")
    #expect(made.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(made.metadata.year?.value == 1902 && made.metadata.printedYear == nil)
    #expect(made.metadata.editionYear?.value == 1925)
    #expect(made.metadata.form?.value == .pamphlet)
    #expect(made.metadata.url?.value == "https://example.org/new")
    // With its author it is a work that the catalogue knows.
    #expect(made.metadata.publisher?.value == "Gee")
  }

  @Test func `an edit goes before the catalogue, a later one before an earlier one`() throws {
    let made = try completed(
      "works: [{file: 1902.txt, year: 1902, authors: [Ann Bee], language: en}]",
      edits: """
        works:
          - {work: bee-letters, year: 1903, authors: [Carl Dee], publisher: Gee}
          - {work: bee-1902-letters, year: 1904, unknown: [publisher, place]}
        """
    ) {
      $0.year = Attributed(1899, .inferred, rule: "title-page")
      $0.place = Attributed("Leeds", .stated, rule: "imprint")
      $0.people = [
        Attributed(Person(parsing: "E. Eff"), .stated, rule: "byline"),
        Attributed(Person(parsing: "Gus Haa", role: .translator), .stated, rule: "byline"),
      ]
    }
    #expect(made.metadata.year == Attributed(1904, .stated, rule: "edit", evidence: "1899"))
    #expect(made.metadata.people.map(\.value.name) == ["Carl Dee", "Gus Haa"])
    #expect(made.metadata.people[0].rule == "edit" && made.metadata.people[0].evidence == "E. Eff")
    #expect(made.metadata.people[1].rule == "byline")
    #expect(made.metadata.publisher == nil && made.metadata.place == nil)
    #expect(made.metadata.language?.rule == "catalogue")
    #expect(made.entries.map(\.origin) == [.catalogue, .edit, .edit])
  }

  @Test func `what an entry contributes does not depend on where it stands`() throws {
    let yaml = "  - {file: 1902.txt, year: 1902, note: a remark}\n"
    let one = try completed("works:\n\(yaml)") { _ in }
    let other = try completed("# moved\n\nworks:\n  - {title: Z, authors: [Y]}\n\(yaml)") { _ in }
    #expect(one.contribution == other.contribution && !one.contribution.isEmpty)
    #expect(one.metadata == other.metadata)
    #expect(try completed("works: [{title: Z, authors: [Y]}]") { _ in }.contribution == "")
  }

  @Test func `what names one text is not about others of its title`() throws {
    let made = try completed(
      "works: [{file: other.txt, title: Letters, authors: [Ann Bee], year: 1902}]"
    ) { $0.people = [Attributed(Person(parsing: "Ann Bee"), .stated, rule: "byline")] }
    #expect(made.metadata.year == nil)
  }

  @Test(arguments: [
    ("works:\n  - {year: 1902}", "Line 2: the work has no title, and names no `work` or `file`"),
    ("works:\n  - {file: a, year: 19020}", "Line 2: expected a year from 1 to 2100"),
    ("works:\n  - {file: a, form: poster}", "Line 2: expected a form: book"),
    ("works:\n  - {file: a, unknown: [title]}", "Line 2: “title” cannot be unknown"),
    ("works: soon", "Line 1: expected a list of works"),
  ])
  func `a wrong entry is an error with its line`(yaml: String, message: String) {
    do throws(CatalogueFault) {
      _ = try Catalogue(yaml: yaml)
      Issue.record("It was read.")
    } catch {
      #expect(error.description.hasPrefix(message), "\(error.description)")
    }
  }
}
