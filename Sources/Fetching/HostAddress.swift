// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The network addresses of hosts.
enum HostAddress {
  /// Resolves a host to its addresses as text; empty if there are none.
  static func resolve(_ host: String) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var addresses: [String] = []
    var entry = list
    while let current = entry {
      var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      if getnameinfo(
        current.pointee.ai_addr, current.pointee.ai_addrlen, &buffer, socklen_t(buffer.count), nil,
        0, NI_NUMERICHOST) == 0
      {
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        addresses.append(String(decoding: bytes, as: UTF8.self))
      }
      entry = current.pointee.ai_next
    }
    return addresses
  }

  /// Whether an address belongs to the public internet, not to this machine or a private network.
  static func isPublic(_ address: String) -> Bool {
    // The zone after a percent sign names an interface of this machine.
    SpecialAddresses.bytes(of: String(address.prefix { $0 != "%" })).map(isPublic) ?? false
  }

  private static func isPublic(_ address: [UInt8]) -> Bool {
    if SpecialAddresses.blocks.contains(where: { $0.contains(address) }) { return false }
    if address.count == 4 { return true }
    for (block, start) in SpecialAddresses.carriers where block.contains(address) {
      return isPublic(Array(address[start..<(start + 4)]))
    }
    return SpecialAddresses.unicast.contains(address)
  }
}
