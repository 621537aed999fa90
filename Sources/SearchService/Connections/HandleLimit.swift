// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import HummingbirdCore
import NIOCore

/// The file handles of the process, and how many of them connections may have.
enum HandleLimit {
  /// What the daemon itself needs: its log, its threads' queues, its listener, the stub of the index.
  private static let own = 40
  /// What each worker takes, and what starting one takes for a moment.
  private static let perWorker = 4
  /// How many connections may be open for a moment until others are closed for them.
  static let overlap = 16

  /// Raises the limit to what the process may have, and returns it.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
    if limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = limit.rlim_max
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return Int(min(limit.rlim_cur, 1 << 20))
  }

  /// How many connections may be open.
  static func connections(wanted: Int, handles: Int, workers: Int) -> Int {
    max(4, min(wanted, handles - own - overlap - perWorker * workers))
  }
}

/// Stops the acceptance of connections for as long as more are open than should be for a moment.
struct AcceptanceLimit: AvailableConnectionsDelegate {
  private let bound: Int
  private var open = 0

  init(bound: Int) { self.bound = bound }

  mutating func connectionOpened() { open += 1 }
  mutating func connectionClosed() { open -= 1 }
  func isAcceptingNewConnections() -> Bool { open < bound }
}
