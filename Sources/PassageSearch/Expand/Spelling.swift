// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage

/// Corrects plain words that are not in the index and suggests other spellings for very rare ones.
///
/// Warnings and the suggestion say what is searched instead.
struct Spelling {
  /// Shorter words resemble too many others.
  private static let shortest = 4
  /// Words of at least this length may contain two errors.
  private static let longForTwo = 7
  /// A word in more passages than this is not considered misspelt.
  private static let rare = 2
  /// How many times more frequent a word must be than its supposed misspelling (Kernighan, Church
  /// and Gale 1990 weigh errors against frequencies in this way).
  private static let timesMore = 50

  /// A word and its corrected spelling.
  struct Correction {
    var word: Token
    var spelling: String
    /// Whether the original word is in the index too.
    var isPresent: Bool
  }

  let context: SearchContext
  let answers: Answers

  /// The corrections of a query's words that are known so far.
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
      // While the frequency of the other spelling is unknown, the correction is assumed: what
      // planning with it needs to know is then fetched in the same call.
      let better = answers.frequencies(of: try rankedTerms(of: spelling, spelling))
      guard better.map({ $0.max() ?? 0 }) ?? .max > frequency * Self.timesMore else { continue }
      corrections.append(Correction(word: word, spelling: spelling, isPresent: frequency > 0))
    }
    return corrections
  }

  /// The terms by which passages with any form of a word are ranked.
  private func rankedTerms(of term: String, _ word: String) throws(IndexError) -> [String] {
    try context.stems(term: term, word: word).map { Schema.rankPrefix + $0 }
  }

  private static func isCorrectable(_ term: String) -> Bool {
    term.utf8.count >= shortest && term.utf8.count <= 40
      && !term.utf8.contains { $0 &- 0x30 < 10 }
  }
}

extension ParsedQuery {
  /// The query with corrections in place of the plain words that are not in the index.
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
  /// The account of the query in the answer: as typed, as searched, and its corrections.
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
