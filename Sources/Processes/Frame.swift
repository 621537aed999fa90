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

  /// Sends a whole message; `false` if the other end is gone.
  ///
  /// A lost peer raises no signal.
  static func send(_ message: [UInt8], to socket: Int32) -> Bool {
    guard message.count <= Int(UInt32.max) else { return false }
    return sendAll(head(message.count), to: socket) && sendAll(message, to: socket)
  }

  private static func sendAll(_ bytes: [UInt8], to socket: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.send(
          socket, bytes.baseAddress?.advanced(by: done), bytes.count - done,
          Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}
