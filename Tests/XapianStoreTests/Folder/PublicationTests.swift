// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import IndexSchema
@testable import Indexing
@testable import PassageSearch
@testable import XapianStore

struct PublicationTests {
  private func parts(_ folder: TemporaryFolder, _ count: Int) throws -> ([String], IndexSums) {
    var sums = IndexSums()
    var paths: [String] = []
    for number in 0..<count {
      var batch = PassageBatch()
      let texts = (0..<40).map { "Passage \($0) of the part \(number) speaks of bread." }
      let (work, passages) = Sample.work("w\(number)", texts: texts)
      for passage in passages { batch.add(passage, of: work) }
      batch.add(work)
      paths.append(folder("part-\(number)"))
      sums.add(try Parts.write(batch.batch, path: paths[number], metadata: [("key", "value")]))
    }
    return (paths, sums)
  }

  @Test func `a merged database holds the sum of what its parts were told`() throws {
    let folder = try TemporaryFolder()
    let (paths, sums) = try parts(folder, 3)
    try Parts.merge(paths, into: folder("merged"))
    #expect(try IndexSums.count(folder("merged")) == sums)
    #expect(sums["documents"] == 120)
    #expect(sums["positions"] > 800)
  }

  /// libxapian passes over the tables of positions and spellings if it cannot open them.
  @Test func `a part whose positions or spellings are lost on the way is seen`() throws {
    for table in ["position", "spelling", "termlist"] {
      let folder = try TemporaryFolder()
      let (paths, sums) = try parts(folder, 3)
      unlink(folder("part-1/\(table).glass"))
      try Parts.merge(paths, into: folder("merged"))
      let found = try IndexSums.count(folder("merged"))
      #expect(sums.differences(from: found) == ["\(table)s"])
      let publication = Publication(folder: IndexFolder(path: folder.path), access: .owner)
      let merged = GenerationFolder(path: folder("merged"))
      let error = try #require(throws: IndexError.self) {
        try publication.prove(merged, holds: sums, compactedSize: nil)
      }
      #expect(error.message.contains("not published"))
    }
  }

  @Test func `a change in place is proven as well, removed works and all`() throws {
    let folder = try TemporaryFolder()
    let works = (0..<9).map { number in
      Sample.work("w\(number)", texts: (0..<30).map { "Text \($0 * number) of bread and roses." })
    }
    try Sample.index(works, at: folder.path)
    try Sample.index([works[3]], at: folder.path, removing: ["w1", "w3", "w7"])
    #expect(try Searcher(path: folder.path).statistics().works == 7)
    #expect(try IndexCheck.faults(inIndexAt: folder.path) == [])
  }

  @Test func `damage is not handed on to the next generation`() throws {
    let folder = try indexOfOnePassage()
    var bytes = try Array(
      Data(contentsOf: URL(filePath: folder("generation-000001/position.glass"))))
    bytes[bytes.count / 2] ^= 1
    try folder.write(bytes, to: "generation-000001/position.glass")
    #expect(try IndexCheck.damage(inIndexAt: folder.path).count == 1)
    let error = try #require(throws: IndexError.self) {
      try Sample.index([Sample.work("two", texts: ["Bread."])], at: folder.path)
    }
    #expect(error.code == .corrupt)
    #expect(error.message.contains("position.glass"))
    #expect(try IndexFolder(path: folder.path).publishedGeneration() == 1)
  }

  @Test func `every file of a generation is covered by its checksums`() throws {
    let folder = try indexOfOnePassage()
    for name in try FileCalls.names(in: folder("generation-000001")) ?? [] where name != "flintlock"
    {
      let file = folder("generation-000001/\(name)")
      let whole = try Array(Data(contentsOf: URL(filePath: file)))
      var damaged = whole
      damaged[whole.count / 3] ^= 0x10
      try folder.write(damaged, to: "generation-000001/\(name)")
      #expect(try !IndexCheck.damage(inIndexAt: folder.path).isEmpty, "\(name)")
      try folder.write(Array(whole.dropLast(7)), to: "generation-000001/\(name)")
      #expect(try !IndexCheck.damage(inIndexAt: folder.path).isEmpty, "\(name)")
      unlink(file)
      #expect(try !IndexCheck.damage(inIndexAt: folder.path).isEmpty, "\(name)")
      try folder.write(whole, to: "generation-000001/\(name)")
      #expect(try IndexCheck.damage(inIndexAt: folder.path) == [])
    }
  }

  @Test func `a table that libxapian leaves out for want of handles is an error, not no hits`()
    throws
  {
    let folder = try indexOfOnePassage()
    for table in ["position", "spelling", "termlist"] {
      let file = folder("generation-000001/\(table).glass")
      rename(file, file + ".away")
      let database = try DatabaseHandle(path: folder("generation-000001"))
      #expect(throws: IndexError.self) {
        try database.verifyOpen(hasPositions: true, hasSpellings: true)
      }
      #expect(throws: IndexError.self) { try Searcher(path: folder.path) }
      rename(file + ".away", file)
    }
    _ = try Searcher(path: folder.path)
  }

  @Test func `tables that have grown by small changes are compacted`() throws {
    let folder = try TemporaryFolder()
    let index = IndexFolder(path: folder.path)
    try Sample.index([Sample.work("w", texts: ["Bread."])], at: folder.path)
    for number in 0..<12 {
      let texts = (0..<200).map { "Text \($0) of edition \(number): bread, roses, \($0 * 31)." }
      try Sample.index([Sample.work("w", texts: texts)], at: folder.path, removing: ["w"])
      try Sample.index([Sample.work("v\(number)", texts: texts)], at: folder.path)
      let generation = try #require(try index.publishedGeneration())
      let contents = try #require(try index.generationFolder(generation).contents())
      #expect(contents.size <= 4 * contents.compactedSize)
    }
  }
}
