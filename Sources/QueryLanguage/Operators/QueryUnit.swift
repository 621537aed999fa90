// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// One operator of the query language: the payload of a case of `QueryNode`, in a file of its own.
///
/// What searching makes of it is in PassageSearch (`PlannableUnit`).
package protocol QueryUnit: Sendable, Hashable {
  /// The unit as it is typed.
  var described: String { get }
  /// How much of what stands beside the unit would be taken for a part of it.
  var binding: QueryBinding { get }
  /// The units within it that are searched for; what it leaves out is not among them.
  var parts: [QueryNode] { get }
  /// The plain words of its own, without those of its parts.
  var ownWords: [Word] { get }
  /// The unit with its plain words, and those of its parts, replaced.
  func mappingWords(_ change: (Word) -> Word) -> QueryNode
}

/// How closely the pieces of a unit hold together, and so where it needs parentheses.
package enum QueryBinding: Int, Comparable, Sendable {
  /// Needs none: a word, a phrase, a value of a field.
  case word
  /// Behind a sign: several words, `NEAR`.
  case tied
  /// Also beside other parts: what stands side by side.
  case row
  /// Everywhere: `AND`, `OR`.
  case operation

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension QueryUnit {
  package var binding: QueryBinding { .word }
  package var parts: [QueryNode] { [] }
  package var ownWords: [Word] { [] }
}

extension QueryNode {
  /// The node as it is typed.
  package var described: String { unit.described }

  /// The node as it is typed where units of this binding and looser ones need parentheses.
  func described(parenthesizedFrom binding: QueryBinding) -> String {
    unit.binding >= binding ? "(\(described))" : described
  }

  /// The plain words that are searched for, in the order of the query.
  package var plainWords: [Word] { unit.ownWords + unit.parts.flatMap(\.plainWords) }

  /// The phrases that are searched for.
  package var phrases: [Phrase] {
    if case .phrase(let phrase) = self { return [phrase] }
    return unit.parts.flatMap(\.phrases)
  }
}
