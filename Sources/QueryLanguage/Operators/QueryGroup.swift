// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Adjacent parts of a query.
package struct QueryGroup: QueryUnit {
  /// The parts that count for the ranking; passages with all of them except words come first.
  package var parts: [QueryNode] = []
  /// The parts other than words that are required.
  package var required: [QueryNode] = []
  /// The parts that must not match.
  package var excluded: [QueryNode] = []
  /// Values of fields; all must match.
  package var restrictions: [QueryNode] = []

  /// Creates a group.
  package init(parts: [QueryNode] = [], excluded: [QueryNode] = []) {
    self.parts = parts
    self.excluded = excluded
  }

  /// The plain words among the parts, ranked together.
  package var words: [Word] {
    parts.flatMap { part -> [Word] in
      if case .words(let words) = part { words } else { [] }
    }
  }

  /// The required plain words.
  package var requiredWords: [Word] { words.filter(\.isRequired) }

  /// Whether any part is required.
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
