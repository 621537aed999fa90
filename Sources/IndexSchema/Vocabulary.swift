// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Stop words, spellings and synonyms that supplement the stemmers.
///
/// This is data and can be replaced for another library. Each index stores the vocabulary it was
/// built with.
package struct Vocabulary: Sendable, Hashable, Codable {
  /// Stop words and stemming exceptions for one language.
  package struct Language: Sendable, Hashable, Codable {
    /// Words that carry little meaning in a search.
    package var stopWords: [String] = []
    /// Phrases people put around what they are looking for: `i am interested in`.
    package var stopPhrases: [String] = []
    /// Groups of words that searches treat as one; the first word of each group is the common stem.
    package var same: [[String]] = []
    /// Word beginnings to respell before stemming: `labour` as `labor`.
    package var beginnings: [Spelling] = []
    /// Word endings to respell before stemming: `isation` as `ization`.
    package var endings: [Spelling] = []
    /// Beginnings of words that are never respelled: `promis`.
    package var kept: [String] = []

    /// Creates an empty set of exceptions.
    package init() {}
  }

  /// A spelling and its replacement.
  package struct Spelling: Sendable, Hashable, Codable {
    /// Spelling as printed.
    package var from: String
    /// Spelling passed to the stemmer.
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// Exceptions for each language, keyed by ISO 639-1 code.
  package var languages: [String: Language] = [:]
  /// Groups of words and phrases that mean the same: `CNT`, `Confederación Nacional del Trabajo`.
  package var synonyms: [[String]] = []
  /// Groups of near-synonyms, which weigh less than the word searched for.
  package var related: [[String]] = []

  /// Creates an empty vocabulary.
  package init() {}
}
