// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// How a number of a page or note is printed (ISO/IEC 29500-1, 17.18.59; ODF 1.3, 19.500).
enum NumberFormat {
  case decimal, lowerRoman, upperRoman, lowerLetter, upperLetter
  /// `*`, `†`, `‡`, `§`, then each twice.
  case signs

  /// The number as printed.
  func string(for number: Int) -> String {
    guard number > 0, number < 4_000 else { return String(number) }
    switch self {
    case .decimal: return String(number)
    case .lowerRoman: return RomanNumeral.numeral(of: number) ?? String(number)
    case .upperRoman: return (RomanNumeral.numeral(of: number) ?? String(number)).uppercased()
    case .lowerLetter: return Self.repeated(Array("abcdefghijklmnopqrstuvwxyz"), number)
    case .upperLetter: return Self.repeated(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), number)
    case .signs: return Self.repeated(Array("*†‡§"), number)
    }
  }

  /// The 27th letter is `aa`, the 53rd `aaa`.
  private static func repeated(_ signs: [Character], _ number: Int) -> String {
    String(
      repeating: signs[(number - 1) % signs.count], count: (number - 1) / signs.count + 1)
  }
}
