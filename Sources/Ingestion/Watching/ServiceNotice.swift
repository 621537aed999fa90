// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Tells the service manager the state of this process (sd_notify(3)), if there is one that asks.
enum ServiceNotice {
  /// Sends assignments such as `READY=1`; without `NOTIFY_SOCKET` nothing happens.
  static func send(_ assignments: String) {
    guard let value = getenv("NOTIFY_SOCKET") else { return }
    var path = Array(String(cString: value).utf8)
    var address = sockaddr_un()
    guard let first = path.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@"),
      path.count < MemoryLayout.size(ofValue: address.sun_path)
    else { return }
    // The name of an abstract socket begins with a zero byte (unix(7)).
    if first == UInt8(ascii: "@") { path[0] = 0 }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    let length =
      socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 2)
      + socklen_t(path.count)
    let message = Array(assignments.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = sendto(socket, message, message.count, Int32(MSG_NOSIGNAL), address, length)
      }
    }
  }
}
