// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// The parameters for ranking plain words.
///
/// Users always get `standard`; the others exist to measure the contribution of each ingredient
/// (`Index/RANKING.md`).
package struct Ranking: Sendable, Hashable {
  /// BM25's saturation of term frequencies (Robertson and Zaragoza 2009: between 1.2 and 2).
  package var k1 = 1.2
  /// BM25's length normalisation.
  ///
  /// Passages are of similar length, so their length says less than that of whole texts; hence less
  /// than the usual 0.75.
  package var b = 0.5
  /// Whether title, headings, authors and compounds count together with the words of the passage.
  package var hasFields = true
  /// The weight of a stop word beside other words; 1 for full weight.
  package var stopWord = 0.5
  /// The weight of a word in a stop phrase.
  package var stopPhrase = 0.1
  /// The weight of a compound relative to its parts.
  package var compound = 1.0
  /// Whether the thesaurus adds synonyms.
  package var hasSynonyms = true
  /// The weight of a related term of the thesaurus.
  package var related = 0.4
  /// Related terms are searched only for words in fewer passages than this.
  package var rareWord = 10
  /// Whether words that are not in the index are also searched with corrected spelling.
  package var correctsSpelling = true
  /// Whether passages that contain almost all words of the query in a row come first.
  package var findsQuotations = true
  /// The minimum number of first-stage passages that are ranked again.
  package var depth = 100
  /// That number for a query of two words, whose single pair says a lot; it is divided by the
  /// number of pairs.
  package var depthOfPair = 300
  /// The weight of two adjacent words in the order of the query, and of two words near each other
  /// (Metzler and Croft 2005, “A Markov random field model for term dependencies”).
  package var ordered = 0.3
  package var unordered = 0.15

  /// The ranking that users get.
  package static let standard = Ranking()

  /// The number of first-stage passages that are ranked again for a query of `words` words.
  func depth(words: Int) -> Int {
    depth == 0 || words < 2 ? 0 : max(depth, depthOfPair / (words - 1))
  }

  /// The prefix of the stems used to search plain words.
  var prefix: String { hasFields ? Schema.rankPrefix : Schema.stemPrefix }

  /// BM25 over the words of the passage only.
  package static let plain: Ranking = {
    var ranking = Ranking()
    ranking.hasFields = false
    ranking.stopWord = 1
    ranking.stopPhrase = 1
    ranking.hasSynonyms = false
    ranking.correctsSpelling = false
    ranking.findsQuotations = false
    ranking.depth = 0
    return ranking
  }()
}
