// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Maps languages to libxapian's stemmers.
package enum Stemming {
  /// The stemmer that leaves words unchanged, for languages without a stemmer in libxapian.
  ///
  /// Their words get `Z` terms too, so that searches need only one kind of term.
  package static let none = "none"

  /// The languages with a stemmer in libxapian 1.4, by ISO 639-1 code (`Xapian::Stem`).
  private static let languages: Set<String> = [
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it", "lt", "nb",
    "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr",
  ]

  /// The stemmer for a BCP 47 language tag; `nil` if libxapian has none.
  package static func stemmer(forLanguage tag: String?) -> String? {
    guard let primary = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first else {
      return nil
    }
    let code = primary.lowercased()
    return languages.contains(code) ? code : nil
  }
}
