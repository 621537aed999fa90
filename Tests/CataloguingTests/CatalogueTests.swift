// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import Testing
import TextFolding

struct CatalogueTests {
  private let catalogue: Catalogue

  init() throws {
    catalogue = try Catalogue(
      yaml: """
        people:
          - {name: Ann Bee, real_name: Anna Beatrix, also: [A. Bee]}
        works:
          - title: The Bread Book
            subtitle: a history
            authors: [Ann Bee]
            year: 1902
            publisher: Black Rose
            names: [Bread]
            url: https://example.org/bread
            urls: [https://example.net/bread.muse, https://example.com/bread]
          - {title: Letters, authors: [Carl Dee]}
          - {title: Letters, authors: [Eve Eff]}
        """)
  }

  private func metadata(_ title: String?, _ authors: String..., url: String? = nil) -> Metadata {
    var metadata = Metadata()
    metadata.title = title.map { Attributed($0, .stated, rule: "html-title") }
    metadata.url = url.map { Attributed($0, .stated, rule: "html-meta") }
    metadata.people = authors.map {
      Attributed(Person(parsing: $0), .stated, rule: "byline")
    }
    return metadata
  }

  @Test(arguments: [
    "The Bread Book", "bread book", "THE BREAD BOOK: A HISTORY", "Bread",
  ])
  func `a work is known by its titles and its author's names`(title: String) {
    for author in ["Ann Bee", "Bee, Ann", "A. Bee", "Anna Beatrix"] {
      #expect(catalogue.entry(for: metadata(title, author))?.title == "The Bread Book")
    }
    #expect(catalogue.entry(for: metadata(title, "Carl Dee")) == nil)
  }

  @Test func `a text without authors is no work of the catalogue but by its address`() {
    #expect(catalogue.entry(for: metadata("Letters", "Eve Eff"))?.authors == ["Eve Eff"])
    #expect(catalogue.entry(for: metadata("Letters")) == nil)
    // An encyclopedia's article about the book.
    #expect(catalogue.entry(for: metadata("The Bread Book")) == nil)
    #expect(catalogue.entry(for: metadata("Nothing", url: "https://example.org/bread")) != nil)
  }

  @Test func `a work may have several addresses, and is known by each`() {
    let entry = catalogue.entry(titled: "Bread")
    #expect(
      entry?.addresses == [
        "https://example.org/bread", "https://example.net/bread.muse", "https://example.com/bread",
      ])
    for address in entry?.addresses ?? [] {
      #expect(catalogue.entry(for: metadata(nil, url: address))?.title == "The Bread Book")
    }
    // Only the first is said of a copy that is held.
    var facts = metadata("Bread", "Ann Bee")
    facts = catalogue.completion(of: facts, by: []).metadata
    #expect(facts.url?.value == "https://example.org/bread")
    #expect(catalogue.entry(titled: "Letters")?.addresses == [])
  }

  @Test func `it goes before what the file says, and says what that was`() {
    var facts = metadata("bread", "A. Bee", "Gus Haa")
    facts.people[1].value.role = .translator
    facts = catalogue.completion(of: facts, by: []).metadata
    #expect(facts.title?.value == "The Bread Book")
    #expect(facts.title?.rule == "catalogue")
    #expect(facts.title?.evidence == "bread")
    #expect(facts.year?.value == 1902)
    var same = metadata("The BREAD Book", "Ann Bee")
    same = catalogue.completion(of: same, by: []).metadata
    #expect(same.title?.rule == "html-title")
    #expect(same.people.first?.rule == "byline")
    #expect(same.year?.rule == "catalogue")
    #expect(facts.people.map(\.value.name) == ["Ann Bee", "Gus Haa"])
    #expect(facts.people.map(\.value.realName) == ["Anna Beatrix", nil])
  }

  @Test(arguments: [
    ("works:\n  - {titel: X}", "Line 2: “titel” is unknown here"),
    ("works:\n  - {authors: [X]}", "Line 2: the work has no title"),
    ("works:\n  - {title: X, year: soon}", "Line 2: expected a year"),
    ("works:\n  - {title: X, authors: Y}", "Line 2: expected a list"),
    ("works: [", "It is not YAML"), ("- x", "Line 1: expected “name: value”"),
  ])
  func `what is misspelt is an error with its line`(yaml: String, message: String) {
    do throws(CatalogueFault) {
      _ = try Catalogue(yaml: yaml)
      Issue.record("It was read.")
    } catch {
      #expect(error.description.hasPrefix(message))
    }
  }
}
