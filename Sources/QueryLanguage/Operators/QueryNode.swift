// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A query as interpreted; ranges are code points of the query as typed.
package indirect enum QueryNode: Sendable, Hashable {
  /// Plain words, ranked together.
  case words([Word])
  /// A word exactly as written: `=word`.
  case exact(Token)
  /// Words in a fixed order.
  case phrase(Phrase)
  /// All words that match a pattern.
  case pattern(Pattern)
  /// All words with a similar spelling.
  case fuzzy(FuzzyWord)
  /// Words near each other.
  case near(Proximity)
  /// A long quotation, which may differ from the printed text.
  case quotation(PastedQuotation)
  /// Adjacent parts.
  case group(QueryGroup)
  /// Passages that match all of these.
  case all([QueryNode])
  /// Passages that match any of these.
  case any([QueryNode])
  /// Passages that do not match this.
  case not(QueryNode)
  /// A value of a field.
  case filter(Field, FilterValue)
  /// Every passage.
  case everything

  /// The unit of each case; the only switch over all cases in this target.
  package var unit: any QueryUnit {
    switch self {
    case .words(let words): RankedWords(words: words)
    case .exact(let token): ExactWord(token: token)
    case .phrase(let phrase): phrase
    case .pattern(let pattern): pattern
    case .fuzzy(let word): word
    case .near(let proximity): proximity
    case .quotation(let quotation): quotation
    case .group(let group): group
    case .all(let nodes): Conjunction(nodes: nodes)
    case .any(let nodes): Alternatives(nodes: nodes)
    case .not(let node): Exclusion(node: node)
    case .filter(let field, let value): FieldFilter(field: field, value: value)
    case .everything: Everything()
    }
  }
}
