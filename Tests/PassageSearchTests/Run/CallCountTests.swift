// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import QueryLanguage
import TestSupport
import Testing
import XapianStore

@testable import PassageSearch

/// A store may be on other machines, where each call is a round trip: a question takes five at most,
/// whatever it is made of.
struct CallCountTests {
  private static let quotation =
    "the factory committees were the first to take over the workshops of the whole town"

  private static func store(_ folder: TemporaryFolder) throws -> CountingStore {
    let printed =
      "In the end the factory committees were the first to take over the workshops of "
      + "the whole town, and nobody thanked them."
    let others = (0..<40).map { "Paragraph \($0) tells of a strike and of a committee of workers." }
    try Sample.index(
      [
        Sample.work("book", author: "Ann Bee", texts: [printed] + others),
        Sample.work("other", author: "Carl Dee", year: 1917, texts: ["Organised labour, bread."]),
      ], at: folder.path)
    return CountingStore(try LocalStore(path: folder.path))
  }

  private static let queries =
    QuerySyntax.sections.flatMap(\.rules).map(\.example) + [
      quotation, "\"\(quotation)\"",
      "the factory comittees were first to take over workshops of it",
      "factroy comitee organizd",
      "organiztion* wrkers~ \"organised labour\"~ strke NEAR/5 comittee",
      "author:bea -kind:nte comittee", "year:1917", "(committee OR \"a strike\") -bread",
    ]

  private func requests(_ query: String) -> [SearchRequest] {
    var all = SearchRequest(query, facets: ["author", "year"], groupByWork: true)
    all.explains = true
    var sorted = SearchRequest(query)
    sorted.order = .year
    var like = SearchRequest(query)
    like.like = "book/p3"
    like.explains = true
    return [SearchRequest(query), all, sorted, like]
  }

  @Test func `a search takes five calls of the store at most, whatever the query`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let searcher = try Searcher(store)
    for query in Self.queries {
      for request in requests(query) {
        store.reset()
        _ = try searcher.search(request)
        #expect(store.calls.count <= 5, "\(query): \(store.calls)")
      }
    }
  }

  @Test func `plain words take three calls: what they are worth, the match, the passages`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let searcher = try Searcher(store)
    store.reset()
    _ = try searcher.search(SearchRequest("strike committee"))
    #expect(store.calls == ["answers", "match", "passages"])
  }

  @Test func `a concordance, a passage and a list of works take few calls`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let searcher = try Searcher(store)
    for query in Self.queries {
      store.reset()
      _ = try searcher.concordance(SearchRequest(query), order: .right)
      #expect(store.calls.count <= 4, "\(query): \(store.calls)")
    }
    store.reset()
    _ = try searcher.resolve("book/p3")
    #expect(store.calls == ["works", "answers"])
    store.reset()
    _ = try searcher.statistics()
    #expect(store.calls == ["answers"])
  }
}
