// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage

/// Corrects plain words that the index has not, and suggests another spelling for those that it
/// hardly has: what is searched instead is said in the warnings and in the suggestion.
struct Spelling {
  /// Shorter words are near to too many others.
  private static let shortest = 4
  /// From this length on a word may have two errors.
  private static let longForTwo = 7
  /// A word in more passages than these is no misspelling.
  private static let rare = 2
  /// How many times more often a word must stand than one that it is taken for a misspelling of
  /// (Kernighan, Church and Gale 1990 weigh errors against frequencies in this way).
  private static let timesMore = 50

  /// A word, and what it is taken for.
  struct Correction {
    var word: Token
    var spelling: String
    /// Whether the index has the word too.
    var isPresent: Bool
  }

  let context: SearchContext
  let answers: Answers

  /// The corrections of a query's words; those only that are known to be any.
  func corrections(of words: [Token]) throws(IndexError) -> [Correction] {
    var corrections: [Correction] = []
    for word in words where Self.isCorrectable(word.term) {
      let terms = try rankedTerms(of: word.term, word.word)
      let spelling = answers.spelling(
        of: word.term, letters: word.term.utf8.count >= Self.longForTwo ? 2 : 1, unless: terms,
        inMoreThan: Self.rare)
      guard let frequency = answers.frequencies(of: terms)?.max() ?? (terms.isEmpty ? 0 : nil),
        let spelling, spelling != word.term
      else { continue }
      // While it is not known how frequent the other spelling is, it is taken to be: what planning with
      // it needs to know is then asked together with that.
      let better = answers.frequencies(of: try rankedTerms(of: spelling, spelling))
      guard better.map({ $0.max() ?? 0 }) ?? .max > frequency * Self.timesMore else { continue }
      corrections.append(Correction(word: word, spelling: spelling, isPresent: frequency > 0))
    }
    return corrections
  }

  /// The terms by which passages that have a word in any of its forms are ranked.
  private func rankedTerms(of term: String, _ word: String) throws(IndexError) -> [String] {
    try context.stems(term: term, word: word).map { Schema.rankPrefix + $0 }
  }

  private static func isCorrectable(_ term: String) -> Bool {
    term.utf8.count >= shortest && term.utf8.count <= 40
      && !term.utf8.contains { $0 &- 0x30 < 10 }
  }
}

extension ParsedQuery {
  /// The query with corrections instead of the plain words that the index has not.
  func corrected(by corrections: [Spelling.Correction]) -> ParsedQuery {
    let corrections = corrections.filter { !$0.isPresent }
    guard !corrections.isEmpty else { return self }
    var query = self
    query.root = root.unit.mappingWords { word in
      guard let correction = corrections.first(where: { $0.word == word.token }) else {
        return word
      }
      var word = word
      word.token.term = correction.spelling
      word.token.word = correction.spelling
      return word
    }
    query.warnings += corrections.map { correction in
      QueryWarning(
        code: "corrected-spelling",
        message:
          "“\(correction.word.word)” is not in the index; “\(correction.spelling)” is searched.",
        position: correction.word.range
      )
    }
    return query
  }
}

extension ParsedQuery {
  /// What the answer says of the query: as typed, as searched, and with what was corrected.
  func account(
    of text: String, _ corrections: [Spelling.Correction], warnings: [QueryWarning]
  ) -> InterpretedQuery {
    InterpretedQuery(
      text: text, interpreted: interpreted,
      suggestion: text.replacing(corrections.map { ($0.word.range, $0.spelling) })
        ?? correctedFields,
      warnings: warnings)
  }
}
