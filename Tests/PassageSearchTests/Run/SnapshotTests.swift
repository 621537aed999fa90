// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing
import XapianStore

@testable import IndexSchema
@testable import PassageSearch

struct SnapshotTests {
  @Test func `a search sees a change that is published after the index was opened`() throws {
    let folder = try indexOfOnePassage()
    let searcher = try Searcher(path: folder.path)
    let before = try searcher.revision()
    try Sample.index([Sample.work("two", texts: ["Bread."])], at: folder.path)
    #expect(try searcher.revision() != before)
    #expect(try searcher.work("two") != nil)
  }

  @Test func `a search sees a new generation after the one that it had open is removed`() throws {
    let folder = try indexOfOnePassage()
    let searcher = try Searcher(path: folder.path)
    let texts = (0..<20_000).map { "Paragraph \($0) of a long book about the general strike." }
    try Sample.index([Sample.work("long", texts: texts)], at: folder.path)
    #expect(try searcher.works(limit: 9).map(\.id) == ["long", "one"])
  }

  /// A generation that is removed stays on the disk for those who have it open.
  @Test func `a question is answered whole from one revision, whatever is published meanwhile`()
    throws
  {
    let folder = try TemporaryFolder()
    let texts = (0..<3_000).map { "Paragraph \($0), with words \($0 * 7) and \($0 * 13)." }
    try Sample.index([Sample.work("base", texts: texts)], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    var attempts = 0
    let found = try searcher.answer { (context) throws(IndexError) -> Int in
      attempts += 1
      if attempts == 1 {
        for number in 0..<4 {
          do {
            try Sample.index(
              [Sample.work("base", texts: texts.map { $0 + " \(number)" })], at: folder.path,
              removing: ["base"])
          } catch {
            throw IndexError(.internalFault, "\(error)")
          }
        }
      }
      return try context.snapshot.passages(ofWork: "base", ordinals: 0..<3_000).count
    }
    #expect(found == 3_000)
    #expect(attempts == 1)
  }

  @Test(.timeLimit(.minutes(15)))
  func `many searchers answer while the index changes`() async throws {
    let folder = try indexOfOnePassage()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let searcher = try Searcher(path: folder.path)
          var last = 0
          for _ in 0..<50 { last = try searcher.statistics().passages }
          return last
        }
      }
      group.addTask {
        for number in 0..<5 {
          try Sample.index([Sample.work("w\(number)", texts: ["Text."])], at: folder.path)
        }
        return 1
      }
      for try await count in group { #expect((1...6).contains(count)) }
    }
  }
}
