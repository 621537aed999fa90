// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Gathers the restrictions of a query: of one field any must hold, of several fields all.
struct Restrictions: Sendable {
  private var byField: [(field: Field, nodes: [QueryNode])] = []
  private var without: [QueryNode] = []

  /// Whether nothing is restricted to something.
  var isEmpty: Bool { byField.isEmpty }

  /// The restrictions as they came.
  var nodes: [QueryNode] { byField.flatMap(\.nodes) }

  /// The restrictions, one node for each field.
  var all: [QueryNode] {
    byField.map { $0.nodes.count == 1 ? $0.nodes[0] : .any($0.nodes) }
  }

  /// What is to be left out.
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
