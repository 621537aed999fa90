// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension StringProtocol {
  /// Letters and digits in lower case, for comparing texts regardless of punctuation.
  var lettersAndDigits: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The text without leading and trailing white space.
  ///
  /// Works on code points, since a combining vowel sign after a space forms one character with it.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
