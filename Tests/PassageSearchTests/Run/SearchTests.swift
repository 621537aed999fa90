// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import IndexSchema
@testable import PassageSearch
@testable import QueryLanguage

struct SearchTests {
  private static let works = [
    Sample.work(
      "strike", title: "The General Strike", author: "Ann Author", year: 1906,
      texts: [
        "The factory committees met in the old theatre.",
        "A committee is not a council. The factory stood still.",
        "Workers’ councils are councils of workers; the café was closed.",
        "Nothing of this is found elsewhere.",
      ]),
    Sample.work(
      "greve", title: "La grève", author: "Bea Bee", year: 1920, language: "fr",
      texts: ["Les comités d’usine se réunissent.", "La révolution des conseils ouvriers."]),
  ]

  private func search(
    _ query: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    let folder = try TemporaryFolder()
    try Sample.index(Self.works, at: folder.path)
    var request = SearchRequest(query)
    change(&request)
    return try Searcher(path: folder.path).search(request)
  }

  private func ids(
    _ query: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws
    -> [String]
  {
    try search(query, change).hits.map(\.passage.id)
  }

  @Test func `words are found in their inflected forms, all of them first`() throws {
    #expect(try ids("factories committee").prefix(2).sorted() == ["strike/p1", "strike/p2"])
    #expect(try ids("committees met theatre") == ["strike/p1", "strike/p2"])
  }

  @Test func `a phrase is found as it stands`() throws {
    #expect(try ids("\"factory committees\"") == ["strike/p1"])
    #expect(try ids("“committees factory”") == [])
  }

  @Test func `an excluded word is not found`() throws {
    #expect(try ids("factory -theatre") == ["strike/p2"])
  }

  @Test func `accents and apostrophes make no difference`() throws {
    #expect(try ids("cafe") == ["strike/p3"])
    #expect(try ids("comites") == ["greve/p1"])
    #expect(try ids("comité") == ["greve/p1"])
    #expect(try ids("\"worker's councils\"") == [])
    #expect(try ids("workers council").first == "strike/p3")
  }

  @Test func `a prefix finds the words that begin so`() throws {
    #expect(try ids("counc*").sorted() == ["strike/p2", "strike/p3"])
  }

  @Test func `filters restrict, alone and with words`() throws {
    #expect(try ids("author:bee").count == 2)
    #expect(try ids("", { $0.filters = [Filter(field: "year", value: "1900..1910")] }).count == 4)
    #expect(try ids("title:strike factory page:2").sorted() == ["strike/p1", "strike/p2"])
    #expect(try ids("councils language:fr") == [])
    #expect(try ids("work:greve -author:bee") == [])
    #expect(try ids("id:strike/p4") == ["strike/p4"])
  }

  @Test func `highlights and snippets show what matched`() throws {
    let hit = try #require(try search("factory \"committees met\"").hits.first)
    #expect(hit.highlights == [4..<11, 12..<26])
    #expect(hit.snippet.filter(\.match).map(\.text) == ["factory", "committees met"])
    #expect(hit.snippet.map(\.text).joined() == hit.passage.text)
  }

  @Test func `a misspelt word gets a suggestion, one in another form does not`() throws {
    #expect(try search("comittees").query.suggestion == "committees")
    #expect(try search("factories").query.suggestion == nil)
    #expect(try search("\"x\" thaetre!").query.suggestion == "\"x\" theatre!")
  }

  @Test func `facets count passages and works`() throws {
    let results = try search("council", { $0.facets = ["author", "year", "kind"] })
    #expect(results.facets["author"] == [FacetCount(value: "Ann Author", passages: 2, works: 1)])
    #expect(results.facets["year"] == [FacetCount(value: "1906", passages: 2, works: 1)])
    #expect(throws: IndexError.self) { try search("x", { $0.facets = ["text"] }) }
  }

  @Test func `results can be grouped by work and paged`() throws {
    #expect(
      try ids(
        "",
        {
          $0.filters = [Filter(field: "kind", value: "body")]; $0.groupByWork = true
        }
      ).count == 2)
    let all = try ids("councils OR committees factory workers")
    let paged = try ids(
      "councils OR committees factory workers",
      {
        $0.offset = 1; $0.limit = 1
      })
    #expect(paged == [all[1]])
    #expect(throws: IndexError.self) { try ids("x", { $0.limit = 101 }) }
  }

  @Test func `the total is exact where it is small`() throws {
    let results = try search("council")
    #expect(results.total == 2)
    #expect(!results.totalIsEstimate)
  }
}
