// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A plain word of a query: found in all its inflected forms, and ranked.
struct Word: Sendable, Hashable {
  /// The word; its range is that of the query as typed.
  var token: Token
  /// Whether nothing is found without it: `+word`.
  var isRequired = false
}

/// Letters with `*` for any others and `?` for one, folded as words are.
struct Pattern: Sendable, Hashable {
  /// The folded letters and the wildcards.
  var text: String
  /// The code points of the query.
  var range: Range<Int>

  /// How many letters it names.
  var letterCount: Int { text.unicodeScalars.count { $0 != "*" && $0 != "?" } }
}

/// A word and those that are spelled nearly so: `word~`.
struct FuzzyWord: Sendable, Hashable {
  var token: Token
  /// The most letters that may differ.
  var distance: Int

  /// The most letters that may differ: of a short word half of them would make any other.
  static func mostLetters(_ term: String) -> Int {
    let count = term.unicodeScalars.count
    return count < 3 ? 0 : count < 5 ? 1 : SearchLimits.letters
  }
}

/// What may stand at one place of a phrase or on one side of `NEAR`.
enum Form: Sendable, Hashable {
  /// The word as it is written.
  case exact(Token)
  /// The word in all its inflected forms.
  case inflected(Token)
  case pattern(Pattern)
  case fuzzy(FuzzyWord)

  /// The code points of the query.
  var range: Range<Int> {
    switch self {
    case .exact(let token), .inflected(let token): token.range
    case .pattern(let pattern): pattern.range
    case .fuzzy(let word): word.token.range
    }
  }
}

/// Words that stand in one order, without others between them unless that is allowed.
struct Phrase: Sendable, Hashable {
  /// The words.
  var forms: [Form]
  /// How many other words may stand among them.
  var slop = 0
  /// Whether British and American spellings are the same.
  var isSpelledEitherWay = false

  /// How many positions it spans at most.
  var window: Int { forms.count + slop }
}

/// Words that stand near each other.
struct Proximity: Sendable, Hashable {
  /// The sides; of each any form may stand.
  var sides: [[Form]]
  /// How far each may be from the next: 1 is directly beside it.
  var distance: Int
  /// Whether they stand in the order in which they are named: `ADJ`.
  var isOrdered: Bool

  /// How many positions all of them span at most.
  var window: Int { distance * (sides.count - 1) + 1 }
}

extension Collection<Token> where Self: BidirectionalCollection {
  /// The code points from the first to the last; an empty place where there is none.
  var span: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The words with spaces between them.
  var joined: String { map(\.word).joined(separator: " ") }
}
