// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Small boosted regression trees that score a candidate.
///
/// Gradient boosting with logistic loss (Friedman, “Greedy Function Approximation”, 2001). In the
/// file each tree is a line of nodes in the order of a walk from the root, the branch of the lower
/// values first: `feature<threshold` for an inner node, `=value` for a leaf.
struct TreeModel: Sendable {
  struct Node: Sendable {
    /// Index of the feature; -1 for a leaf.
    var feature: Int32
    /// Threshold of an inner node, value of a leaf.
    var value: Float
    /// Index of the branch taken when the feature is not below the threshold.
    var other: Int32
  }

  private(set) var nodes: [Node] = []
  /// Index of the root of each tree.
  private(set) var roots: [Int] = []
  /// Log-odds before any tree.
  var base: Float = 0

  init() {}

  /// A model of one tree, whose sum is the value of the tree.
  init(tree: [Node]) { add(tree) }

  /// Adds a tree, its nodes in the order of a walk.
  mutating func add(_ tree: [Node]) {
    let root = nodes.count
    roots.append(root)
    nodes += tree.map { node in
      var node = node
      if node.feature >= 0 { node.other += Int32(root) }
      return node
    }
  }

  /// Probability before calibration.
  func score(_ features: SpeakerFeatures) -> Float { 1 / (1 + exponential(-sum(features))) }

  /// The log-odds that the trees add up to.
  func sum(_ features: SpeakerFeatures) -> Float {
    features.values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        var sum = base
        for root in roots {
          var index = root
          while nodes[index].feature >= 0 {
            let node = nodes[index]
            index = values[Int(node.feature)] < node.value ? index + 1 : Int(node.other)
          }
          sum += nodes[index].value
        }
        return sum
      }
    }
  }
}
