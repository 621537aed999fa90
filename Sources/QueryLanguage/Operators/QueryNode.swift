// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A query as it was understood; ranges are code points of the query as typed.
package indirect enum QueryNode: Sendable, Hashable {
  /// Plain words, ranked together.
  case words([Word])
  /// A word as it is written: `=word`.
  case exact(Token)
  /// Words one after the other.
  case phrase(Phrase)
  /// All words of a pattern.
  case pattern(Pattern)
  /// All words that are spelled nearly so.
  case fuzzy(FuzzyWord)
  /// Words near each other.
  case near(Proximity)
  /// A long quotation, which may differ from what is printed.
  case quotation(PastedQuotation)
  /// What stands side by side.
  case group(QueryGroup)
  /// Passages that have all of these.
  case all([QueryNode])
  /// Passages that have any of these.
  case any([QueryNode])
  /// Passages that do not have this.
  case not(QueryNode)
  /// A value of a field.
  case filter(Field, FilterValue)
  /// Every passage.
  case everything

  /// What the case means: the only switch over all cases in this target.
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
