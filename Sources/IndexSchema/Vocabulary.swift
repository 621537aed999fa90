// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is known of the words of a library beyond what stemmers know.
///
/// It is data, to be replaced for another library. An index carries the vocabulary that it was built with.
package struct Vocabulary: Sendable, Hashable, Codable {
  /// What is known of the words of one language.
  package struct Language: Sendable, Hashable, Codable {
    /// Words that say little of what a text is about.
    package var stopWords: [String] = []
    /// What people write around what they look for: `i am interested in`.
    package var stopPhrases: [String] = []
    /// Words that are one word for a search; the first of them is the stem of all.
    package var same: [[String]] = []
    /// Beginnings of words and what they are spelled as for the stemmer: `labour`, `labor`.
    package var beginnings: [Spelling] = []
    /// The same of endings: `isation`, `ization`.
    package var endings: [Spelling] = []
    /// How words begin that beginnings and endings leave as they are: `promis`.
    package var kept: [String] = []

    /// Creates an account of a language of which nothing is known.
    package init() {}
  }

  /// A spelling, and the one that it is taken for.
  package struct Spelling: Sendable, Hashable, Codable {
    /// As printed.
    package var from: String
    /// As stemmed.
    package var to: String

    /// Creates a pair of spellings.
    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// What is known of each language, by ISO 639-1 code.
  package var languages: [String: Language] = [:]
  /// Words and phrases that name the same: `CNT`, `Confederación Nacional del Trabajo`.
  package var synonyms: [[String]] = []
  /// Words and phrases for nearly the same, which count less than the word that was asked for.
  package var related: [[String]] = []

  /// Creates a vocabulary that knows nothing.
  package init() {}
}
