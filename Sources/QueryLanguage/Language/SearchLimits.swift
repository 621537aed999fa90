// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The limits within which every query is answered.
package enum SearchLimits {
  /// The maximum length of a query, in code points.
  package static let queryLength = 4_000
  /// The maximum number of terms in a query, including those of phrases.
  package static let terms = 128
  /// The maximum nesting of parentheses.
  package static let depth = 20

  /// The maximum number of terms for one pattern or fuzzy word.
  package static let expansion = 500
  /// The maximum number of terms for one in a phrase or an operand of `NEAR`.
  package static let positionalExpansion = 50
  /// The maximum number of terms for all of them together.
  package static let expansions = 1_000
  /// The maximum number of patterns and fuzzy words in a query.
  package static let patterns = 16
  /// The maximum number of index terms that one of them is compared with.
  package static let examined = 2_000_000
  /// The time limit for expanding all of them, in microseconds.
  package static let expansionTime = 250_000
  /// The minimum number of letters in a pattern.
  package static let patternLetters = 2
  /// The maximum number of letters that may differ in a fuzzy word.
  package static let letters = 2

  /// The distance for `NEAR` without a number, in words.
  package static let usualNearness = 10
  /// The maximum distance for `NEAR` and `ADJ`, in words.
  package static let nearness = 100
  /// The maximum number of phrases and `NEAR`s whose positions are compared.
  package static let positional = 16

  /// The maximum number of words of a quotation that are compared with passages.
  package static let quotation = 400
  /// The maximum number of passages that a quotation is compared with.
  package static let candidates = 40

  /// The maximum number of passages in an answer.
  package static let limit = 100
  /// The maximum number of passages to skip.
  package static let offset = 1_000
  /// The maximum number of passages read for a concordance.
  package static let concordance = 1_000
}
