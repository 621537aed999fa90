// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// How plain words are ranked.
///
/// There is one way for users, `standard`; the others are there to
/// measure what each ingredient is worth (`Index/RANKING.md`).
package struct Ranking: Sendable, Hashable {
  /// BM25's saturation of frequencies (Robertson and Zaragoza 2009: between 1.2 and 2).
  package var k1 = 1.2
  /// BM25's normalisation of length.
  ///
  /// Passages are of like length, so that it says less than in whole texts, and less of it is
  /// normalised away than the usual 0.75.
  package var b = 0.5
  /// Whether title, headings and authors count with the words of the passage, and compounds.
  package var hasFields = true
  /// What a stop word counts, beside words that are none; 1 for as much as any.
  package var stopWord = 0.5
  /// What a word of a stop phrase counts.
  package var stopPhrase = 0.1
  /// What a compound counts beside its parts.
  package var compound = 1.0
  /// Whether words meet others that the thesaurus has for the same.
  package var hasSynonyms = true
  /// What a related word of the thesaurus counts.
  package var related = 0.4
  /// In how many passages a word stands at least for which related ones are not looked for.
  package var rareWord = 10
  /// Whether words that the index has not are also searched as those they are near to.
  package var correctsSpelling = true
  /// Whether passages come first that have nearly the words of the query in a row.
  package var findsQuotations = true
  /// How many passages of the first stage are ranked again at least.
  package var depth = 100
  /// How many are for a query of two words, whose one pair says much; more pairs divide it.
  package var depthOfPair = 300
  /// What two words count that stand next to each other as in the query, and near each other
  /// (Metzler and Croft 2005, “A Markov random field model for term dependencies”).
  package var ordered = 0.3
  package var unordered = 0.15

  /// The ranking that users get.
  package static let standard = Ranking()

  /// How many passages of the first stage are ranked again for a query of so many words.
  func depth(words: Int) -> Int {
    depth == 0 || words < 2 ? 0 : max(depth, depthOfPair / (words - 1))
  }

  /// The prefix of the stems that plain words are looked for by.
  var prefix: String { hasFields ? Schema.rankPrefix : Schema.stemPrefix }

  /// BM25 over the words of the passage, and nothing else.
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
