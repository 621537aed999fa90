// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import IndexSchema
@testable import Indexing
@testable import PassageSearch
@testable import XapianStore

struct IndexFolderTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func twice() throws -> TemporaryFolder {
    let folder = try indexOfOnePassage()
    try Sample.index([Sample.work("two", texts: ["Bread."])], at: folder.path)
    return folder
  }

  /// A link to itself: opening it fails with ELOOP, whoever opens it.
  @Test func `a stub that cannot be opened is an error, and nothing is removed`() throws {
    let folder = try twice()
    let before = try names(folder)
    unlink(folder("XAPIANDB"))
    symlink("XAPIANDB", folder("XAPIANDB"))
    for replacing in [false, true] {
      let error = try #require(throws: IndexError.self) {
        try IndexWriter(path: folder.path, replacing: replacing)
      }
      #expect(error.code == .storage)
    }
    #expect(
      try #require(throws: IndexError.self) { try Searcher(path: folder.path) }.code == .storage)
    #expect(try names(folder) == before)
  }

  @Test func `generations without a stub are not taken for no index`() throws {
    let folder = try twice()
    unlink(folder("XAPIANDB"))
    let error = try #require(throws: IndexError.self) { try IndexWriter(path: folder.path) }
    #expect(error.remedy == .recover)
    #expect(
      try #require(throws: IndexError.self) { try Searcher(path: folder.path) }.code == .corrupt)
    let report = try IndexRecovery.recover(indexAt: folder.path)
    #expect(report.published == "generation-000002")
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["one", "two"])
  }

  @Test func `a folder that holds something else is refused, and left as it is`() throws {
    for name in ["letters.txt", "building/letter.txt", "lock", "generation-000007/letter.txt"] {
      let folder = try TemporaryFolder()
      try folder.write("Dear Emma,\n", to: name)
      let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      #expect(throws: IndexError.self, "\(name)") { try Sample.index([], at: folder.path) }
      let after = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      #expect(after.filter { $0 != "XAPIANDB" && $0 != "lock" } == before.filter { $0 != "lock" })
    }
  }

  @Test func `only older generations that hold our files alone are removed`() throws {
    let folder = try twice()
    try folder.write("Mine.", to: "generation-000001/mine.txt")
    for name in ["generation-7", "generation-00000x", "generations"] {
      try folder.write("Mine.", to: "\(name)/iamglass")
    }
    for number in 0..<3 {
      try Sample.index([Sample.work("w\(number)", texts: ["Text."])], at: folder.path)
    }
    #expect(
      try names(folder) == [
        "XAPIANDB", "generation-000001", "generation-000004", "generation-000005",
        "generation-00000x", "generation-7", "generations", "lock",
      ])
  }

  @Test func `a lock that is a link is refused, and its target left alone`() throws {
    let folder = try indexOfOnePassage()
    try folder.write("Mine.", to: "elsewhere")
    unlink(folder("lock"))
    symlink("elsewhere", folder("lock"))
    #expect(throws: IndexError.self) { try IndexWriter(path: folder.path) }
    #expect(try String(contentsOf: URL(filePath: folder("elsewhere")), encoding: .utf8) == "Mine.")
  }

  @Test func `numbers that overflow, and stubs that were changed, are damage`() throws {
    let stubs = [
      "auto generation-99999999999999999999\n", "auto generation-9223372036854775807\n",
      "auto generation-1\n", "auto generation-000000\n", "auto ../elsewhere\n", "",
      "# Pamphlet index 0000000000000000\nauto generation-000001\n",
      String(StubFile(generation: 1).text.dropLast()), StubFile(generation: 1).text + "auto x\n",
    ]
    for text in stubs { #expect(StubFile(text) == nil, "\(text)") }
    let folder = try indexOfOnePassage()
    for text in stubs {
      try folder.write(text, to: "XAPIANDB")
      for attempt in [
        { _ = try IndexWriter(path: folder.path) }, { _ = try Searcher(path: folder.path) },
      ] {
        #expect(try #require(throws: IndexError.self) { try attempt() }.code == .corrupt)
      }
    }
    _ = try IndexRecovery.recover(indexAt: folder.path)
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["one"])
  }

  @Test func `an index made anew keeps the damaged one as its spare`() throws {
    let folder = try twice()
    try folder.write("nonsense", to: "XAPIANDB")
    do {
      let writer = try IndexWriter(path: folder.path, replacing: true)
      var batch = PassageBatch()
      batch.add(Sample.work("new", texts: []).work)
      try writer.write(batch)
      _ = try writer.publish(removing: [])
    }
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["new"])
    #expect(try IndexRecovery.rollBack(indexAt: folder.path).now == "generation-000002")
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["one", "two"])
  }

  @Test func `every changed letter of a stub is seen`() throws {
    let text = StubFile(generation: 12, previous: 11).text
    #expect(StubFile(text) == StubFile(generation: 12, previous: 11))
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        #expect(StubFile(String(decoding: changed, as: UTF8.self)) == nil)
      }
    }
  }

  @Test func `files are the owner's alone, or a group's as well if that is asked for`() throws {
    let folder = try TemporaryFolder()
    let index = folder("index")
    try Sample.index([Sample.work("one", texts: ["Bread."])], at: index)
    func modes() throws -> Set<String> {
      var modes: Set<String> = []
      for name in ["", "/XAPIANDB", "/generation-000001", "/generation-000001/postlist.glass"] {
        let status = try #require(try FileCalls.status(index + name))
        modes.insert(String(status.st_mode & 0o777, radix: 8))
      }
      return modes
    }
    #expect(try modes() == ["700", "600"])
    let access = IndexAccess(group: getgid())
    _ = try IndexWriter(path: index, access: access).publish(removing: ["one"])
    let status = try #require(try FileCalls.status(index + "/generation-000002/iamglass"))
    #expect(status.st_mode & 0o777 == 0o640)
    // The next writer need not be told again.
    #expect(try IndexFolder(path: index).access(told: nil, like: 2) == access)
  }

  @Test func `one step back, and forth again`() throws {
    let folder = try twice()
    #expect(try IndexRecovery.rollBack(indexAt: folder.path).now == "generation-000001")
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["one"])
    #expect(try IndexRecovery.rollBack(indexAt: folder.path).now == "generation-000002")
    _ = try IndexRecovery.rollBack(indexAt: folder.path)
    try Sample.index([Sample.work("three", texts: ["Roses."])], at: folder.path)
    #expect(try Searcher(path: folder.path).works(limit: 9).map(\.id) == ["one", "three"])
    #expect(
      try names(folder) == ["XAPIANDB", "generation-000001", "generation-000003", "lock"])
  }

  @Test func `without a generation before there is nothing to go back to`() throws {
    let folder = try indexOfOnePassage()
    let error = try #require(throws: IndexError.self) {
      try IndexRecovery.rollBack(indexAt: folder.path)
    }
    #expect(error.code == .notFound)
  }

  /// A child process has it between being forked and replacing itself.
  @Test func `a finished writer leaves no lock behind with whoever has its file open too`() throws {
    let folder = try TemporaryFolder()
    let index = IndexFolder(path: folder.path)
    var copies: [Int32] = []
    do {
      let lock = try WriterLock(index, timeout: 0)
      copies = (3..<1_024).filter { descriptor in
        let link = "/proc/self/fd/\(descriptor)"
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == index.lock
      }.map { dup($0) }
      withExtendedLifetime(lock) {}
    }
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    _ = try WriterLock(index, timeout: 0)
  }
}
