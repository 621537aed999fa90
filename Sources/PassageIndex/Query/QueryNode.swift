// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A query as it was understood; ranges are code points of the query as typed.
indirect enum QueryNode: Sendable, Hashable {
  /// A word, found in all its inflected forms.
  case word(Token)
  /// Words as they stand, one after the other.
  case phrase([Token])
  /// All words that begin so.
  case prefix(Token)
  /// Ranked: passages that have any of these, those that have all first.
  case free([QueryNode])
  /// Passages that have all of these.
  case all([QueryNode])
  /// Passages that have any of these.
  case any([QueryNode])
  /// Passages that have the first and not the second.
  case excluding(QueryNode, QueryNode)
  /// A value of a field.
  case filter(Field, FilterValue)
  /// Every passage.
  case everything
}

/// The value that a field is asked for.
enum FilterValue: Sendable, Hashable {
  /// All of these words; exact ones are not stemmed.
  case words([Token], isExact: Bool)
  /// The whole value.
  case value(String)
  /// A number, or a range of numbers that may be open at one end.
  case numbers(ClosedRange<Int>)
}

/// A query that has been read.
struct ParsedQuery: Sendable, Hashable {
  /// What is searched for.
  var root: QueryNode
  /// Restrictions that do not count for the ranking; all must hold.
  var restrictions: [QueryNode]
  /// What was ignored or understood otherwise than typed.
  var warnings: [QueryWarning]
  /// The query in the query language, as it was understood.
  var interpreted: String

  /// The words whose spelling may be wrong.
  var words: [Token] {
    switch root {
    case .word(let token): [token]
    case .free(let nodes): nodes.compactMap { if case .word(let token) = $0 { token } else { nil } }
    case .excluding(let first, _):
      ParsedQuery(root: first, restrictions: [], warnings: [], interpreted: "").words
    default: []
    }
  }
}
