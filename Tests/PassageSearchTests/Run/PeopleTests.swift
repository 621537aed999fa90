// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageSearch
import People
import QueryLanguage
import TestSupport
import Testing

/// Searches for people, who are named in several forms.
struct PeopleTests {
  private let folder: TemporaryFolder
  private let searcher: Searcher

  init() throws {
    folder = try TemporaryFolder()
    try Sample.index(
      [
        Self.work(
          "one", [["Peter Kropotkin"], ["P. A. Kropotkin", "Peter Kropotkin"], ["Carl Dee"]]),
        Self.work("two", [["Pierre Kropotkine"], ["Sam Kropotkin-Lee"]]),
      ], at: folder.path)
    searcher = try Searcher(path: folder.path)
  }

  private static func work(_ id: String, _ speakers: [[String]]) -> Sample.Indexed {
    var sample = Sample.work(id, texts: speakers.map { "Bread, said \($0.joined())." })
    for (index, names) in speakers.enumerated() {
      sample.passages[index].quotations = names.map {
        Quotation(range: 0..<5, text: "Bread", speaker: $0, basis: .stated)
      }
    }
    return sample
  }

  private func search(_ query: String) throws -> SearchResults {
    try searcher.search(SearchRequest(query, facets: ["speaker"]))
  }

  @Test(arguments: [
    ("speaker:kropotkin", 4), ("speaker:\"Peter Kropotkin\"", 3), ("speaker:kropotkine", 3),
    ("speaker:\"P. A. Kropotkin\"", 3), ("speaker:dee", 1), ("speaker:carl", 1),
    ("bread -speaker:kropotkine", 2),
  ])
  func `one form of a name finds the passages with the others`(
    _ query: String, _ count: Int
  ) throws {
    #expect(try search(query).total == count)
  }

  @Test func `what else a name finds is said`() throws {
    let warnings = try search("speaker:kropotkine").query.warnings
    #expect(warnings.map(\.code) == ["other-names"])
    #expect(warnings[0].message.contains("“Peter Kropotkin”"))
    #expect(try search("speaker:dee").query.warnings.isEmpty)
  }

  @Test func `the facet counts a person once in a passage, under the preferred form`() throws {
    let facet = try #require(try search("bread").facets["speaker"])
    #expect(
      facet == [
        FacetCount(value: "Peter Kropotkin", passages: 3, works: 2),
        FacetCount(value: "Carl Dee", passages: 1, works: 1),
        FacetCount(value: "Sam Kropotkin-Lee", passages: 1, works: 1),
      ])
  }

  @Test func `a name that nobody has is followed by the nearest one`() throws {
    #expect(try searcher.people(named: "kropotkin").map(\.name) == ["Peter Kropotkin"])
    #expect(try searcher.people(named: "kropotkn").isEmpty)
    #expect(try searcher.nearestPerson(to: "Peter Kropotkn") == "Peter Kropotkin")
    #expect(try searcher.people().count == 4)
  }

  @Test func `people are known of works that stay when others change`() throws {
    try Sample.index([Self.work("two", [["Carl Dee"]])], at: folder.path, removing: ["two"])
    let people = try Searcher(path: folder.path).people()
    #expect(
      people.map { "\($0.name) \($0.counts.speaker)" } == [
        "Peter Kropotkin 3", "Ann Author 0", "Carl Dee 2",
      ])
    try Sample.index([], at: folder.path, removing: ["one"])
    #expect(
      try Searcher(path: folder.path).people().map(\.name).sorted() == ["Ann Author", "Carl Dee"])
  }
}
