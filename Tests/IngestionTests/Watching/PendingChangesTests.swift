// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import Ingestion

struct PendingChangesTests {
  private let folder: TemporaryFolder
  private let start = ContinuousClock.now

  init() throws { folder = try TemporaryFolder() }

  private func stamp(_ text: String) throws -> FileStamp {
    try #require(FileStamp(ofFileAt: folder.write(text, to: "a")))
  }

  @Test func `a file is waited for until it has been quiet`() throws {
    var pending = PendingChanges(quiet: .seconds(1))
    pending.note(["a": try stamp("x")], at: start)
    #expect(pending.ripe(at: start + .milliseconds(900)).isEmpty)
    #expect(pending.nextRipe(after: start) == start + .seconds(1))
    pending.note(["a": try stamp("xy")], at: start + .milliseconds(900))
    #expect(pending.ripe(at: start + .seconds(1)).isEmpty)
    #expect(Array(pending.ripe(at: start + .seconds(2)).keys) == ["a"])
    pending.note([:], at: start + .seconds(2))
    #expect(pending.ripe(at: start + .seconds(9)).isEmpty)
    #expect(pending.nextRipe(after: start) == nil)
  }

  @Test func `a file that is gone waits for others, which it may be, but not for ever`() throws {
    var pending = PendingChanges(quiet: .seconds(1))
    pending.note(["gone": nil], at: start)
    pending.note(["gone": nil, "new": try stamp("x")], at: start + .milliseconds(900))
    #expect(pending.ripe(at: start + .seconds(1), removes: true).isEmpty)
    #expect(pending.ripe(at: start + .seconds(1)).keys.sorted() == ["gone"])
    #expect(pending.ripe(at: start + .seconds(2), removes: true).keys.sorted() == ["gone", "new"])
    pending.note(["gone": nil, "new": try stamp("xyz")], at: start + .seconds(20))
    #expect(pending.ripe(at: start + .seconds(20), removes: true).keys.sorted() == ["gone"])
  }
}
