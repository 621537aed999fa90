// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import TestSupport
import Testing

@testable import PassageSearch
@testable import QueryLanguage
@testable import XapianStore

struct DeadlineTests {
  /// Passages that have the same words in another order, so that a phrase compares all of them.
  private static let folder: TemporaryFolder? = try? {
    let folder = try TemporaryFolder()
    let texts = (0..<4_000).map { number in
      String(repeating: "of the and to in a that is it as ", count: 12) + "number \(number)"
    }
    try Sample.index([Sample.work("many", texts: texts)], at: folder.path)
    return folder
  }()

  private func searcher() throws -> Searcher {
    try Searcher(path: try #require(Self.folder).path)
  }

  private static let hostile = [
    "\"" + String(repeating: "the of to and in ", count: 24) + "\"",
    "the NEAR/100 of NEAR/100 absent*", "\"*e* *a*\" NEAR/100 *o*", "the of and to in a that is it",
    "(\"as it\" OR \"it as\") -\"in to\"", "the NEAR/100 of",
  ]

  @Test(arguments: hostile)
  func `a search ends soon after its deadline, and says so`(_ query: String) throws {
    let searcher = try searcher()
    try searcher.prepare()
    let start = ContinuousClock.now
    let results = try searcher.search(
      SearchRequest(query, facets: ["work"]), until: Deadline(.zero))
    #expect(.now - start < .seconds(1))
    #expect(results.isCut && results.totalIsEstimate)
    #expect(results.query.warnings.contains { $0.code == "deadline" })
  }

  @Test(arguments: hostile)
  func `with time enough a deadline changes nothing`(_ query: String) throws {
    let searcher = try searcher()
    let request = SearchRequest(query, limit: 50, facets: ["work"])
    let without = try searcher.search(request)
    let with = try searcher.search(request, until: Deadline(.seconds(600)))
    #expect(!with.isCut)
    #expect(with.hits.map(\.passage.id) == without.hits.map(\.passage.id))
    for (one, other) in zip(with.hits, without.hits) {
      #expect(abs(one.score - other.score) < 1e-9)
    }
    #expect(with.total == without.total)
    #expect(with.facets == without.facets)
  }

  @Test func `what was found by the deadline is shown`() throws {
    let searcher = try searcher()
    try searcher.prepare()
    var cut: SearchResults?
    // However fast the machine is, some time is too short and long enough to find something.
    for microseconds in stride(from: 100, to: 100_000, by: 100) {
      let results = try searcher.search(
        SearchRequest("the of", facets: ["work"]), until: Deadline(.microseconds(microseconds)))
      if results.isCut, !results.hits.isEmpty {
        cut = results
        break
      }
      if !results.isCut { break }
    }
    guard let cut else { return }
    #expect(cut.total <= 4_000)
    #expect(cut.hits.allSatisfy { $0.score > 0 })
  }

  @Test func `a message ends the search`() throws {
    let searcher = try searcher()
    try searcher.prepare()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let request = SearchRequest("the NEAR/100 of")
    #expect(try !searcher.search(request, until: Deadline(nil, stopDescriptor: ends[0])).isCut)
    #expect(write(ends[1], "x", 1) == 1)
    #expect(try searcher.search(request, until: Deadline(nil, stopDescriptor: ends[0])).isCut)
  }

  @Test func `a concordance is cut as a search is`() throws {
    let searcher = try searcher()
    let cut = try searcher.concordance(SearchRequest("the"), order: .left, until: Deadline(.zero))
    #expect(cut.isCut && cut.query.warnings.contains { $0.code == "deadline" })
    #expect(try !searcher.concordance(SearchRequest("number"), order: .left).isCut)
  }
}
