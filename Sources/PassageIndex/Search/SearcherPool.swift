// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Dispatch
import Synchronization

/// Lends searchers to tasks, each to one at a time, and runs them off the cooperative threads.
package final class SearcherPool: Sendable {
  /// A place for one searcher, on a queue of its own.
  ///
  /// Sendable because `searcher` is touched on `queue` only.
  private final class Desk: @unchecked Sendable {
    let queue = DispatchQueue(label: "pamphlet.searcher")
    var searcher: Searcher?
  }

  private struct State {
    var idle: [Desk]
    var waiting: [CheckedContinuation<Desk, Never>] = []
    var firstWaiting = 0
  }

  private let path: String
  private let state: Mutex<State>

  /// Creates a pool over the index in a folder; searchers are opened when first needed.
  package init(path: String, size: Int) {
    self.path = path
    state = Mutex(State(idle: (0..<max(1, size)).map { _ in Desk() }))
  }

  /// Runs `body` with a searcher, on a thread that may block.
  ///
  /// - Throws: What `body` throws, or `IndexError` if the index cannot be opened.
  package func withSearcher<Result: Sendable>(
    _ body: @Sendable @escaping (Searcher) throws -> Result
  ) async throws -> Result {
    let desk = await borrow()
    defer { giveBack(desk) }
    return try await withCheckedThrowingContinuation { continuation in
      desk.queue.async { [path] in
        continuation.resume(
          with: Swift.Result {
            let searcher = try desk.searcher ?? Searcher(path: path)
            desk.searcher = searcher
            return try body(searcher)
          }
        )
      }
    }
  }

  private func borrow() async -> Desk {
    await withCheckedContinuation { continuation in
      let desk: Desk? = state.withLock { state in
        if let desk = state.idle.popLast() { return desk }
        state.waiting.append(continuation)
        return nil
      }
      if let desk { continuation.resume(returning: desk) }
    }
  }

  private func giveBack(_ desk: Desk) {
    let next: CheckedContinuation<Desk, Never>? = state.withLock { state in
      guard state.firstWaiting < state.waiting.count else {
        state.idle.append(desk)
        return nil
      }
      let next = state.waiting[state.firstWaiting]
      state.firstWaiting += 1
      // Taken from the front in bulk, so that a queue which never empties stays short and cheap.
      if state.firstWaiting == state.waiting.count || state.firstWaiting >= 1_024 {
        state.waiting.removeFirst(state.firstWaiting)
        state.firstWaiting = 0
      }
      return next
    }
    next?.resume(returning: desk)
  }
}
