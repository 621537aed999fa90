// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A word, number or punctuation mark in a passage.
struct Token {
  enum Kind: UInt8 {
    /// Letters, including apostrophes and hyphens inside the word.
    case word
    /// Digits and any letters that directly follow them: `50f`, `20th`.
    case number
    /// A single punctuation mark or symbol.
    case sign
  }

  var kind: Kind
  /// Whether it is a word that begins with a capital letter.
  var isCapital: Bool
  /// Range in the passage's text, in code points.
  var range: Range<Int>
  /// The token in lower case, with apostrophes as `'` and hyphens as `-`.
  var folded: String
  /// Number of the stretch in italics that contains it, counted from 1; 0 if there is none.
  var emphasis: Int32 = 0

  /// Whether it is the given punctuation mark.
  func isSign(_ sign: String) -> Bool { kind == .sign && folded == sign }

  /// Whether it is one of the given punctuation marks.
  func isSign(in signs: Set<Unicode.Scalar>) -> Bool {
    kind == .sign && folded.unicodeScalars.first.map(signs.contains) ?? false
  }

  /// Whether it is a single capital letter, as in `E. H. Carr`.
  var isInitial: Bool { kind == .word && isCapital && range.count == 1 }

  /// Whether it is a Roman number of two digits and more; of the letters that names have too, only
  /// three and more count.
  var isRoman: Bool {
    guard kind == .word, isCapital, folded.utf8.count > 1 else { return false }
    return isNumeral
      || folded.utf8.count > 2 && folded.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
  }

  /// Whether it is a number such as `XI`, or a letter that is more often one than an initial.
  var isNumeral: Bool {
    kind == .word && isCapital && folded.utf8.allSatisfy { "ivx".utf8.contains($0) }
  }
}
