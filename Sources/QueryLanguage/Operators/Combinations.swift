// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Passages that match all nodes: `AND`.
package struct Conjunction: QueryUnit {
  /// The operands.
  package var nodes: [QueryNode]

  /// Creates the operator with its operands.
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

/// Passages that match any node: `OR`, or several values of one field.
package struct Alternatives: QueryUnit {
  /// The operands.
  package var nodes: [QueryNode]

  /// Creates the operator with its operands.
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

  /// Several values of one field are typed side by side, without `OR`.
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

/// Passages that do not match a node: `NOT`, `-`.
package struct Exclusion: QueryUnit {
  /// The node that must not match.
  package var node: QueryNode

  /// Creates the exclusion of a node.
  package init(node: QueryNode) { self.node = node }

  package var described: String { "-" + node.described(parenthesizedFrom: .tied) }
  package var binding: QueryBinding { .tied }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .not(node) }
}

/// Every passage.
package struct Everything: QueryUnit {
  /// Creates the query that matches every passage.
  package init() {}

  package var described: String { "*" }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .everything }
}
