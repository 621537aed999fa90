// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import PassageSearch

/// A step between plain BM25 and the standard ranking.
package struct Rung: Sendable {
  /// What it adds to the previous step.
  package var name: String
  package var ranking: Ranking
  /// Whether the index is built with the vocabulary.
  package var hasVocabulary: Bool
}

/// The series of rankings, each with one more ingredient.
package enum Ladder {
  /// Rankings from plain BM25 to the standard one.
  package static let rungs: [Rung] = {
    let standard = Ranking.standard
    var ranking = Ranking.plain
    var rungs = [Rung(name: "BM25 over stems", ranking: ranking, hasVocabulary: false)]
    func add(_ name: String, hasVocabulary: Bool = true) {
      rungs.append(Rung(name: name, ranking: ranking, hasVocabulary: hasVocabulary))
    }
    ranking.hasFields = true
    ranking.compound = 0
    add("+ title, headings, authors (BM25F)", hasVocabulary: false)
    ranking.compound = standard.compound
    add("+ compounds joined", hasVocabulary: false)
    add("+ stems and spellings of the vocabulary")
    ranking.stopWord = standard.stopWord
    ranking.stopPhrase = standard.stopPhrase
    add("+ stop words count less")
    ranking.hasSynonyms = true
    add("+ thesaurus")
    ranking.correctsSpelling = true
    add("+ spelling corrected")
    ranking.depth = standard.depth
    add("+ words in order and near")
    ranking.findsQuotations = standard.findsQuotations
    add("+ quotations from memory")
    return rungs
  }()
}
