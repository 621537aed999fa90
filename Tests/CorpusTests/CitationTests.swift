// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Corpus

struct CitationTests {
  private func work(
    _ title: String = "Workers power and the general strike", authors: [String] = ["Tom Bee"],
    year: Int? = 2005, publisher: String? = nil, collection: String? = nil
  ) -> Work {
    var metadata = Metadata()
    metadata.title = Attributed(title, .stated, rule: "test")
    metadata.people = authors.map { Attributed(Person(parsing: $0), .stated, rule: "test") }
    metadata.year = year.map { Attributed($0, .stated, rule: "test") }
    metadata.publisher = publisher.map { Attributed($0, .stated, rule: "test") }
    metadata.collection = collection.map { Attributed($0, .stated, rule: "test") }
    return Work(
      id: "bee-2005", metadata: metadata, file: "bee.txt", path: "/bee.txt", format: "text",
      contentHash: "", extractorVersion: 1)
  }

  private func passage(
    pages: (String, String)? = ("4", "5"), note: String? = nil, section: [String] = []
  ) -> Passage {
    Passage(
      work: "bee-2005", label: "p31", kind: note == nil ? .body : .note, text: "Text.", ordinal: 30,
      section: section,
      pages: pages.map { PageRange(first: $0.0, last: $0.1, isInferred: true) },
      paragraph: note == nil ? 31 : nil, note: note)
  }

  @Test func `a Chicago note`() {
    #expect(
      citation(of: passage(), in: work(), style: .chicago)
        == "Tom Bee, “Workers Power and the General Strike” (2005), 4–5.")
    #expect(
      citation(of: passage(pages: ("4", "4"), note: "6"), in: work(), style: .chicago)
        == "Tom Bee, “Workers Power and the General Strike” (2005), 4n6.")
    #expect(
      citation(
        of: passage(pages: nil, section: ["The end"]), in: work(authors: [], year: nil),
        style: .chicago)
        == "“Workers Power and the General Strike” (n.d.), under “The end”, para. 31.")
    #expect(
      citation(
        of: passage(), in: work(authors: ["A. Bee", "C. Dee", "E. Eff"], publisher: "Black Flag"),
        style: .chicago)
        == "A. Bee et al., Workers Power and the General Strike (Black Flag, 2005), 4–5.")
    #expect(
      citation(of: passage(), in: work(collection: "Essays on strikes"), style: .chicago)
        == "Tom Bee, “Workers Power and the General Strike,” in Essays on Strikes (2005), 4–5.")
  }

  @Test func `MLA and APA`() {
    #expect(
      citation(of: passage(), in: work(), style: .mla)
        == "Bee, Tom. “Workers Power and the General Strike.” 2005, pp. 4–5.")
    #expect(
      citation(of: passage(), in: work(authors: ["Tom Bee", "Ann Van Dee"]), style: .apa)
        == "Bee, T., & Van Dee, A. (2005). Workers power and the general strike. (pp. 4–5)")
  }

  @Test func `records for programs`() {
    #expect(citation(of: passage(), in: work(), style: .bibtex).contains("pages = {4--5}"))
    #expect(citation(of: passage(), in: work("A & B"), style: .bibtex).contains("{A \\& B}"))
    #expect(
      citation(of: passage(), in: work(), style: .ris).hasPrefix("TY  - GEN\nAU  - Bee, Tom\n"))
    let csl = citation(of: passage(), in: work("The \"Strike\""), style: .cslJSON)
    #expect(csl.contains(#""title": "The \"Strike\"""#))
    #expect(csl.contains(#""author": [{"family": "Bee", "given": "Tom"}]"#))
    #expect(csl.contains(#""locator": "4-5""#))
  }

  @Test(arguments: [
    ("the bolsheviks and workers' control", "The Bolsheviks and Workers' Control"),
    ("WHAT IS TO BE DONE", "What Is to Be Done"),
    ("a plea for x: the end", "A Plea for X: The End"),
    ("self-management in the USSR", "Self-Management in the USSR"),
  ])
  func `headline capitals`(_ title: String, _ expected: String) {
    #expect(headlineCapitals(title) == expected)
  }
}
