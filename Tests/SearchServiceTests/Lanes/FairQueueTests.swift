// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import SearchService

struct FairQueueTests {
  private func queue(_ elements: [(String, Int)]) -> FairQueue<String, Int> {
    var queue = FairQueue<String, Int>()
    for (client, element) in elements { queue.append(element, of: client) }
    return queue
  }

  private func drained(_ queue: FairQueue<String, Int>) -> [Int] {
    var queue = queue
    var elements: [Int] = []
    while let element = queue.popFirst() { elements.append(element) }
    #expect(queue.count == 0)
    return elements
  }

  @Test func `clients are served in turn, each in its order`() {
    let queue = queue([("a", 1), ("a", 2), ("a", 3), ("b", 4), ("c", 5), ("b", 6)])
    #expect(queue.count == 6)
    #expect(drained(queue) == [1, 4, 5, 2, 6, 3])
  }

  @Test func `who leaves is not served`() {
    var queue = queue([("a", 1), ("b", 2), ("a", 3)])
    #expect(queue.remove(of: "a") { $0 == 1 } == 1)
    #expect(queue.remove(of: "b") { $0 == 2 } == 2)
    #expect(queue.remove(of: "b") { $0 == 2 } == nil)
    queue.append(4, of: "b")
    #expect(drained(queue) == [3, 4])
  }

  @Test func `room is made by the one who has most, never for itself`() {
    var queue = queue([("a", 1), ("a", 2), ("a", 3), ("b", 4)])
    #expect(queue.makeRoom(for: "a") == nil)
    #expect(queue.makeRoom(for: "b") == 3)
    #expect(queue.makeRoom(for: "b") == nil)
    #expect(queue.makeRoom(for: "c") == 2)
    #expect(queue.makeRoom(for: "c") == nil)
    #expect(drained(queue) == [1, 4])
  }
}
