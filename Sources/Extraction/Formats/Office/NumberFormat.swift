// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

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
    case .lowerRoman: return Self.roman(number)
    case .upperRoman: return Self.roman(number).uppercased()
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

  private static func roman(_ number: Int) -> String {
    let values = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
