// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads the encoding that a document names itself.
enum DeclaredEncoding {
  /// The `charset` of an HTML document's first bytes (HTML, 13.2.3.2), or the one of its XML
  /// declaration.
  static func inHTML(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    for name in ["charset=", "encoding="] {
      guard let found = head.firstRange(of: name) else { continue }
      let value = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }

  /// The encoding that Project Gutenberg's header names: `Character set encoding: ISO-8859-1`.
  static func inText(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
    guard let found = head.firstRange(of: "character set encoding:") else { return nil }
    let value = head[found.upperBound...].drop { $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return value.isEmpty ? nil : String(value)
  }
}
