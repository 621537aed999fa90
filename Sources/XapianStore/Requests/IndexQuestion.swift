// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Something to be known about an index before a query can be planned.
///
/// Questions are asked many at a time (`StoreSnapshot.answers`): where the index is on other
/// machines, each call is a round trip.
package enum IndexQuestion: Sendable, Hashable {
  /// In how many passages each term stands.
  case frequencies([String])
  /// The word of the index that is spelled most like another, unless one of some terms stands in more
  /// passages than `most`.
  case spelling(of: String, letters: Int, unless: [String], inMoreThan: Int)
  /// The terms that a pattern, or a word with some letters wrong, stands for.
  case expansion(ExpansionQuestion)
  /// The terms that begin with a prefix, in order.
  case terms(prefix: String, limit: Int)
  /// The passages with these ids.
  case passages([String])
  /// What the first of some plans finds that finds anything.
  case firstFound([MatchPlan])
  /// What a plan finds.
  case match(MatchPlan)
}

/// Asks for the terms that a pattern, or a word with some letters wrong, stands for.
package struct ExpansionQuestion: Sendable, Hashable {
  /// The most terms of the index that are compared with it.
  package static let examined = 2_000_000
  /// How long all expansions of one call may take, in microseconds.
  package static let time = 250_000

  /// The prefix of the field; empty for the words of the text.
  package var prefix: String
  /// The pattern of `*` and `?`, or the word.
  package var text: String
  /// How many letters may be wrong; `nil` for a pattern.
  package var distance: Int?
  /// The most terms to return: the nearest, then the most frequent.
  package var limit: Int

  /// Creates a question.
  package init(prefix: String, text: String, distance: Int?, limit: Int) {
    self.prefix = prefix
    self.text = text
    self.distance = distance
    self.limit = limit
  }
}

/// The answer to an `IndexQuestion`, of the same name.
package enum IndexAnswer: Sendable {
  /// The number of passages for each term.
  case frequencies([Int])
  /// The word; `nil` if none is near, or the condition did not hold.
  case spelling(String?)
  /// The terms.
  case expansion(ExpansionAnswer)
  /// The terms, each with the number of passages in which it stands.
  case terms([TermCount])
  /// The passages; `nil` where there is none.
  case passages([Passage?])
  /// Which plan found something, counted from 0, and the passages; `nil` if none did.
  case firstFound(Found?)
  /// The candidates.
  case match([Candidate])
}

/// A term, and in how many passages it stands.
package struct TermCount: Sendable, Hashable {
  /// The term, with its prefix.
  package var term: String
  /// The number of passages.
  package var frequency: Int
}

/// The terms that a pattern or a misspelt word stands for.
package struct ExpansionAnswer: Sendable {
  /// The terms, the nearest first, then the most frequent, each with its distance.
  package var terms: [(term: String, distance: Int)]
  /// How many terms match.
  package var matched: Int
  /// How many terms of the index were compared.
  package var examined: Int
  /// Whether a bound ended the comparison.
  package var isCut: Bool
}

/// What the first of several plans found that found anything.
package struct Found: Sendable {
  /// The place of the plan among those asked.
  package var plan: Int
  /// The passages, the best first.
  package var passages: [Passage]
}
