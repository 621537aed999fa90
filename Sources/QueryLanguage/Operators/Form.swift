// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A form allowed at one place of a phrase or as an operand of `NEAR`.
package enum Form: Sendable, Hashable {
  /// The word exactly as written.
  case exact(Token)
  /// The word in all its inflected forms.
  case inflected(Token)
  /// The words that match a pattern.
  case pattern(Pattern)
  /// The words with a similar spelling.
  case fuzzy(FuzzyWord)

  /// The range in the query, in code points.
  package var range: Range<Int> {
    switch self {
    case .exact(let token), .inflected(let token): token.range
    case .pattern(let pattern): pattern.range
    case .fuzzy(let word): word.token.range
    }
  }

  /// The form as typed.
  var described: String {
    switch self {
    case .inflected(let token): token.word
    case .exact, .pattern, .fuzzy: node.described
    }
  }

  /// The form as a separate query.
  var node: QueryNode {
    switch self {
    case .exact(let token): .exact(token)
    case .inflected(let token): .words([Word(token: token)])
    case .pattern(let pattern): .pattern(pattern)
    case .fuzzy(let word): .fuzzy(word)
    }
  }
}
