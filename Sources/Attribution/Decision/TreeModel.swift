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

  /// A test of a complete tree: whether a feature is below a threshold.
  private struct Test: Sendable {
    var feature: Int32 = 0
    /// Every number is below the threshold where the tree has no node.
    var threshold = Float.infinity
  }

  /// Most levels of inner nodes of a tree.
  static let levels = 4

  private(set) var nodes: [Node] = []
  /// Index of the root of each tree.
  private(set) var roots: [Int] = []
  /// Log-odds before any tree.
  var base: Float = 0

  /// The tests of each tree as one with all nodes of every level, from the root downwards.
  ///
  /// The first of each is unused. Walked without branches, they take a fifth of the time.
  private var tests: [Test] = []
  /// The values at the ends of these trees, from the lowest branch to the highest.
  private var ends: [Float] = []

  init() {}

  /// A model of one tree, whose sum is the value of the tree.
  init(tree: [Node]) { add(tree) }

  /// Adds a tree of at most `levels` levels, its nodes in the order of a walk.
  mutating func add(_ tree: [Node]) {
    let root = nodes.count
    roots.append(root)
    nodes += tree.map { node in
      var node = node
      if node.feature >= 0 { node.other += Int32(root) }
      return node
    }
    let first = tests.count
    tests += repeatElement(Test(), count: 1 << Self.levels)
    ends += repeatElement(0, count: 1 << Self.levels)
    complete(root, first, at: 1, level: 0)
  }

  private mutating func complete(_ index: Int, _ first: Int, at place: Int, level: Int) {
    let node = nodes[index]
    guard node.feature >= 0 else {
      let width = 1 << (Self.levels - level)
      let lowest = first + place * width - (1 << Self.levels)
      for end in lowest..<lowest + width { ends[end] = node.value }
      return
    }
    precondition(level < Self.levels, "a tree has too many levels")
    tests[first + place] = Test(feature: node.feature, threshold: node.value)
    complete(index + 1, first, at: 2 * place, level: level + 1)
    complete(Int(node.other), first, at: 2 * place + 1, level: level + 1)
  }

  /// Probability before calibration.
  func score(_ features: SpeakerFeatures) -> Float { 1 / (1 + exponential(-sum(features))) }

  /// The log-odds that the trees add up to.
  func sum(_ features: SpeakerFeatures) -> Float {
    features.values.withUnsafeBufferPointer { values in
      tests.withUnsafeBufferPointer { tests in
        ends.withUnsafeBufferPointer { ends in
          var sum = base
          var first = 0
          while first < tests.count {
            var place = 1
            for _ in 0..<Self.levels {
              let test = tests[first &+ place]
              place = 2 &* place &+ (values[Int(test.feature)] < test.threshold ? 0 : 1)
            }
            sum += ends[first &+ place &- (1 << Self.levels)]
            first += 1 << Self.levels
          }
          return sum
        }
      }
    }
  }
}
