// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Characters of symbol fonts, whose codes are not those of Unicode (ISO/IEC 29500-1, 17.3.3.30).
enum WordSymbol {
  /// The character; U+FFFD if its font gives the code a meaning of its own that is not known.
  static func text(_ code: String?, font: String?) -> String {
    guard let code, let value = UInt32(code, radix: 16) else { return "\u{FFFD}" }
    let isPrivate = (0xF000...0xF0FF).contains(value)
    let name = font?.lowercased() ?? ""
    if name == "symbol" {
      let place = Int(isPrivate ? value - 0xF000 : value) - 0x41
      if (0..<letters.count).contains(place) { return String(letters[place]) }
      let code = isPrivate ? value - 0xF000 : value
      if let sign = signs[code] { return sign }
      return (0x21...0x40).contains(code) ? String(UnicodeScalar(UInt8(code))) : "\u{FFFD}"
    }
    if isPrivate {
      if name.hasPrefix("wingdings") { return dingbats[value - 0xF000] ?? "\u{FFFD}" }
      // Other fonts, such as those for phonetics, mostly keep ASCII where it is.
      return "\u{FFFD}"
    }
    return Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
  }

  /// Words in the font Symbol; characters that it does not have stay as they are.
  static func decoded(_ words: String) -> String {
    String(
      words.unicodeScalars.map { scalar -> String in
        let value = scalar.value
        guard (0x20...0xFF).contains(value) || (0xF020...0xF0FF).contains(value) else {
          return String(scalar)
        }
        let found = text(String(value, radix: 16), font: "symbol")
        return found == "\u{FFFD}" ? String(scalar) : found
      }.joined())
  }

  /// Symbol's letters from U+0041 on (Unicode's mapping table for Adobe Symbol).
  private static let letters = Array(
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
  private static let signs: [UInt32: String] = [
    0x20: " ", 0x22: "∀", 0x24: "∃", 0x2A: "∗", 0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xDE: "⇒", 0xE0: "◊",
  ]
  private static let dingbats: [UInt32: String] = [
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
}
