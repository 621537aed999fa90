// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Processes
import Synchronization
import Testing

struct ThreadsTests {
  @Test(arguments: [0, 1, 2, 16])
  func `as many threads run as are asked for, and all have ended behind the call`(_ count: Int) {
    let runs = Atomic(0)
    Threads.run(upTo: count) { runs.add(1, ordering: .relaxed) }
    #expect(runs.load(ordering: .relaxed) == max(1, count))
  }

  @Test func `a thread has the stack of a main thread`() {
    @Sendable func depth(_ left: Int) -> Int { left == 0 ? 0 : 1 + depth(left - 1) }
    let depths = Mutex<[Int]>([])
    Threads.run(upTo: 2) {
      let found = depth(20_000)
      depths.withLock { $0.append(found) }
    }
    #expect(depths.withLock { $0 } == [20_000, 20_000])
  }
}
