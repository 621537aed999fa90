// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import Synchronization

/// A client connection.
final class Connection: Sendable {
  private struct State {
    var isLost = false
    var whenLost: (@Sendable () -> Void)?
  }

  /// Serial number of the connection.
  let number: UInt64
  private let channel: any Channel
  private let state = Mutex(State())

  init(_ number: UInt64, _ channel: any Channel) {
    self.number = number
    self.channel = channel
  }

  /// Whether the client has closed its end, and so no longer waits for an answer.
  ///
  /// A client that only shuts down its sending side looks the same. Where an answer is costly, it
  /// is treated as gone, as other servers do.
  var isLost: Bool { state.withLock { $0.isLost } }

  /// Sets the action to run when the client closes its end, replacing any earlier one.
  func whenLost(_ action: @Sendable @escaping () -> Void) {
    state.withLock { $0.whenLost = action }
  }

  /// Records that the client has closed its end, and runs the action.
  func lose() {
    let action = state.withLock { state in
      state.isLost = true
      defer { state.whenLost = nil }
      return state.whenLost
    }
    action?()
  }

  /// Closes the connection from our side.
  func close() { channel.close(promise: nil) }
}
