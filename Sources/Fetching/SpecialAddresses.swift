// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The blocks of addresses that are not part of the public internet (IANA special-purpose address
/// registries for IPv4 and IPv6, and IPv4 multicast).
enum SpecialAddresses {
  /// A block of addresses in CIDR notation, with its use and the document that reserves it.
  struct Block: Sendable {
    let text: String
    let use: String
    let source: String
    let bytes: [UInt8]
    let bits: Int

    init(_ text: String, _ use: String, _ source: String) {
      self.text = text
      self.use = use
      self.source = source
      let parts = text.split(separator: "/")
      bytes = SpecialAddresses.bytes(of: String(parts[0])) ?? []
      bits = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    }

    /// Whether it contains an address.
    func contains(_ address: [UInt8]) -> Bool {
      guard address.count == bytes.count else { return false }
      let whole = bits / 8
      guard address[..<whole] == bytes[..<whole] else { return false }
      guard bits % 8 > 0 else { return true }
      return (address[whole] ^ bytes[whole]) >> UInt8(8 - bits % 8) == 0
    }
  }

  static let blocks: [Block] = [
    Block("0.0.0.0/8", "this network", "RFC 791"),
    Block("10.0.0.0/8", "private", "RFC 1918"),
    Block("100.64.0.0/10", "shared by a provider's customers", "RFC 6598"),
    Block("127.0.0.0/8", "this machine", "RFC 1122"),
    Block("169.254.0.0/16", "this link", "RFC 3927"),
    Block("172.16.0.0/12", "private", "RFC 1918"),
    Block("192.0.0.0/24", "protocols", "RFC 6890"),
    Block("192.0.2.0/24", "documentation", "RFC 5737"),
    Block("192.31.196.0/24", "AS112", "RFC 7535"),
    Block("192.52.193.0/24", "AMT", "RFC 7450"),
    Block("192.88.99.0/24", "relays of 6to4", "RFC 7526"),
    Block("192.168.0.0/16", "private", "RFC 1918"),
    Block("192.175.48.0/24", "AS112", "RFC 7534"),
    Block("198.18.0.0/15", "benchmarks", "RFC 2544"),
    Block("198.51.100.0/24", "documentation", "RFC 5737"),
    Block("203.0.113.0/24", "documentation", "RFC 5737"),
    Block("224.0.0.0/4", "multicast", "RFC 5771"),
    Block("240.0.0.0/4", "reserved, and broadcast", "RFC 1112, RFC 8190"),
    Block("::/96", "this machine, or a form of IPv4 given up", "RFC 4291"),
    Block("64:ff9b:1::/48", "a provider's own translation", "RFC 8215"),
    Block("100::/64", "discarded", "RFC 6666"),
    Block("100:0:0:1::/64", "a dummy prefix", "RFC 9780"),
    Block("2001::/23", "protocols, with Teredo, benchmarks and ORCHID", "RFC 2928"),
    Block("2001::/32", "Teredo", "RFC 4380"),
    Block("2001:2::/48", "benchmarks", "RFC 5180"),
    Block("2001:10::/28", "ORCHID", "RFC 4843"),
    Block("2001:20::/28", "ORCHID, second version", "RFC 7343"),
    Block("2001:30::/28", "identities of drones", "RFC 9374"),
    Block("2001:db8::/32", "documentation", "RFC 3849"),
    Block("2620:4f:8000::/48", "AS112", "RFC 7534"),
    Block("3fff::/20", "documentation", "RFC 9637"),
    Block("5f00::/16", "segment routing", "RFC 9602"),
    Block("fc00::/7", "private", "RFC 4193"),
    Block("fe80::/10", "this link", "RFC 4291"),
    Block("fec0::/10", "this site", "RFC 3879"),
    Block("ff00::/8", "multicast", "RFC 4291"),
  ]

  /// The allocated part of IPv6 (RFC 4291, 2.4).
  static let unicast = Block("2000::/3", "unicast", "RFC 4291")
  /// Blocks whose addresses embed one of IPv4, with the byte at which it begins.
  static let carriers = [
    (block: Block("::ffff:0:0/96", "mapped", "RFC 4291"), start: 12),
    (block: Block("64:ff9b::/96", "NAT64", "RFC 6052"), start: 12),
    (block: Block("2002::/16", "6to4", "RFC 3056"), start: 2),
  ]

  /// The bytes of an address in network order; `nil` for text that is not an address.
  static func bytes(of address: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
    var six = in6_addr()
    guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
    return withUnsafeBytes(of: &six) { Array($0) }
  }
}
