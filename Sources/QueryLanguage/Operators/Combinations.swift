// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Passages that have all of some nodes: `AND`.
package struct Conjunction: QueryUnit {
  /// The sides of the operator.
  package var nodes: [QueryNode]

  /// Creates the operator with its sides.
  package init(nodes: [QueryNode]) { self.nodes = nodes }

  package var described: String {
    nodes.map { $0.described(parenthesizedFrom: .operation) }.joined(separator: " AND ")
  }
  package var binding: QueryBinding { .operation }
  package var parts: [QueryNode] { nodes }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode {
    .all(nodes.map { $0.unit.mappingWords(change) })
  }
}

/// Passages that have any of some nodes: `OR`, or several values of one field.
package struct Alternatives: QueryUnit {
  /// The sides of the operator.
  package var nodes: [QueryNode]

  /// Creates the operator with its sides.
  package init(nodes: [QueryNode]) { self.nodes = nodes }

  package var described: String {
    if areValuesOfOneField { return nodes.map(\.described).joined(separator: " ") }
    return nodes.map { $0.described(parenthesizedFrom: .operation) }.joined(separator: " OR ")
  }
  package var binding: QueryBinding { .operation }
  package var parts: [QueryNode] { nodes }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode {
    .any(nodes.map { $0.unit.mappingWords(change) })
  }

  /// Values of one field are alternatives side by side, as they are typed.
  private var areValuesOfOneField: Bool {
    var name: String?
    return nodes.allSatisfy { node in
      guard case .filter(let field, _) = node, name == nil || name == field.name else {
        return false
      }
      name = field.name
      return true
    }
  }
}

/// Passages that do not have a node: `NOT`, `-`.
package struct Exclusion: QueryUnit {
  /// What must not be there.
  package var node: QueryNode

  /// Creates the exclusion of a node.
  package init(node: QueryNode) { self.node = node }

  package var described: String { "-" + node.described(parenthesizedFrom: .tied) }
  package var binding: QueryBinding { .tied }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .not(node) }
}

/// Every passage.
package struct Everything: QueryUnit {
  /// Creates the query for every passage.
  package init() {}

  package var described: String { "*" }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .everything }
}
