// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension StringProtocol {
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
