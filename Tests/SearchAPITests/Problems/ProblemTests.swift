// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import IndexSchema
import PassageSearch
import TestSupport
import Testing

@testable import SearchAPI

struct ProblemTests {
  @Test(arguments: [
    (IndexError.Code.notFound, 404), (.locked, 503), (.modified, 503), (.incompatible, 503),
    (.corrupt, 503), (.closed, 500), (.invalidQuery, 400), (.invalidArgument, 400),
    (.unavailable, 503), (.storage, 503), (.outOfMemory, 503), (.internalFault, 500),
    (.deadline, 503), (.crashed, 503),
  ])
  func `each code has its status`(_ code: IndexError.Code, _ status: Int) {
    #expect(Problem.status(of: code) == status)
  }

  @Test func `what libxapian refuses is a fault of ours`() {
    let refused = IndexError(
      .invalidArgument, "Could not search.", underlying: "InvalidArgumentError: bad")
    let problem = Problem(refused)
    #expect(problem.status == 500)
    #expect(problem.json.contains(#""code":"internal-fault""#))
    #expect(Problem(IndexError(.invalidArgument, "`limit` is “x”.")).status == 400)
  }

  @Test(arguments: [
    ("bread-2/p1", "bread/p1"), ("bred/p2", "bread/p2"), ("bread/p22", "bread/p2"),
    ("brdad", "bread/p1"),
    ("bread/p999", nil), ("elsewhere/p1", nil),
  ])
  func `an id that does not exist leads to the one that was meant`(
    _ id: String, _ near: String?
  ) throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("bread", texts: ["Bread.", "Roses."])], at: folder.path)
    #expect(try Searcher(path: folder.path).nearestPassage(to: id) == near)
  }
}
