// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import PassageSearch

struct HostileQueryTests {
  /// `Scripts/fuzz queries` asks many more, of a real library.
  @Test(.timeLimit(.minutes(10)))
  func `no query breaks the search, takes long, or errs without a place`() throws {
    let folder = try TemporaryFolder()
    let words = [
      "the", "power", "of", "factory", "committees", "soviets", "state", "was", "Lénine",
    ]
    let texts = (0..<300).map { number in
      (0..<40).map {
        words[(number * 7 + $0 * $0) % words.count] + ($0 % 9 == 0 ? "\(number)" : "")
      }
      .joined(separator: " ")
    }
    try Sample.index([Sample.work("long", texts: texts)], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    var queries = HostileQueries(seed: 7, vocabulary: words)
    let promise = QueryPromise(limit: .seconds(5))
    for _ in 0..<400 {
      let query = queries.next()
      let fault = promise.broken(by: SearchRequest(query), on: searcher)
      #expect(fault == nil, "\(query.debugDescription)")
    }
  }
}
