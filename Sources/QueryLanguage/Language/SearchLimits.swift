// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The bounds within which every query is answered.
package enum SearchLimits {
  /// The longest query, in code points.
  package static let queryLength = 4_000
  /// The most terms in a query, phrases included.
  package static let terms = 128
  /// How deep parentheses are read.
  package static let depth = 20

  /// The most terms that one pattern or misspelt word stands for.
  package static let expansion = 500
  /// The most terms that one stands for in a phrase or beside `NEAR`.
  package static let positionalExpansion = 50
  /// The most terms that all of them together stand for.
  package static let expansions = 1_000
  /// The most patterns and misspelt words of a query.
  package static let patterns = 16
  /// The most terms of the index that one of them is compared with.
  package static let examined = 2_000_000
  /// How long all of them together may look, in microseconds.
  package static let expansionTime = 250_000
  /// The fewest letters of a pattern.
  package static let patternLetters = 2
  /// The most letters that may differ in a word.
  package static let letters = 2

  /// How far apart words are found by `NEAR` without a number.
  package static let usualNearness = 10
  /// How far apart words may be looked for.
  package static let nearness = 100
  /// The most phrases and `NEAR`s of a query whose positions are compared.
  package static let positional = 16

  /// The most words of a quotation that are compared with passages.
  package static let quotation = 400
  /// The most passages that a quotation is compared with.
  package static let candidates = 40

  /// The most passages in one answer.
  package static let limit = 100
  /// The deepest passage that can be asked for.
  package static let offset = 1_000
  /// The most passages that a concordance is made from.
  package static let concordance = 1_000
}
