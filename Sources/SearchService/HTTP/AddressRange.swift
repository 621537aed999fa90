// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// An IPv4 or IPv6 address; an IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is treated as IPv4.
package struct IPAddress: Sendable, Hashable {
  /// The 4 or 16 bytes in network order.
  let bytes: [UInt8]

  /// Parses an address without brackets, port or zone.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      let all = withUnsafeBytes(of: &six) { Array($0) }
      let isMapped = all[..<12] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
      bytes = isMapped ? Array(all[12...]) : all
    } else {
      return nil
    }
  }

  /// Whether it is a loopback address: 127.0.0.0/8 or `::1`.
  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
  }

  /// Whether it means all addresses of the machine: `0.0.0.0` or `::`.
  var isWildcard: Bool { bytes.allSatisfy { $0 == 0 } }
}

/// The addresses with a common prefix, `192.0.2.0/24`, or a single address.
package struct AddressRange: Sendable, Hashable {
  private let address: IPAddress
  private let prefix: Int

  /// Parses an address, optionally with a prefix length.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = IPAddress(parts[0]), parts.count <= 2 else { return nil }
    let bits = address.bytes.count * 8
    guard let prefix = parts.count == 2 ? Int(parts[1]) : bits, (0...bits).contains(prefix) else {
      return nil
    }
    self.address = address
    self.prefix = prefix
  }

  /// Whether the range contains an address.
  func contains(_ other: IPAddress) -> Bool {
    guard other.bytes.count == address.bytes.count else { return false }
    for (index, (one, two)) in zip(address.bytes, other.bytes).enumerated() {
      let bits = min(8, max(0, prefix - 8 * index))
      if (one ^ two) >> (8 - bits) != 0 { return false }
    }
    return true
  }
}
