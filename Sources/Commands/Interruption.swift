// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Synchronization

/// Whether the person has asked to stop (Ctrl-C, or SIGTERM).
enum Interruption {
  private static let requested = Atomic(false)

  /// Begins to listen.
  ///
  /// By handlers, not by threads: where the system gives no more threads, stopping is what is wanted.
  static func listen() {
    // Touched here, so that a handler finds it made.
    requested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Interruption.requested.store(true, ordering: .relaxed) }
    }
  }

  /// Whether to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }
}
