// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Collects the restrictions of a query: for one field any value may match, and every field must
/// match.
struct Restrictions: Sendable {
  private var byField: [(field: Field, nodes: [QueryNode])] = []
  private var without: [QueryNode] = []

  /// Whether there is no restriction.
  var isEmpty: Bool { byField.isEmpty }

  /// The restrictions in the order they were added.
  var nodes: [QueryNode] { byField.flatMap(\.nodes) }

  /// The restrictions, one node per field.
  var all: [QueryNode] {
    byField.map { $0.nodes.count == 1 ? $0.nodes[0] : .any($0.nodes) }
  }

  /// The exclusions combined.
  var excluded: QueryNode? {
    without.isEmpty ? nil : without.count == 1 ? without[0] : .any(without)
  }

  mutating func add(_ node: QueryNode, of field: Field, isExcluded: Bool) {
    if isExcluded {
      without.append(node)
    } else if let index = byField.firstIndex(where: { $0.field == field }) {
      if !byField[index].nodes.contains(node) { byField[index].nodes.append(node) }
    } else {
      byField.append((field, [node]))
    }
  }
}
