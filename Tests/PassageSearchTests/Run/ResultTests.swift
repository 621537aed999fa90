// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import IndexSchema
@testable import PassageSearch
@testable import QueryLanguage

struct ResultTests {
  private static var works: [(work: Work, passages: [Passage])] {
    var works = [
      Sample.work(
        "b-new", author: "Ann Author", year: 1936,
        texts: ["The soviet met. A soviet is a council.", "A council without it."]),
      Sample.work(
        "a-old", author: "Bea Bee", year: 1917, texts: ["One soviet, one council, of 1917."]),
      Sample.work("c-undated", author: "Bea Bee", year: nil, texts: ["The soviet, its council."]),
      Sample.work("d-middle", author: "Bea Bee", year: 1919, texts: ["Their soviet and council."]),
    ]
    let source = NamedSource(authors: ["E. H. Carr"], title: "The Bolshevik Revolution")
    let quotation = Quotation(
      range: 0..<3, text: "The", speaker: "Lenin", source: source, basis: .stated)
    works[0].passages[0].quotations = [quotation, quotation]
    return works
  }

  private func searching<Result>(
    _ body: (Searcher) throws -> Result
  ) throws -> Result {
    let folder = try TemporaryFolder()
    try Sample.index(Self.works, at: folder.path)
    return try body(try Searcher(path: folder.path))
  }

  private func results(
    _ query: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    var request = SearchRequest(query)
    change(&request)
    return try searching { try $0.search(request) }
  }

  @Test(arguments: [
    (SearchOrder.year, ["a-old/p1", "d-middle/p1", "b-new/p1", "c-undated/p1"]),
    (.newest, ["b-new/p1", "d-middle/p1", "a-old/p1", "c-undated/p1"]),
    (.place, ["a-old/p1", "b-new/p1", "c-undated/p1", "d-middle/p1"]),
  ])
  func `passages that have all words are sorted by year and place`(
    _ order: SearchOrder, _ ids: [String]
  ) throws {
    #expect(try results("soviet council", { $0.order = order }).hits.map(\.passage.id) == ids)
  }

  @Test func `decades, speakers and cited works are counted, a value once in a passage`() throws {
    let facets = try results("soviet", { $0.facets = ["decade", "year", "speaker", "cites"] })
      .facets
    #expect(
      facets["decade"] == [
        FacetCount(value: "1910s", passages: 2, works: 2),
        FacetCount(value: "1930s", passages: 1, works: 1),
      ])
    #expect(facets["year"]?.count == 3)
    #expect(facets["speaker"] == [FacetCount(value: "Lenin", passages: 1, works: 1)])
    #expect(
      facets["cites"]
        == [FacetCount(value: "E. H. Carr, The Bolshevik Revolution", passages: 1, works: 1)])
  }

  @Test func `grouped by work, the others are counted`() throws {
    let hits = try results("council", { $0.groupByWork = true }).hits
    #expect(hits.count == 4)
    #expect(hits.first { $0.work.id == "b-new" }?.others == 1)
  }

  @Test func `the parts of a score add up to it`() throws {
    for query in [
      "soviet council", "soviet \"its council\" co*", "+soviet met~", "year:1936 council",
    ] {
      for hit in try results(query, { $0.explains = true }).hits {
        #expect(!hit.explanation.isEmpty)
        #expect(abs(hit.explanation.reduce(0) { $0 + $1.weight } - hit.score) < 0.002)
      }
    }
    let hit = try results("soviet met", { $0.explains = true }).hits[0]
    #expect(Set(hit.explanation.map(\.part)).isSuperset(of: ["soviet", "met"]))
    #expect(try results("soviet").hits[0].explanation.isEmpty)
  }

  @Test func `passages like one share its words and are not it`() throws {
    let like = try results("", { $0.like = "a-old/p1" })
    #expect(like.query.interpreted == "like:a-old/p1")
    #expect(!like.hits.contains { $0.passage.id == "a-old/p1" })
    #expect(like.hits.count == 4)
    let met = try results("met", { $0.like = "a-old/p1" })
    #expect(met.hits.map(\.passage.id) == ["b-new/p1"])
    let error = #expect(throws: IndexError.self) { try results("", { $0.like = "none/p1" }) }
    #expect(error?.code == .notFound)
  }

  @Test func `a page of another revision says so`() throws {
    let first = try results("soviet")
    #expect(try results("soviet", { $0.revision = first.revision }).query.warnings.isEmpty)
    #expect(
      try results("soviet", { $0.revision = "0.0" }).query.warnings.map(\.code)
        == ["revision-changed"])
  }

  @Test func `a concordance gives each match its line, sorted by the word behind it`() throws {
    let found = try searching { try $0.concordance(SearchRequest("soviet"), order: .right) }
    #expect(found.total == 5)
    #expect(found.passages == 4)
    #expect(found.lines.map(\.match) == Array(repeating: "soviet", count: 5))
    #expect(found.lines.map { $0.right.words[0] } == ["and", "is", "its", "met", "one"])
  }

  @Test func `the lines of a concordance have pages`() throws {
    var request = SearchRequest("soviet", offset: 1, limit: 2)
    let page = try searching { try $0.concordance(request, order: .left) }
    request.offset = 0
    request.limit = 5
    let all = try searching { try $0.concordance(request, order: .left) }
    #expect(page.lines == Array(all.lines[1..<3]))
    #expect(all.lines.map { $0.left.words.last } == ["a", "one", "the", "the", "their"])
  }
}

extension String {
  /// The words, in small letters.
  fileprivate var words: [String] {
    lowercased().split { !$0.isLetter }.map(String.init)
  }
}
