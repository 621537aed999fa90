// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// What may stand at one place of a phrase or on one side of `NEAR`.
package enum Form: Sendable, Hashable {
  /// The word as it is written.
  case exact(Token)
  /// The word in all its inflected forms.
  case inflected(Token)
  /// The words of a pattern.
  case pattern(Pattern)
  /// The words that are spelled nearly so.
  case fuzzy(FuzzyWord)

  /// The code points of the query.
  package var range: Range<Int> {
    switch self {
    case .exact(let token), .inflected(let token): token.range
    case .pattern(let pattern): pattern.range
    case .fuzzy(let word): word.token.range
    }
  }

  /// The form as it is typed.
  var described: String {
    switch self {
    case .inflected(let token): token.word
    case .exact, .pattern, .fuzzy: node.described
    }
  }

  /// The form as a query of its own.
  var node: QueryNode {
    switch self {
    case .exact(let token): .exact(token)
    case .inflected(let token): .words([Word(token: token)])
    case .pattern(let pattern): .pattern(pattern)
    case .fuzzy(let word): .fuzzy(word)
    }
  }
}
