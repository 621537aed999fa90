// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import CitedWorks
import Corpus
import Testing

struct CitedWorkTests {
  private func works(_ sources: (String?, String)...) -> [CitedWork] {
    var gatherer = CitedWorkGatherer()
    for (author, title) in sources {
      gatherer.add(
        NamedSource(authors: author.map { [$0] } ?? [], title: title), citedBy: "a-text")
    }
    return gatherer.works()
  }

  @Test(arguments: [
    ("E. H. Carr", "Bolshevik revolution"),
    ("Edward Hallett Carr", "The Bolshevik Revolution"),
    ("Carr", "THE BOLSHEVIK REVOLUTION"),
    ("Carr, E. H.", "The Bolshevik Revolution: A History"),
    ("E.H. Carr", "The Bolshevik Revoluticn"),
    (nil, "The Bolshevik Revolution"),
  ])
  func `forms of naming a work are one work`(author: String?, title: String) {
    let works = works(
      ("E. H. Carr", "The Bolshevik Revolution"), ("E. H. Carr", "The Bolshevik Revolution"),
      (author, title))
    #expect(works.count == 1)
    #expect(works.first?.title == "The Bolshevik Revolution")
    #expect(works.first?.references == 3)
    #expect(works.first?.variants.first?.rule == .first)
  }

  @Test(arguments: [
    ("J. Carr", "The Bolshevik Revolution"), ("Ann Bee", "The Bolshevik Revolution"),
    ("E. H. Carr", "The Bolshevik Resolutions of Ann Bee"),
  ])
  func `other initials, other authors and other titles are other works`(
    author: String, title: String
  ) {
    #expect(works(("E. H. Carr", "The Bolshevik Revolution"), (author, title)).count == 2)
  }

  @Test func `two subtitles are two works, and the bare title is neither`() {
    #expect(
      works(
        ("Ann Bee", "Bread and Roses: A Play"), ("Ann Bee", "Bread and Roses: A Cookbook"),
        ("Ann Bee", "Bread and Roses")
      ).count == 3)
    #expect(works(("Ann Bee", "Bread: A Play"), ("Ann Bee", "Bread")).count == 2)
  }

  @Test func `short words and digits are no misprints`() {
    #expect(works(("Ann Bee", "Anarchism and Law"), ("Ann Bee", "Anarchism and War")).count == 2)
    let volumes = works(("Ann Bee", "Selected Writings 1"), ("Ann Bee", "Selected Writings 2"))
    #expect(volumes.count == 2)
  }

  @Test func `a title of two authors is nobody's where none is named`() {
    #expect(works(("Ann Bee", "Letters"), ("Carl Dee", "Letters"), (nil, "Letters")).count == 3)
  }

  @Test func `a record keeps forms, editions, volumes, texts and what it came through`() {
    var gatherer = CitedWorkGatherer()
    let source = NamedSource(
      authors: ["E. H. Carr"], title: "The Bolshevik Revolution", volume: "II", pages: "69",
      year: 1952)
    let through = NamedSource(authors: ["Ann Bee"], title: "Bread and Roses")
    gatherer.add(
      Reference(range: 0..<1, text: "x", source: source, via: [through], basis: .stated),
      citedBy: "one")
    gatherer.add(
      NamedSource(authors: ["Carr"], title: "Bolshevik Revolution", volume: "I", year: 1966),
      citedBy: "two")
    gatherer.add(NamedSource(authors: ["Carr"]), citedBy: "two")
    let works = gatherer.works()
    #expect(works.map(\.title).sorted() == ["Bread and Roses", "The Bolshevik Revolution"])
    #expect(gatherer.withoutTitle == 1)
    let work = works.first { $0.authors == ["E. H. Carr"] }
    #expect(work?.editions == [1952: 1, 1966: 1])
    #expect(work?.volumes == ["I": 1, "II": 1])
    #expect(work?.citing == ["one": 1, "two": 1])
    #expect(work?.through == ["Ann Bee, Bread and Roses": 1])
    #expect(
      work?.variants.map(\.text).sorted() == [
        "Carr, Bolshevik Revolution", "E. H. Carr, The Bolshevik Revolution",
      ])
  }

  @Test func `the catalogue joins what it knows as one work`() throws {
    let catalogue = try Catalogue(
      yaml: "works: [{title: The Bread Book, authors: [Ann Bee], names: [Brot]}]")
    let joined = catalogue.join(works(("Ann Bee", "Bread Book"), ("A. Bee", "Brot")))
    #expect(joined.count == 1)
    #expect(joined.first?.entry?.title == "The Bread Book")
    #expect(joined.first?.work.variants.map(\.rule).contains(.catalogue) == true)
    #expect(catalogue.join(works(("Carl Dee", "The Bread Book"))).first?.entry == nil)
  }
}
