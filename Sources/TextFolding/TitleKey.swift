// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Letters without diacritics.
package enum PlainLetter {
  /// Removes the diacritic from a letter: `é` becomes `e`.
  package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard !scalar.isASCII else { return scalar }
    return marked[scalar] ?? scalar
  }

  private static let marked: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let rows = [
      "áàâäãåā": "a", "éèêëēě": "e", "íìîïī": "i", "óòôöõøō": "o", "úùûüūů": "u", "ñň": "n",
      "çčć": "c", "šś": "s", "žźż": "z", "ýÿ": "y", "ł": "l", "đď": "d", "ř": "r", "ť": "t",
    ]
    for (marks, letter) in rows {
      guard let plain = letter.unicodeScalars.first else { continue }
      for mark in marks.unicodeScalars { table[mark] = plain }
    }
    return table
  }()

  /// Splits a text into words of plain lower-case letters and digits.
  ///
  /// Apostrophes and hyphens do not separate words; `&` becomes `and`.
  package static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func flush() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "’", "‘", "-", "‐": continue
      case "&":
        flush()
        words.append("and")
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          word.append(plain(lower))
        }
      case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
      default: flush()
      }
    }
    flush()
    return words
  }
}

/// Titles folded so that variant spellings match.
package enum TitleKey {
  private static let articles: Set<String> = [
    "the", "a", "an", "le", "la", "les", "el", "los", "der", "die", "das",
  ]

  /// The words of a title, without articles, diacritics or punctuation.
  package static func key(_ title: some StringProtocol) -> String {
    PlainLetter.words(title).filter { !articles.contains($0) }.joined(separator: " ")
  }

  /// The key of the main title, before the colon; `nil` without a colon or if it is a single word.
  package static func main(_ title: String) -> String? {
    guard let colon = title.firstIndex(of: ":") else { return nil }
    let main = key(title[..<colon])
    // A single word would match too many works.
    return main.contains(" ") ? main : nil
  }

  /// Whether two keys differ by little more than a misprint.
  ///
  /// One edit is allowed, or two in longer keys: four misspellings in five are a single edit
  /// (Damerau, 1964). A different digit means a different volume, issue or year.
  ///
  /// - Parameter least: Minimum length of both keys in bytes: nine for titles, fewer for names.
  package static func isNear(_ one: String, _ other: String, least: Int = 9) -> Bool {
    if one == other { return true }
    guard one.utf8.count >= least, other.utf8.count >= least,
      abs(one.utf8.count - other.utf8.count) <= 2
    else { return false }
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    let limit = a.count >= (least == 9 ? 16 : 8) ? 2 : 1
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      var least = i + 1
      for j in b.indices {
        let cost = min(
          previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        current.append(cost)
        least = min(least, cost)
      }
      if least > limit { return false }
      previous = current
    }
    return previous[b.count] <= limit && one.filter(\.isNumber) == other.filter(\.isNumber)
  }
}
