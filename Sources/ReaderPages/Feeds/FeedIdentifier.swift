// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Identifiers of entries, which must never change and never be another's (RFC 4287, 4.2.6).
enum FeedIdentifier {
  /// The identifier of a work or passage: itself if it is a URI, else a UUID made from it.
  ///
  /// A UUID stays when the library moves to another host; an address would not, and readers would
  /// take all entries for new. It is of version 8, which leaves the hash open (RFC 9562, 5.8).
  static func text(_ id: String) -> String {
    if SiteAddress.hasScheme(id) { return SiteAddress.encoded(id) }
    var hash = hash(of: id)
    // Version and variant (RFC 9562, 4).
    hash = hash & ~(0xF << 76) | 0x8 << 76
    hash = hash & ~(0x3 << 62) | 0x2 << 62
    let digits = String(hash, radix: 16)
    let all = Array(String(repeating: "0", count: 32 - digits.count) + digits)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
    return "urn:uuid:\(groups.joined(separator: "-"))"
  }

  /// FNV-1a with 128 bits (Fowler, Noll and Vo), which spreads short ids well and is short itself.
  private static func hash(of text: String) -> UInt128 {
    let prime: UInt128 = 1 << 88 | 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    return hash
  }
}
