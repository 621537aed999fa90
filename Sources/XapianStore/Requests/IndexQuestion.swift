// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A question about an index whose answer is needed to plan a query.
///
/// Questions are asked in batches (`StoreSnapshot.answers`): if the index is on other machines,
/// each call is a round trip.
package enum IndexQuestion: Sendable, Hashable {
  /// The number of passages that contain each term.
  case frequencies([String])
  /// The indexed word whose spelling is closest to another, unless one of some terms is in more
  /// passages than `inMoreThan`.
  case spelling(of: String, letters: Int, unless: [String], inMoreThan: Int)
  /// The terms that match a pattern or a fuzzy word.
  case expansion(ExpansionQuestion)
  /// The terms that start with a prefix, sorted.
  case terms(prefix: String, limit: Int)
  /// The passages with these ids.
  case passages([String])
  /// The result of the first plan that finds anything.
  case firstFound([MatchPlan])
  /// The results of a plan.
  case match(MatchPlan)
}

/// The parameters for expanding a pattern or a fuzzy word.
package struct ExpansionQuestion: Sendable, Hashable {
  /// The maximum number of index terms compared with it.
  package static let examined = 2_000_000
  /// The time limit for all expansions of a call, in microseconds.
  package static let time = 250_000

  /// The prefix of the field; empty for the words of the text.
  package var prefix: String
  /// The pattern with `*` and `?`, or the fuzzy word.
  package var text: String
  /// The maximum edit distance; `nil` for a pattern.
  package var distance: Int?
  /// The maximum number of terms returned: the nearest, then the most frequent.
  package var limit: Int

  /// Creates a question.
  package init(prefix: String, text: String, distance: Int?, limit: Int) {
    self.prefix = prefix
    self.text = text
    self.distance = distance
    self.limit = limit
  }
}

/// The answer to the `IndexQuestion` with the same name.
package enum IndexAnswer: Sendable {
  /// The number of passages for each term.
  case frequencies([Int])
  /// The word; `nil` if none is close, or if one of the terms was too frequent.
  case spelling(String?)
  /// The terms.
  case expansion(ExpansionAnswer)
  /// The terms, each with the number of passages that contain it.
  case terms([TermCount])
  /// The passages; `nil` for those that do not exist.
  case passages([Passage?])
  /// The index of the plan that found something, and the passages; `nil` if none did.
  case firstFound(Found?)
  /// The candidates.
  case match([Candidate])
}

/// A term and the number of passages that contain it.
package struct TermCount: Sendable, Hashable {
  /// The term, with its prefix.
  package var term: String
  /// The number of passages that contain it.
  package var frequency: Int
}

/// The terms that match a pattern or a fuzzy word.
package struct ExpansionAnswer: Sendable {
  /// The terms with their distances, the nearest first, then the most frequent.
  package var terms: [(term: String, distance: Int)]
  /// The number of matching terms.
  package var matched: Int
  /// The number of index terms compared.
  package var examined: Int
  /// Whether a limit ended the comparison early.
  package var isCut: Bool
}

/// The result of the first of several plans that found anything.
package struct Found: Sendable {
  /// The index of the plan among those asked.
  package var plan: Int
  /// The passages, the best first.
  package var passages: [Passage]
}
