// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// A message between two processes: its length in four bytes, the lowest first, then its bytes.
enum Frame {
  /// How many bytes the length takes.
  static let headSize = 4

  /// The bytes that announce a message of `count` bytes.
  static func head(_ count: Int) -> [UInt8] {
    let length = UInt32(count)
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: length >> $0) }
  }

  /// The number of bytes that a head announces.
  static func count(_ head: some Sequence<UInt8>) -> Int {
    head.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Sends a whole message; `false` if the other end is gone, or takes nothing for too long.
  ///
  /// A lost peer raises no signal.
  ///
  /// - Parameter patience: How long the other end may take nothing, in milliseconds; -1 for ever.
  static func send(_ message: [UInt8], to socket: Int32, patience: Int32 = -1) -> Bool {
    guard message.count <= Int(UInt32.max) else { return false }
    return sendAll(head(message.count), to: socket, patience)
      && sendAll(message, to: socket, patience)
  }

  private static func sendAll(_ bytes: [UInt8], to socket: Int32, _ patience: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        guard isReady(socket, POLLOUT, patience) else { return false }
        let count = Glibc.send(
          socket, bytes.baseAddress?.advanced(by: done), bytes.count - done,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Receives so many bytes; fewer if the other end is gone, or sends nothing for too long.
  static func receive(_ wanted: Int, from socket: Int32, patience: Int32 = -1) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        guard isReady(socket, POLLIN, patience) else { return }
        let count = Glibc.read(socket, buffer.baseAddress?.advanced(by: filled), wanted - filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
  }

  /// Waits until a socket can be read or written, or is closed.
  private static func isReady(_ socket: Int32, _ event: Int32, _ patience: Int32) -> Bool {
    while true {
      var waiting = pollfd(fd: socket, events: Int16(event), revents: 0)
      let ready = poll(&waiting, 1, patience)
      if ready < 0, errno == EINTR { continue }
      return ready > 0
    }
  }
}
