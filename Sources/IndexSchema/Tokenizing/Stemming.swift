// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Which of libxapian's stemmers goes with which language.
package enum Stemming {
  /// The stemmer that leaves words as they are, for languages that libxapian has none for: their
  /// words too get `Z` terms, so that a search need not ask for two kinds.
  package static let none = "none"

  /// The languages that libxapian 1.4 stems, by ISO 639-1 code (`Xapian::Stem`).
  private static let languages: Set<String> = [
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it", "lt", "nb",
    "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr",
  ]

  /// The stemmer for a language given as a BCP 47 tag; `nil` if libxapian has none.
  package static func stemmer(forLanguage tag: String?) -> String? {
    guard let primary = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first else {
      return nil
    }
    let code = primary.lowercased()
    return languages.contains(code) ? code : nil
  }
}
