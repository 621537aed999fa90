// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import HummingbirdCore
import NIOCore

/// The limit on file handles, and how many of them connections may use.
enum HandleLimit {
  /// Handles needed by the daemon itself: log, event loops, listener and the stub of the index.
  private static let own = 40
  /// Handles used by each worker, including those needed briefly to start it.
  private static let perWorker = 4
  /// Number of connections that may briefly exceed the limit until others are closed.
  static let overlap = 16

  /// Raises the soft limit to the hard limit, and returns it.
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

  /// Number of connections that can be open, given the limit on handles.
  static func connections(wanted: Int, handles: Int, workers: Int) -> Int {
    max(4, min(wanted, handles - own - overlap - perWorker * workers))
  }
}

/// Pauses accepting connections while too many are open.
struct AcceptanceLimit: AvailableConnectionsDelegate {
  private let bound: Int
  private var open = 0

  init(bound: Int) { self.bound = bound }

  mutating func connectionOpened() { open += 1 }
  mutating func connectionClosed() { open -= 1 }
  func isAcceptingNewConnections() -> Bool { open < bound }
}
