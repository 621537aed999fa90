// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Spellings of one name in Cyrillic and in the ways of writing it with Latin letters.
///
/// English, French, German, Polish and scholarly practice differ: `Kropotkin`, `Kropotkine`;
/// `Bakounine`, `Bakunin`; `Maximoff`, `Maksimov`; `Trotzki`, `Trotsky` (tables: ISO 9:1995, BGN/PCGN
/// 1947, and the French and German newspapers' usage before them).
package enum Transliteration {
  /// A key that all spellings share; takes words as `PlainLetter` folds them.
  ///
  /// Equal keys alone do not make one name: `Meyer` and `Meier` share theirs.
  package static func key(_ word: String) -> String {
    let latin = isCyrillic(word) ? romanized(word) : word
    var letters = Array(latin.unicodeScalars)
    for (ending, plain) in endings where letters.count > ending.count {
      guard letters.suffix(ending.count).elementsEqual(ending) else { continue }
      letters.replaceSubrange((letters.count - ending.count)..., with: plain)
      break
    }
    var key = String.UnicodeScalarView()
    var index = 0
    while index < letters.count {
      var (length, plain) = spelling(at: index, of: letters)
      // `Dostoyevsky` has one sound, `Zinovyev` two.
      if length == 2, plain.first == "e", let last = key.last,
        !"aeiou".unicodeScalars.contains(last)
      {
        plain = "ie".unicodeScalars
      }
      // `ii`, `iy` and `yi` are one letter.
      for scalar in plain where scalar != "i" || key.last != "i" { key.append(scalar) }
      index += length
    }
    return String(key)
  }

  /// Whether a word is written in Cyrillic letters.
  package static func isCyrillic(_ word: String) -> Bool {
    word.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false
  }

  /// Whether a key ends as Slavic family names do, so that other spellings of it are expected.
  package static func isSlavic(key: String) -> Bool {
    key.utf8.count >= 5 && slavicEndings.contains { key.hasSuffix($0) }
  }

  private static let slavicEndings = [
    "ov", "ev", "kin", "nin", "lin", "rin", "ski", "skaia", "ova", "eva", "enko", "vic", "cuk",
  ]

  /// Endings whose letters mean something else elsewhere, the longest first.
  private static let endings: [([Unicode.Scalar], [Unicode.Scalar])] = [
    ("kine", "kin"), ("nine", "nin"), ("off", "ov"), ("eff", "ev"),
  ].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

  /// The longest spelling that begins at a place, and its letters in keys.
  private static func spelling(
    at index: Int, of letters: [Unicode.Scalar]
  ) -> (length: Int, plain: String.UnicodeScalarView) {
    let rest = letters[index...].prefix(7)
    for (spelling, plain) in spellings[letters[index]] ?? [] where rest.starts(with: spelling) {
      return (spelling.count, plain)
    }
    return (1, String.UnicodeScalarView([letters[index]]))
  }

  /// Spellings by their first letter, the longest first.
  private static let spellings: [Unicode.Scalar: [([Unicode.Scalar], String.UnicodeScalarView)]] = {
    let rows = [
      "schtsch": "sc", "chtch": "sc", "shch": "sc", "szcz": "sc", "tsch": "c", "tch": "c",
      "sch": "s", "ch": "c", "cz": "c", "sh": "s", "sz": "s", "zh": "z", "kh": "h", "ph": "f",
      "ou": "u", "tz": "ts", "x": "ks", "w": "v", "yu": "iu", "ju": "iu", "ya": "ia", "ja": "ia",
      "ye": "e", "je": "e", "y": "i", "j": "i",
    ]
    var table: [Unicode.Scalar: [([Unicode.Scalar], String.UnicodeScalarView)]] = [:]
    for (spelling, plain) in rows {
      let letters = Array(spelling.unicodeScalars)
      table[letters[0], default: []].append((letters, plain.unicodeScalars))
    }
    return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
  }()

  /// A Cyrillic word in Latin letters; a soft sign before a vowel is `i`.
  private static func romanized(_ word: String) -> String {
    let letters = Array(word.unicodeScalars)
    var text = String.UnicodeScalarView()
    for (index, letter) in letters.enumerated() {
      if letter == "ь", index + 1 < letters.count,
        "еёию".unicodeScalars.contains(letters[index + 1])
      {
        text.append("i")
      }
      text.append(contentsOf: (cyrillic[letter] ?? String(letter)).unicodeScalars)
    }
    return String(text)
  }

  private static let cyrillic: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "z", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "c", "ш": "s", "щ": "sc",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i", "є": "e",
    "ґ": "g", "ў": "u", "ѣ": "e", "ѳ": "f", "ј": "i", "љ": "l", "њ": "n", "ћ": "c", "ђ": "d",
    "џ": "dz",
  ]
}
