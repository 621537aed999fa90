// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension StringProtocol {
  /// The letters and digits in lower case: what is left of two texts that say the same.
  var lettersAndDigits: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The text without white space at its ends.
  ///
  /// By code points, for a vowel sign behind a space makes one character with it and is no space.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
