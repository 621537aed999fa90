// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Makes visible, in text of others, what would command a terminal or reorder the words around it:
/// control characters (C0, DEL, C1) and marks of direction (Unicode, UAX #9).
///
/// Letters of any script stay as they are.
package enum ControlCharacters {
  /// The text as it may be shown to people.
  ///
  /// C0 and DEL become their pictures (␛), all else U+FFFD.
  ///
  /// - Parameters:
  ///   - keepsLines: Whether line ends and tabs stay; in a name or a title they do not.
  ///   - kept: Sequences that stay, because we wrote them.
  /// - Complexity: O(*n*); copies nothing where nothing is to be done.
  package static func shown(
    _ text: String, keepsLines: Bool = true, keeping kept: [String] = []
  ) -> String {
    guard contains(text, isControl: { $0 < 0x20 && !(keepsLines && ($0 == 0x0A || $0 == 0x09)) })
    else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if let sequence = kept.first(where: { rest.starts(with: $0.unicodeScalars) }) {
        result.append(contentsOf: sequence.unicodeScalars)
        rest = rest.dropFirst(sequence.unicodeScalars.count)
        continue
      }
      rest = rest.dropFirst()
      let isLine = keepsLines && (scalar == "\n" || scalar == "\t")
      result.append(isLine ? scalar : picture(scalar) ?? scalar)
    }
    return String(result)
  }

  /// JSON that says the same, and may be written to a terminal: `\u202e` for what JSON does not oblige
  /// to escape.
  package static func escaped(inJSON text: String) -> String {
    guard contains(text, isControl: { _ in false }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // What is below is white space between values: in a string it is escaped already.
      guard scalar.value >= 0x20, picture(scalar) != nil else {
        result.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.count)
      result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
    }
    return String(result)
  }

  /// What is shown for a character that is not; `nil` for all that is shown as it is.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether a text has any of them; looked for by the bytes that begin them.
  private static func contains(_ text: String, isControl: (UInt8) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20..<0x7F: continue
        case 0x7F: return true
        case 0xC2 where bytes[index + 1] < 0xA0: return true
        case 0xD8 where bytes[index + 1] == 0x9C: return true
        case 0xE2 where bytes[index + 1] == 0x80:
          let last = bytes[index + 2]
          if last == 0x8E || last == 0x8F || (0xAA...0xAE).contains(last) { return true }
        case 0xE2 where bytes[index + 1] == 0x81:
          if (0xA6...0xA9).contains(bytes[index + 2]) { return true }
        default: if isControl(byte) { return true }
        }
      }
      return false
    }
  }
}
