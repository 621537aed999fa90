// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A word, a number or a sign of a passage's text.
struct Token {
  enum Kind: UInt8 {
    /// Letters, with the apostrophes and hyphens inside them.
    case word
    /// Digits, with the letters that follow them at once: `50f`, `20th`.
    case number
    /// One sign.
    case sign
  }

  /// What it is.
  var kind: Kind
  /// Whether its first letter is a capital.
  var isCapital: Bool
  /// The code points of the passage's text.
  var range: Range<Int>
  /// In lower case, typographic apostrophes as `'`; a sign as it is.
  var folded: String

  /// Whether it is this sign.
  func isSign(_ sign: String) -> Bool { kind == .sign && folded == sign }

  /// Whether it is one capital letter, as in `E. H. Carr`.
  var isInitial: Bool { kind == .word && isCapital && range.count == 1 }
}
