// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Chinese and Japanese text, which has no spaces between words.
enum Ideographs {
  /// How many words a token holds: one, or about half as many as it has ideographs and kana.
  static func words(in token: Token, _ text: [Unicode.Scalar]) -> Int {
    guard let first = text[token.range].first, isIdeograph(first) else { return 1 }
    return (token.range.count + 1) / 2
  }

  /// Whether the particle that follows quoted speech in Japanese begins the word: `」と彼女は…`.
  static func quotes(_ word: String) -> Bool { word.hasPrefix("と") }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
