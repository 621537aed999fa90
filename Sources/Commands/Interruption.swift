// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Synchronization

/// Whether the user has asked the process to stop, by Ctrl-C or SIGTERM.
enum Interruption {
  private static let requested = Atomic(false)

  /// Installs the signal handlers.
  ///
  /// Handlers rather than a thread: stopping must work when no more threads can be created.
  static func listen() {
    // Initialises the variable before a handler uses it.
    requested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Interruption.requested.store(true, ordering: .relaxed) }
    }
  }

  /// Whether the process should stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }
}
