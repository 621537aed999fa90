// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Files that have changed, until they have been quiet for a while: a file may still be written.
struct PendingChanges: Sendable {
  /// A change of a file; without a stamp the file is gone.
  struct Change: Sendable, Hashable {
    let stamp: FileStamp?
    /// When the file was first seen in this state.
    let since: ContinuousClock.Instant
  }

  /// After how many times `quiet` a file that is gone is removed though others still change.
  private static let patience = 20

  /// How long a file must stay the same.
  let quiet: Duration
  /// The changes that have not been taken in, by path.
  private(set) var changes: [String: Change] = [:]

  init(quiet: Duration) { self.quiet = quiet }

  /// Notes all files that now differ from what was taken in.
  ///
  /// - Parameter stamps: The present stamps of these files.
  mutating func note(_ stamps: [String: FileStamp?], at now: ContinuousClock.Instant) {
    changes = stamps.reduce(into: [:]) { result, entry in
      let before = changes[entry.key]
      let isSame = before.map { $0.stamp == entry.value } ?? false
      result[entry.key] = Change(
        stamp: entry.value, since: isSame ? before?.since ?? now : now)
    }
  }

  /// The files that have been quiet for long enough.
  ///
  /// - Parameter removes: Whether works are removed with their files. A file that is gone then
  ///   waits for others: it may be one of them, moved, and what was moved keeps its id.
  func ripe(at now: ContinuousClock.Instant, removes: Bool = false) -> [String: FileStamp?] {
    let ripe = changes.filter { now - $0.value.since >= quiet }
    let waits = removes && ripe.count < changes.count
    return ripe.filter { change in
      change.value.stamp != nil || !waits || now - change.value.since >= quiet * Self.patience
    }.mapValues(\.stamp)
  }

  /// When the next file will have been quiet for long enough; `nil` if none is waited for.
  ///
  /// - Parameter now: The present, before which no look is due.
  func nextRipe(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    changes.isEmpty
      ? nil : changes.values.map { $0.since + quiet }.filter { $0 > now }.min() ?? now + quiet
  }
}
