// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Glibc

/// The time limit of a request, passed through all its stages, including libxapian's matcher; each
/// stage checks it before continuing.
///
/// Not `Sendable`: it belongs to one request.
package final class Deadline {
  /// The default time limit of a search, in seconds.
  package static let usualSeconds = 2.0

  /// No deadline.
  package static var none: Deadline { Deadline(nil) }

  private let instant: ContinuousClock.Instant?
  private let duration: Duration
  private let stopDescriptor: Int32
  /// Whether a stage has skipped something because the deadline had passed.
  package private(set) var hasCut = false

  /// Creates a deadline at a time from now; `nil` for none.
  ///
  /// - Parameter stopDescriptor: A file descriptor that ends the request as soon as it is readable.
  package init(_ duration: Duration?, stopDescriptor: Int32 = -1) {
    instant = duration.map { .now + $0 }
    self.duration = duration ?? .zero
    self.stopDescriptor = stopDescriptor
  }

  /// Whether the next step must be skipped; if so, records that.
  package func cuts(grace: Duration = .zero) -> Bool {
    guard hasPassed(grace: grace) else { return false }
    hasCut = true
    return true
  }

  /// Whether the next step must be skipped to reserve a share of the time for later steps.
  package func cuts(reserving part: Double) -> Bool { cuts(grace: duration * -part) }

  /// Records whether a call has skipped something.
  func noteCut(_ isCut: Bool) { hasCut = hasCut || isCut }

  /// The remaining time in microseconds, at most `most`.
  package func microsecondsLeft(most: Int = .max) -> Int {
    guard let instant else { return most }
    let left = (instant - .now) / .microseconds(1)
    return max(0, min(most, Int(min(left, 1e15))))
  }

  /// The remaining time, for a call of libxapian.
  var limit: cx_limit {
    cx_limit(
      microseconds: instant == nil ? UInt64.max : UInt64(microsecondsLeft()),
      stop_descriptor: stopDescriptor)
  }

  private func hasPassed(grace: Duration) -> Bool {
    if let instant, ContinuousClock.now >= instant + grace { return true }
    guard stopDescriptor >= 0 else { return false }
    var waiting = pollfd(fd: stopDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}
