// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import TestSupport
import Testing

@testable import IndexSchema
@testable import XapianStore

struct GuardTests {
  @Test(arguments: [
    (cx_status.not_found, IndexError.Code.notFound), (.locked, .locked), (.modified, .modified),
    (.incompatible, .incompatible), (.corrupt, .corrupt), (.closed, .closed),
    (.invalid_query, .invalidQuery), (.invalid_argument, .invalidArgument),
    (.unavailable, .unavailable), (.storage, .storage), (.out_of_memory, .outOfMemory),
    (.internal, .internalFault),
  ])
  func `an exception of each class comes back as its error`(
    status: cx_status, code: IndexError.Code
  ) throws {
    let error = try #require(throws: IndexError.self) {
      try call("try it") { cx_provoke(status, $0) }
    }
    #expect(error.code == code)
    #expect(error.message == "Could not try it.")
    #expect(error.underlying?.isEmpty == false)
  }

  @Test func `a call without an exception succeeds`() throws {
    try call("try it") { cx_provoke(.ok, $0) }
  }

  @Test func `a message longer than its buffer is cut, not overrun`() throws {
    let path = String(repeating: "x", count: 5_000)
    let error = try #require(throws: IndexError.self) { try DatabaseHandle(path: "/" + path) }
    #expect((error.underlying?.utf8.count ?? 0) < 1_200)
  }

  @Test func `a term that is too long is refused by Xapian and reported`() throws {
    let error = try #require(throws: IndexError.self) {
      var batch = Batch()
      batch.beginDocument([])
      batch.addFilter(prefix: "Q", String(repeating: "x", count: 300))
      try Parts.write(batch, path: "/tmp/pamphlet-term-too-long", metadata: [])
    }
    #expect(error.code == .invalidArgument)
    #expect(error.underlying?.hasPrefix("InvalidArgumentError: Term too long") == true)
  }

  @Test func `a query program that is not one query is refused`() throws {
    let folder = try indexOfOnePassage()
    let database = try DatabaseHandle(path: folder.path)
    var step = cx_step()
    step.operation = .all
    step.count = 2
    let outcome = withUnsafePointer(to: step) { step in
      withUnsafePointer(to: UInt32(0)) { tie in
        var search = cx_search(
          steps: step, step_count: 1, limit: 1, check_at_least: 0,
          collapse_slot: UInt32.max, sort_slots: nil, sort_count: 0, tie_slots: tie, tie_count: 0,
          facet_slots: nil, facet_count: 0, group_slot: UInt32.max, k1: 1, b: 0.5,
          limit_of_time: cx_limit(microseconds: .max, stop_descriptor: -1))
        return Result { () throws(IndexError) in try database.run(&search) }
      }
    }
    let error = try #require(throws: IndexError.self) { try outcome.get() }
    #expect(error.code == .invalidArgument)
  }
}
