// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Glibc

/// When an answer has to be there: passed down through all stages of one question, each of which asks
/// it before it goes on, libxapian's matcher included.
///
/// Not `Sendable`: it belongs to one question.
package final class Deadline {
  /// How long a search may take unless told otherwise, in seconds.
  package static let usualSeconds = 2.0

  /// No deadline.
  package static var none: Deadline { Deadline(nil) }

  private let instant: ContinuousClock.Instant?
  private let duration: Duration
  private let stopDescriptor: Int32
  /// Whether a stage has left out something because the deadline had passed.
  package private(set) var hasCut = false

  /// A deadline some time from now.
  ///
  /// - Parameter stopDescriptor: A descriptor that ends the question as soon as it can be read.
  package init(_ duration: Duration?, stopDescriptor: Int32 = -1) {
    instant = duration.map { .now + $0 }
    self.duration = duration ?? .zero
    self.stopDescriptor = stopDescriptor
  }

  /// Whether what comes next has to be left out, which is noted.
  package func cuts(grace: Duration = .zero) -> Bool {
    guard hasPassed(grace: grace) else { return false }
    hasCut = true
    return true
  }

  /// Whether what comes next has to be left out so that a part of the time is left for what comes
  /// after it.
  package func cuts(reserving part: Double) -> Bool { cuts(grace: duration * -part) }

  /// Notes that a call has left out something.
  func noteCut(_ isCut: Bool) { hasCut = hasCut || isCut }

  /// The time that is left, in microseconds, up to `most`.
  package func microsecondsLeft(most: Int = .max) -> Int {
    guard let instant else { return most }
    let left = (instant - .now) / .microseconds(1)
    return max(0, min(most, Int(min(left, 1e15))))
  }

  /// What is left, for a call of libxapian.
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
