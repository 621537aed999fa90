// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The name under which a fetched text is stored.
enum FileName {
  /// The longest name without its suffix, in bytes.
  private static let longest = 120

  /// The name for an address: host and path, in characters that every file system takes.
  static func of(_ address: WebAddress, suffix: String) -> String {
    var name = ""
    var path = address.path
    if path.lowercased().hasSuffix(".\(suffix)") { path = String(path.dropLast(suffix.count + 1)) }
    for byte in (address.host + path).utf8 {
      let isPlain =
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x5F
      if isPlain {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else if name.last != "-" {
        name += "-"
      }
      if name.utf8.count >= longest { break }
    }
    while let last = name.last, last == "-" || last == "." { name.removeLast() }
    return "\(name).\(suffix)"
  }
}
