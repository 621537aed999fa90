// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Message framing between two processes: a 4-byte little-endian length, then the message.
enum Frame {
  /// Size of the length field in bytes.
  static let headSize = 4

  /// Encodes the length of a message of `count` bytes.
  static func head(_ count: Int) -> [UInt8] {
    let length = UInt32(count)
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: length >> $0) }
  }

  /// Decodes the length of a message, in bytes.
  static func count(_ head: some Sequence<UInt8>) -> Int {
    head.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Sends a whole message; false if the peer has closed the connection or stopped reading.
  ///
  /// A closed connection does not raise SIGPIPE.
  ///
  /// - Parameter patience: How long the peer may stall, in milliseconds; -1 for no limit.
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

  /// Receives `wanted` bytes; fewer if the peer closes the connection or stalls beyond `patience`.
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

  /// Waits until the socket is ready or closed; false if that takes longer than `patience`.
  private static func isReady(_ socket: Int32, _ event: Int32, _ patience: Int32) -> Bool {
    while true {
      var waiting = pollfd(fd: socket, events: Int16(event), revents: 0)
      let ready = poll(&waiting, 1, patience)
      if ready < 0, errno == EINTR { continue }
      return ready > 0
    }
  }
}
