// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Makes control characters in untrusted text visible, so that it cannot control a terminal.
///
/// Covers control characters (C0, DEL, C1) and the bidirectional marks that reorder surrounding
/// words (Unicode, UAX #9). Letters of any script are left alone.
package enum ControlCharacters {
  /// Returns the text in a form that is safe to show.
  ///
  /// C0 and DEL are replaced by control pictures (␛), the others by U+FFFD.
  ///
  /// - Parameters:
  ///   - keepsLines: Whether to keep line ends and tabs; false for names and titles.
  ///   - kept: Sequences to keep because they are our own.
  /// - Complexity: O(*n*); returns the text without copying if there is nothing to replace.
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

  /// Escapes control characters in JSON so that it can be written to a terminal.
  ///
  /// The result is equivalent JSON, with escapes such as `\u202e` where JSON does not require them.
  package static func escaped(inJSON text: String) -> String {
    guard contains(text, isControl: { _ in false }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // Below U+0020 there is only white space between values; inside strings JSON already escapes
      // it.
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

  /// The visible replacement for a control character; `nil` for any other character.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether the text contains any control character, found by the lead bytes of its UTF-8.
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
