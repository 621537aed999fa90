// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parts of a query that stand side by side.
package struct QueryGroup: QueryUnit {
  /// The parts that count for the ranking; passages that have all of them but words come first.
  package var parts: [QueryNode] = []
  /// Those of the parts, words apart, without which nothing is found.
  package var required: [QueryNode] = []
  /// What must not be there.
  package var excluded: [QueryNode] = []
  /// Values of fields; all must hold.
  package var restrictions: [QueryNode] = []

  /// Creates a group.
  package init(parts: [QueryNode] = [], excluded: [QueryNode] = []) {
    self.parts = parts
    self.excluded = excluded
  }

  /// The plain words among the parts, which are ranked together.
  package var words: [Word] {
    parts.flatMap { part -> [Word] in
      if case .words(let words) = part { words } else { [] }
    }
  }

  /// The plain words without which nothing is found.
  package var requiredWords: [Word] { words.filter(\.isRequired) }

  /// Whether there is anything without which nothing is found.
  package var hasRequired: Bool { !required.isEmpty || !requiredWords.isEmpty }

  package var described: String {
    let parts = parts.map { part in
      required.contains(part)
        ? "+" + part.described(parenthesizedFrom: .tied)
        : part.described(parenthesizedFrom: .row)
    }
    let excluded = excluded.map { "-" + $0.described(parenthesizedFrom: .tied) }
    return (parts + excluded + restrictions.map(\.described)).joined(separator: " ")
  }
  package var binding: QueryBinding { .row }

  package func mappingWords(_ change: (Word) -> Word) -> QueryNode {
    var group = self
    group.parts = parts.map { $0.unit.mappingWords(change) }
    group.required = required.map { $0.unit.mappingWords(change) }
    return .group(group)
  }
}
