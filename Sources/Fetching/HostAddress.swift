// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The network addresses of a host.
enum HostAddress {
  /// The addresses of a host as text; empty if it has none.
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

  /// Whether an address is one of the public internet, not of this machine or a network at home
  /// (IANA special-purpose address registries).
  static func isPublic(_ address: String) -> Bool {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 {
      return isPublic(withUnsafeBytes(of: &four) { Array($0) })
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &six) == 1 else { return false }
    let bytes = withUnsafeBytes(of: &six) { Array($0) }
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      // ::ffff:a.b.c.d is a.b.c.d; the rest below is this machine or nothing.
      return bytes[10] == 0xFF && bytes[11] == 0xFF && isPublic(Array(bytes[12...]))
    }
    // NAT64 and 6to4 lead to the address of version 4 that they hold.
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return isPublic(Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return isPublic(Array(bytes[2..<6])) }
    // Only 2000::/3 is given out, 2001:db8::/32 to nobody.
    return bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
  }

  private static func isPublic(_ address: [UInt8]) -> Bool {
    switch (address[0], address[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (192, 0), (224..., _): false
    case (100, 64...127), (172, 16...31), (198, 18...19), (198, 51), (203, 0): false
    default: true
    }
  }
}
