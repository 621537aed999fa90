// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Names that are printed in capitals, as running text has them.
package enum NameCapitals {
  /// A name with capitals only at the beginnings of its words: `IDA O'BRIEN` is `Ida O'Brien`.
  ///
  /// Initials, acronyms and Roman numerals keep their capitals, particles lose them. A name that
  /// has small letters is left alone.
  ///
  /// - Parameter length: Length below which a single word may be an acronym.
  package static func lowered(_ name: String, acronymsBelow length: Int = 6) -> String {
    let words = name.split(separator: " ")
    guard name.contains(where: \.isUppercase), !name.contains(where: \.isLowercase),
      words.count > 1 || name.count >= length
    else { return name }
    return words.enumerated().map { index, word in
      if word.contains("."),
        !["ST.", "JR.", "SR.", "DR.", "CO.", "LTD.", "INC.", "BROS."].contains(word)
      {
        return String(word)
      }
      if word.count > 1, word.allSatisfy({ "IVX".contains($0) }) { return String(word) }
      let lower = word.lowercased()
      let isInside = index > 0 && index < words.count - 1
      if isInside, small.contains(lower) { return lower }
      return capitalized(lower)
    }.joined(separator: " ")
  }

  private static func capitalized(_ word: String) -> String {
    var starts = true
    var result = ""
    for character in word {
      result += starts ? character.uppercased() : String(character)
      if character.isLetter { starts = false }
      if character == "-" || character == "(" { starts = true }
      if character == "'" || character == "’" {
        // `O’Brien`, `D’Arcy`, but `Women’s`.
        starts = result.count == 2
      }
      if result == "Mc" { starts = true }
    }
    return result
  }

  private static let small: Set<String> = [
    "von", "van", "der", "den", "de", "del", "di", "du", "la", "y", "e", "and", "of", "the", "und",
    "et", "for", "in", "zu",
  ]
}
