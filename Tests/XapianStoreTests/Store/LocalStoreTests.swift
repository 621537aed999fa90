// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus
import TestSupport
import Testing

@testable import IndexSchema
@testable import XapianStore

struct LocalStoreTests {
  private let folder: TemporaryFolder
  private let contract: StoreContract

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    contract = StoreContract { works in
      try Sample.index(works, at: folder.path)
      return try LocalStore(path: folder.path)
    }
  }

  @Test func `works are kept apart from passages`() throws { try contract.worksStandApart() }

  @Test func `passages that weigh the same are in the order of their places`() throws {
    try contract.tiesAreBrokenByPlace()
  }

  @Test func `preferred passages are a tier above the others`() throws {
    try contract.preferencesAreTiers()
  }

  @Test func `questions are answered in their order`() throws {
    try contract.questionsAreAnsweredInOrder()
  }

  @Test func `a snapshot stays as it is when the index changes`() throws {
    let store = try contract.open(StoreContract.works)
    try contract.snapshotsStay(
      { try Sample.index([Sample.work("new", texts: ["News."])], at: folder.path) }, store)
  }

  @Test func `values come in the order asked for, empty where there is none`() throws {
    try Sample.index([Sample.work("w", texts: ["One.", "Two words.", "Three"])], at: folder.path)
    let snapshot = try LocalSnapshot(IndexFolder(path: folder.path))
    let values = try snapshot.database.values(Schema.Slot.ordinal, of: [1_000, 3, 2, 4, 2])
    let counts = values.withItems { $0.map { ($0.document, $0.bytes.count > 0) } }
    #expect(counts.map(\.0) == [1_000, 3, 2, 4, 2])
    #expect(counts.map(\.1) == [false, true, true, false, true])
  }

  @Test func `a file of works that is cut or changed is damage, and never trusted`() throws {
    _ = try contract.open(StoreContract.works)
    let path = "\(folder.path)/generation-000001"
    let whole = try folder.read("generation-000001/works")
    for bytes in [Array(whole.dropLast(1)), Array(whole.prefix(40)), []] {
      try folder.write(bytes, to: "generation-000001/works")
      #expect(try #require(throws: IndexError.self) { try WorksFile(in: path) }.code == .corrupt)
    }
    for place in stride(from: whole.count - 80, to: whole.count, by: 3) {
      var changed = whole
      changed[place] ^= 0x55
      try folder.write(changed, to: "generation-000001/works")
      #expect(throws: IndexError.self) {
        let file = try WorksFile(in: path)
        _ = try file.heldWorks()
        _ = try file.people()
      }
    }
  }
}
