// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import Synchronization

/// A connection of a client.
final class Connection: Sendable {
  private struct State {
    var isLost = false
    var whenLost: (@Sendable () -> Void)?
  }

  /// Its number, in the order of arrival.
  let number: UInt64
  private let channel: any Channel
  private let state = Mutex(State())

  init(_ number: UInt64, _ channel: any Channel) {
    self.number = number
    self.channel = channel
  }

  /// Whether the client has closed its end, and so no longer waits for an answer.
  ///
  /// A client that only says that it will send nothing more looks the same. It is taken for one that
  /// is gone where an answer is costly, as other servers do.
  var isLost: Bool { state.withLock { $0.isLost } }

  /// Names what is done when the client closes its end; the last to be named counts.
  func whenLost(_ action: @Sendable @escaping () -> Void) {
    state.withLock { $0.whenLost = action }
  }

  /// Notes that the client has closed its end.
  func lose() {
    let action = state.withLock { state in
      state.isLost = true
      defer { state.whenLost = nil }
      return state.whenLost
    }
    action?()
  }

  /// Closes the connection.
  func close() { channel.close(promise: nil) }
}
