// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Logging
import ServiceLifecycle
import Synchronization
import XapianStore

/// Detects corruption by comparing the files of the index with their checksums.
///
/// While they differ, requests are answered with an error. libxapian has no checksums of its own:
/// after a bit flip it may crash or silently return different passages.
final class IndexWatch: Service {
  /// Maximum size, in bytes, up to which a generation is checked before it is served.
  private static let quickSize = 1 << 30
  /// How often to look for modified files.
  private static let tick = Duration.seconds(1)

  private struct State {
    /// Generation that has been checked or is being checked.
    var generation: Int?
    var damage: IndexError?
    var fingerprint: [String] = []
    var compared = ContinuousClock.now
    /// How often files of a published generation were found modified, damaged or repaired.
    var changes = 0
  }

  private let index: String
  private let interval: Duration
  private let logger: Logger
  /// Held while checking a generation that must not be served before the check is done.
  private let state = Mutex(State())
  private let thread: WorkThread

  /// Creates a watch for an index.
  ///
  /// - Parameter interval: How often all files are checked.
  init(index: String, interval: Duration, logger: Logger) throws(IndexError) {
    thread = try WorkThread()
    self.index = index
    self.interval = interval
    self.logger = logger
  }

  /// The damage found in the published generation; `nil` as long as none is known.
  ///
  /// Blocks while a new generation is checked for the first time, unless it is large. An unreadable
  /// index is not reported here but by the code that reads it.
  func damage() -> IndexError? {
    guard let published = try? LocalStore.publishedGeneration(at: index) else { return nil }
    let isNew = state.withLock { state in
      guard state.generation != published else { return false }
      state.generation = published
      guard let size = try? IndexCheck.size(ofIndexAt: index), size <= Self.quickSize else {
        state.damage = nil
        return true
      }
      compare(&state)
      return false
    }
    if isNew { Task { await thread.run { self.compareInBackground() } } }
    return state.withLock { $0.damage }
  }

  /// How often the files of a generation have changed while open.
  ///
  /// Processes that opened them before the last change may be using deleted or damaged files.
  var changes: Int { state.withLock { $0.changes } }

  /// Checks again when a file is modified, and at regular intervals.
  func run() async throws {
    await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: Self.tick)) != nil {
        await self.thread.run {
          let fingerprint = try? LocalStore.fingerprint(at: self.index)
          let isDue = self.state.withLock { state in
            state.generation != nil
              && (fingerprint != nil && fingerprint != state.fingerprint
                || .now - state.compared >= self.interval)
          }
          if isDue { self.compareInBackground() }
        }
      }
    }
  }

  private func compareInBackground() {
    var found = state.withLock { $0 }
    compare(&found)
    state.withLock { state in
      // If another generation was published meanwhile, it is checked separately.
      if state.generation == found.generation { state = found }
    }
  }

  private func compare(_ state: inout State) {
    state.compared = .now
    do throws(IndexError) {
      let before = state.fingerprint
      state.fingerprint = try LocalStore.fingerprint(at: index)
      // The first line identifies the generation; only changes within one generation count.
      if before.first == state.fingerprint.first, before != state.fingerprint { state.changes += 1 }
      // What opens an index of an early version says so better than its lack of checksums.
      let faults =
        try IndexCheck.predatesChecksums(indexAt: index)
        ? [] : try IndexCheck.damage(inIndexAt: index)
      guard try LocalStore.publishedGeneration(at: index) == state.generation else { return }
      note(faults, in: &state)
    } catch {
      logger.warning(
        "the index could not be compared with its checksums",
        metadata: ["index": "\(index)", "cause": "\(error.message)"])
    }
  }

  private func note(_ faults: [String], in state: inout State) {
    let generation = state.generation ?? 0
    if let first = faults.first {
      if state.damage == nil {
        logger.error(
          "the index is damaged",
          metadata: [
            "index": "\(index)", "generation": "\(generation)",
            "cause": "\(faults.joined(separator: " "))",
            "hint": "run `pamphlet check` and `pamphlet recover`",
          ])
      }
      state.damage = IndexError(
        .corrupt, "The index is damaged.",
        hint: "`pamphlet check` shows what is damaged; `pamphlet recover` publishes the newest "
          + "undamaged generation.", underlying: first)
    } else {
      if state.damage != nil {
        logger.notice("the index is intact again", metadata: ["generation": "\(generation)"])
      }
      state.damage = nil
    }
  }
}
