// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Delays the replacement of workers that keep failing.
struct Backoff {
  private static let most = Duration.seconds(5)

  private var failures = 0
  private var until: ContinuousClock.Instant?

  /// Whether another worker may be started now.
  var allows: Bool { until.map { $0 <= .now } ?? true }

  /// Records that a worker ended instead of answering.
  mutating func failed() {
    failures += 1
    // The first failure is not delayed: it may be due to a single question.
    guard failures > 1 else { return }
    until = .now + min(Self.most, .milliseconds(50 << min(failures, 10)))
  }

  /// Records that a worker has answered.
  mutating func succeeded() { self = Backoff() }
}
