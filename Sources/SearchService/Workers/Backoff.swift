// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Holds back workers that end as soon as they start.
struct Backoff {
  private static let most = Duration.seconds(5)

  private var failures = 0
  private var until: ContinuousClock.Instant?

  /// Whether the next may be started.
  var allows: Bool { until.map { $0 <= .now } ?? true }

  /// A worker ended instead of answering.
  mutating func failed() {
    failures += 1
    // The first is replaced at once: it may have been one question.
    guard failures > 1 else { return }
    until = .now + min(Self.most, .milliseconds(50 << min(failures, 10)))
  }

  /// A worker has answered.
  mutating func succeeded() { self = Backoff() }
}
