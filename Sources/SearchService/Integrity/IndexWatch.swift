// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Logging
import IndexSchema
import XapianStore
import PassageSearch
import ServiceLifecycle
import Synchronization

/// Watches for rot: compares the files of the index with their checksums, and answers for the index
/// while they differ.
///
/// libxapian has no checksums: of a flipped bit it may crash, or find other passages and say nothing.
final class IndexWatch: Service {
  /// Up to this size, in bytes, a generation is compared before it is first served, beyond it beside.
  private static let quick = 1 << 30
  /// How often it looks whether a file has been touched.
  private static let tick = Duration.seconds(1)

  private struct State {
    /// The generation that has been compared, or is being so.
    var generation: Int?
    var damage: IndexError?
    var fingerprint: [String] = []
    var compared = ContinuousClock.now
    /// How often files of a published generation have been found touched, damaged or repaired.
    var changes = 0
  }

  private let index: String
  private let interval: Duration
  private let logger: Logger
  /// Held while a generation is compared that may not be served before.
  private let state = Mutex(State())
  private let thread: WorkThread

  /// Watches an index.
  ///
  /// - Parameter interval: How often all its files are compared.
  init(index: String, interval: Duration, logger: Logger) throws(IndexError) {
    thread = try WorkThread()
    self.index = index
    self.interval = interval
    self.logger = logger
  }

  /// What is wrong with the published generation; `nil` if nothing is, as far as is known.
  ///
  /// Blocks while a generation is compared for the first time, if it is not large. What cannot be read
  /// at all is left to those who read it.
  func damage() -> IndexError? {
    guard let published = try? LocalStore.publishedGeneration(at: index) else { return nil }
    let isNew = state.withLock { state in
      guard state.generation != published else { return false }
      state.generation = published
      guard let size = try? IndexCheck.size(ofIndexAt: index), size <= Self.quick else {
        state.damage = nil
        return true
      }
      compare(&state)
      return false
    }
    if isNew { Task { await thread.run { self.compareBeside() } } }
    return state.withLock { $0.damage }
  }

  /// How often the files of a generation have changed under those who have them open: who began to
  /// read before the last change has the files of before, deleted or damaged ones perhaps.
  var changes: Int { state.withLock { $0.changes } }

  /// Compares again when a file has been touched, and at intervals.
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
          if isDue { self.compareBeside() }
        }
      }
    }
  }

  private func compareBeside() {
    var found = state.withLock { $0 }
    compare(&found)
    state.withLock { state in
      // Another one has been published meanwhile and is looked at by itself.
      if state.generation == found.generation { state = found }
    }
  }

  private func compare(_ state: inout State) {
    state.compared = .now
    do throws(IndexError) {
      let before = state.fingerprint
      state.fingerprint = try LocalStore.fingerprint(at: index)
      // The first of its lines names the generation: another one is nobody's old files.
      if before.first == state.fingerprint.first, before != state.fingerprint { state.changes += 1 }
      let faults = try IndexCheck.damage(inIndexAt: index)
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
        hint: "`pamphlet check` says what is damaged, `pamphlet recover` publishes the newest "
          + "generation that is whole.", underlying: first)
    } else {
      if state.damage != nil {
        logger.notice("the index is whole again", metadata: ["generation": "\(generation)"])
      }
      state.damage = nil
    }
  }
}
