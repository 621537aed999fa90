// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Text of a complete XML 1.0 document.
enum XMLDocument {
  /// The document whose root element is given.
  ///
  /// Escaping already shows control characters. This replaces U+FFFE and U+FFFF, the only other
  /// scalars that XML excludes (XML 1.0, production 2, `Char`); no markup of ours contains them.
  static func text(_ root: HTML) -> String {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.text)\n"
    // Both scalars are EF BF BE and EF BF BF in UTF-8; U+FFFD is EF BF BD.
    var bytes = Array(text.utf8)
    for index in bytes.indices.dropFirst(2)
    where bytes[index] >= 0xBE && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF {
      bytes[index] = 0xBD
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines that are not empty, one below the other.
  static func lines(_ lines: [HTML]) -> HTML {
    .joined(lines.filter { !$0.text.isEmpty }, by: "\n")
  }
}
