// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An operator of the query language: the payload of a case of `QueryNode`, each in its own file.
///
/// Its use in searching is defined in PassageSearch (`PlannableUnit`).
package protocol QueryUnit: Sendable, Hashable {
  /// The unit as typed.
  var described: String { get }
  /// How tightly the unit binds, which decides where it needs parentheses.
  var binding: QueryBinding { get }
  /// The units within it that are searched; excluded ones are not among them.
  var parts: [QueryNode] { get }
  /// The plain words of the unit itself, without those of its parts.
  var ownWords: [Word] { get }
  /// The unit with its plain words and those of its parts replaced.
  func mappingWords(_ change: (Word) -> Word) -> QueryNode
}

/// How tightly the elements of a unit bind, and thus where it needs parentheses.
package enum QueryBinding: Int, Comparable, Sendable {
  /// Never needs parentheses: a word, a phrase, a value of a field.
  case word
  /// Needs them after a sign: several words, `NEAR`.
  case tied
  /// Needs them also next to other parts: adjacent parts.
  case row
  /// Needs them everywhere: `AND`, `OR`.
  case operation

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension QueryUnit {
  package var binding: QueryBinding { .word }
  package var parts: [QueryNode] { [] }
  package var ownWords: [Word] { [] }
}

extension QueryNode {
  /// The node as typed.
  package var described: String { unit.described }

  /// The node as typed, in parentheses if it binds as loosely as `binding` or more so.
  func described(parenthesizedFrom binding: QueryBinding) -> String {
    unit.binding >= binding ? "(\(described))" : described
  }

  /// The plain words searched for, in the order of the query.
  package var plainWords: [Word] { unit.ownWords + unit.parts.flatMap(\.plainWords) }

  /// The phrases searched for.
  package var phrases: [Phrase] {
    if case .phrase(let phrase) = self { return [phrase] }
    return unit.parts.flatMap(\.phrases)
  }
}
