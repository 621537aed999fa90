// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A URL from which a text may be fetched: http or https, with a host.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// `http` or `https`.
  package let scheme: String
  /// The host, in lower case; an IPv6 address without brackets.
  package let host: String
  /// The port; `nil` for the default of the scheme.
  package let port: Int?
  /// Path and query, beginning with a slash.
  package let path: String

  /// Parses a URL; `nil` for other schemes, for one without a host and for one with credentials.
  package init?(_ text: String) {
    let bare = text.prefix { $0 != "#" }
    guard let divider = bare.firstRange(of: "://") else { return nil }
    let scheme = bare[..<divider.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = bare[divider.upperBound...]
    let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var authority = rest[..<slash]
    // Credentials in URLs are never sent.
    guard !authority.contains("@") else { return nil }
    var port: Int?
    if authority.first == "[" {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      let after = authority[authority.index(after: close)...]
      if after.first == ":" { port = Int(after.dropFirst()) } else if !after.isEmpty { return nil }
      authority = authority[authority.index(after: authority.startIndex)..<close]
    } else if let colon = authority.lastIndex(of: ":") {
      guard let number = Int(authority[authority.index(after: colon)...]) else { return nil }
      port = number
      authority = authority[..<colon]
    }
    guard !authority.isEmpty, authority.utf8.count <= 253,
      authority.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x25 && $0 < 0x7F }),
      port.map({ (1...65_535).contains($0) }) ?? true
    else { return nil }
    self.scheme = scheme
    host = authority.lowercased()
    self.port = port
    let path = rest[slash...]
    let encoded = Self.encoded(path)
    self.path = encoded.first == "/" ? encoded : "/" + encoded
  }

  /// Percent-encodes characters that are not allowed in a URL (RFC 3986, 2.1).
  private static func encoded(_ path: Substring) -> String {
    var result = ""
    for byte in path.utf8 {
      if byte > 0x20, byte < 0x7F, byte != 0x22, byte != 0x3C, byte != 0x3E {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// Resolves a reference against this URL, as browsers do.
  package func resolving(_ location: String) -> WebAddress? {
    if location.contains("://") { return WebAddress(location) }
    if location.hasPrefix("//") { return WebAddress("\(scheme):\(location)") }
    if location.hasPrefix("/") { return WebAddress(origin + location) }
    let folder = path.prefix { $0 != "?" }
    let base = folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)]
    return WebAddress(origin + base + location)
  }

  /// Scheme, host and port: the scope of one robots.txt.
  package var origin: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return "\(scheme)://\(shown)" + (port.map { ":\($0)" } ?? "")
  }

  package var description: String { origin + path }
}
