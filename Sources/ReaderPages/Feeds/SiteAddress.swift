// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Where a client reached the daemon; it makes the complete addresses that feeds need.
///
/// Feeds are stored and passed on, so they contain no relative addresses.
package struct SiteAddress: Sendable, Hashable {
  /// How a client reached the daemon, perhaps through a proxy.
  package enum Scheme: String, Sendable {
    case http, https
  }

  /// Scheme, name and port, such as `https://library.example`.
  package let origin: String

  /// Creates an address.
  ///
  /// - Parameter host: The name or address, perhaps with a port, as in a `Host` field. What cannot
  ///   be one becomes `localhost`.
  package init(scheme: Scheme, host: String) {
    origin = "\(scheme.rawValue)://\(Self.isHost(host) ? host : "localhost")"
  }

  /// Whether a text is a name, an IPv4 address or an IPv6 address in brackets, perhaps with a port
  /// (RFC 3986, 3.2.2).
  private static func isHost(_ text: String) -> Bool {
    text.wholeMatch(of: /(?:[A-Za-z0-9._\-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?/) != nil
  }

  /// The complete address of a path of this site; an address that has a scheme stays as it is.
  ///
  /// Every byte that a URI cannot contain is percent-encoded (RFC 3986, 2.1).
  func complete(_ path: String) -> String {
    let encoded = Self.encoded(path)
    return Self.hasScheme(encoded)
      ? encoded : origin + (encoded.hasPrefix("/") ? "" : "/") + encoded
  }

  /// Whether a text begins with a scheme (RFC 3986, 3.1).
  static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else { return false }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, first.isASCIILetterOrDigit, !(0x30...0x39).contains(first)
    else { return false }
    return scheme.allSatisfy {
      $0.isASCIILetterOrDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// Percent-encodes the bytes that no URI contains, square brackets, which no path does, and each
  /// `#` after the first.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { !$0.isPartOfURI || $0 == 0x23 || $0 == 0x25 }) else {
      return text
    }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var hasFragment = false
    for (index, byte) in source.enumerated() {
      let isKept =
        switch byte {
        case 0x23: !hasFragment
        case 0x25: source[(index + 1)...].prefix(2).count { $0.isHexadecimalDigit } == 2
        default: byte.isPartOfURI
        }
      if byte == 0x23 { hasFragment = true }
      if isKept {
        bytes.append(byte)
      } else {
        bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }

  /// Whether it is unreserved or reserved (RFC 3986, 2.2 and 2.3), but not a square bracket, or a
  /// percent sign.
  fileprivate var isPartOfURI: Bool {
    switch self {
    case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  fileprivate var isHexadecimalDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
  }
}
