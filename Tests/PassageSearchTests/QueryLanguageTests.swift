// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import PassageSearch
@testable import QueryLanguage

struct QueryLanguageTests {
  private static let works = [
    Sample.work(
      "strike", title: "The General Strike", author: "Ann Author", year: 1906,
      texts: [
        "The factory committees met in the old theatre.",
        "A committee is not a council. The factory stood still, as organised labour wished.",
        "Workers’ councils are councils of workers; the café was closed.",
        "All power to the soviets, and none of it to the party. A general and long strike.",
      ]),
    Sample.work(
      "women", title: "Women", author: "Bea Bee", year: 1936,
      texts: [
        "A woman spoke, then women spoke of Kropotkin.", "Organized labor, said Kropotkine.",
        "The self management of shops. Management of the self.",
      ]),
  ]

  private func ids(_ query: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try Sample.index(Self.works, at: folder.path)
    return try Searcher(path: folder.path).search(SearchRequest(query)).hits.map(\.passage.id)
      .sorted()
  }

  @Test(arguments: [
    ("+committee factory", ["strike/p1", "strike/p2"]), ("+committee +council", ["strike/p2"]),
    ("=committee", ["strike/p2"]), ("=committees", ["strike/p1"]),
    ("factory AND council", ["strike/p2"]),
    ("council OR theatre", ["strike/p1", "strike/p2", "strike/p3"]),
    ("factory NOT council", ["strike/p1"]), ("factory AND NOT council", ["strike/p1"]),
    ("(theatre OR café) AND committee", ["strike/p1"]),
    ("committee AND (power OR (old factory))", ["strike/p1", "strike/p2"]),
    ("*atre", ["strike/p1"]), ("wom?n", ["women/p1"]), ("the?tre", ["strike/p1"]),
    ("thaetre~", ["strike/p1"]), ("Kropotkin~1", ["women/p1", "women/p2"]),

    ("\"organised labour\"", ["strike/p2"]), ("\"organised labour\"~", ["strike/p2", "women/p2"]),
    ("\"ORGANISED, Labour!\"", ["strike/p2"]), ("\"power soviets\"", []),
    ("\"power soviets\"~2", ["strike/p4"]), ("\"soviets power\"~2", []),
    ("\"power soviets\"~1", []),
    ("\"factor* committ*\"", ["strike/p1"]), ("\"theatre café\"", []),
    ("general NEAR/3 strike", ["strike/p4"]), ("general NEAR/2 strike", []),
    ("strikes NEAR/3 general", ["strike/p4"]), ("strike ADJ/3 general", []),
    ("general ADJ/3 strike", ["strike/p4"]), ("(council OR theatre) NEAR/4 old", ["strike/p1"]),
    ("\"general and\" NEAR/5 strike", ["strike/p4"]), ("gener* NEAR/3 stirke~", ["strike/p4"]),
    ("-(committee OR workers) work:strike", ["strike/p4"]),
    ("author:(bee OR nobody) spoke", ["women/p1"]),
    ("author:be* shop", ["women/p3"]), ("author:bea~1 shop", ["women/p3"]),
    ("decade:1930s", ["women/p1", "women/p2", "women/p3"]),
    ("year:<1930 council", ["strike/p2", "strike/p3"]), ("work:wom* shops", ["women/p3"]),
    ("author:bee OR theatre", ["strike/p1", "women/p1", "women/p2", "women/p3"]),
    ("title:(general strike) AND café", ["strike/p3"]), ("zzz*", []), ("zzz* NEAR/3 factory", []),
    ("-\"self management\" management", []), ("autor:theatre", ["strike/p1"]),
  ])
  func `each rule of the language finds what it says`(_ query: String, _ found: [String]) throws {
    #expect(try ids(query) == found)
  }

  @Test func `a hyphenated word is found by its parts, excluded as a whole`() throws {
    #expect(try ids("self-management") == ["women/p3"])
    #expect(try ids("spoke OR shops NOT self-management") == ["women/p1"])
  }

  @Test func `a pattern of too many words is cut, and that is said`() throws {
    let folder = try TemporaryFolder()
    let words = (0..<700).map { "word\($0)x" }
    try Sample.index(
      [Sample.work("many", texts: [words.joined(separator: " "), "word1x"])], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    let results = try searcher.search(SearchRequest("word*"))
    #expect(results.total == 2)
    #expect(results.query.warnings.map(\.code) == ["expansion-cut"])
    #expect(results.query.warnings.first?.position == 0..<5)
    #expect(try searcher.search(SearchRequest("word1*")).query.warnings.isEmpty)
  }

  @Test func `phrases beyond the bound are searched without their order, and that is said`() throws
  {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("one", texts: ["bread and roses"])], at: folder.path)
    let query = (0..<20).map { _ in "\"roses bread\"" }.joined(separator: " OR ")
    let results = try Searcher(path: folder.path).search(SearchRequest(query))
    #expect(results.query.warnings.map(\.code) == ["too-many-phrases"])
  }

  @Test func `groups in groups do not grow beyond bounds`() throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("one", texts: ["a b c", "b"])], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    for (open, close) in [("(a b~ ", ")"), ("+(a +b* ", ")"), ("-(a -c ", ")")] {
      let query =
        "b " + String(repeating: open, count: 20) + "b" + String(repeating: close, count: 20)
      for order in [SearchOrder.relevance, .place] {
        var request = SearchRequest(query)
        request.order = order
        let start = ContinuousClock.now
        _ = try searcher.search(request)
        #expect(ContinuousClock.now - start < .seconds(2))
      }
    }
  }

  @Test(arguments: [
    ("organised", ["organized"]), ("labour", ["labor"]), ("neighborhoods", ["neighbourhoods"]),
    ("four", []), ("centre", ["center"]), ("theaters", ["theatres"]), ("analyse", ["analyze"]),
    ("cat", []),
  ])
  func `British and American spellings are known`(_ word: String, _ others: [String]) {
    #expect(SpellingVariants.of(word) == others)
  }
}
