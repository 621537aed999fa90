// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Lends searchers to tasks, each to one at a time, and runs them off the cooperative threads.
package final class SearcherPool: Sendable {
  /// Creates a pool over the index in a folder; searchers are opened when first needed.
  package init(path: String, size: Int) {}

  /// Runs `body` with a searcher on a thread of its own.
  ///
  /// - Throws: What `body` throws, or `IndexError` if the index cannot be opened.
  package func withSearcher<Result: Sendable>(
    _ body: @Sendable @escaping (Searcher) throws -> Result
  ) async throws -> Result {
    throw IndexError(.unavailable, "The pool is being written.")
  }
}
