// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import TestSupport
import Testing

@testable import IndexSchema
@testable import Indexing
@testable import PassageSearch
@testable import XapianStore

struct IndexWriterTests {
  private func texts(_ count: Int, _ word: String) -> [String] {
    (0..<count).map { "Passage \($0) speaks of \(word) and of nothing else." }
  }

  @Test func `what is published is found, and comes back as it was`() throws {
    let folder = try TemporaryFolder()
    let sample = Sample.work("lenin-1917-april", texts: ["All power to the soviets."])
    try Sample.index([sample], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    #expect(try searcher.work("lenin-1917-april") == sample.work)
    #expect(
      try searcher.resolve("lenin-1917-april/p1") == .exact(sample.passages[0], sample.work))
  }

  @Test func `many parts become one index, in reading order`() throws {
    let folder = try TemporaryFolder()
    let sample = Sample.work("long", texts: texts(1_200, "labour"))
    try Sample.index([sample], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    #expect(try searcher.passages(ofWork: "long", ordinals: 0..<1_200) == sample.passages)
    #expect(try searcher.passages(ofWork: "long", ordinals: 7..<9).map(\.label) == ["p8", "p9"])
    #expect(try IndexCheck.faults(inIndexAt: folder.path).isEmpty)
  }

  @Test func `a small change makes a new generation too, and leaves the old one as it was`() throws
  {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("a", texts: ["One."])], at: folder.path)
    let revision = try Sample.index([Sample.work("b", texts: ["Two."])], at: folder.path)
    #expect(revision?.hasPrefix("2.") == true)
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["a", "b"])
    #expect(try Checksums.damage(in: folder("generation-000001")) == [])
  }

  @Test
  func `a large change makes a new generation; one is kept as a spare, older ones are removed`()
    throws
  {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("a", texts: ["One."])], at: folder.path)
    let large = Sample.work("b", texts: texts(20_000, "bread and roses and the general strike"))
    let revision = try Sample.index([large], at: folder.path, removing: ["a"])
    #expect(revision?.hasPrefix("2.") == true)
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["b"])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["XAPIANDB", "generation-000001", "generation-000002", "lock"])
    try Sample.index([Sample.work("c", texts: ["Three."])], at: folder.path)
    let later = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(later == ["XAPIANDB", "generation-000002", "generation-000003", "lock"])
  }

  @Test func `a work is replaced whole`() throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("a", texts: texts(30, "war"))], at: folder.path)
    try Sample.index([Sample.work("a", texts: ["Peace."])], at: folder.path, removing: ["a"])
    let statistics = try Searcher(path: folder.path).statistics()
    #expect(statistics.works == 1)
    #expect(statistics.passages == 1)
  }

  @Test func `nothing to change publishes nothing`() throws {
    let folder = try indexOfOnePassage()
    #expect(try IndexWriter(path: folder.path).publish(removing: ["absent"]) == nil)
  }

  @Test func `what was written and not published is not there, and is swept away`() throws {
    let folder = try indexOfOnePassage()
    do {
      let writer = try IndexWriter(path: folder.path)
      var batch = PassageBatch()
      let (work, passages) = Sample.work("lost", texts: ["Never published."])
      batch.add(passages[0], of: work)
      batch.add(work)
      try writer.write(batch)
    }
    #expect(try IndexWriter(path: folder.path).works.keys.sorted() == ["one"])
  }

  @Test func `a second writer is told who holds the index`() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder.path)
    let error = try #require(throws: IndexError.self) { try IndexWriter(path: folder.path) }
    #expect(error.code == .locked)
    #expect(error.message.contains("(\(ProcessInfo.processInfo.processIdentifier))"))
    _ = try writer.publish(removing: [])
  }

  @Test func `an index of another version is refused with the command that rebuilds it`() throws {
    let folder = try TemporaryFolder()
    var batch = Batch()
    batch.beginDocument([])
    let index = IndexFolder(path: folder.path)
    try Parts.write(
      batch, path: index.generation(1), metadata: [("pamphlet.schema", "0")])
    try index.publish(StubFile(generation: 1), .owner)
    let error = try #require(throws: IndexError.self) { try Searcher(path: folder.path) }
    #expect(error.code == .incompatible)
    #expect(error.remedy == .rebuild)
    #expect(try IndexWriter(path: folder.path, replacing: true).works.isEmpty)
  }

  @Test func `an absent index is not found, a damaged one is corrupt`() throws {
    let folder = try TemporaryFolder()
    #expect(
      try #require(throws: IndexError.self) { try Searcher(path: folder.path) }.code == .notFound)
    try folder.write("nonsense\n", to: "XAPIANDB")
    #expect(
      try #require(throws: IndexError.self) { try Searcher(path: folder.path) }.code == .corrupt)
    let whole = try indexOfOnePassage()
    try whole.write(
      [UInt8](repeating: 0x5A, count: 8_192), to: "generation-000001/iamglass")
    let error = try #require(throws: IndexError.self) { try Searcher(path: whole.path) }
    #expect([.corrupt, .incompatible, .storage, .notFound].contains(error.code))
  }
}
