// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Foundation

/// Gradient boosting of small regression trees with logistic loss, over binned features.
///
/// Friedman, “Greedy Function Approximation: A Gradient Boosting Machine” (2001), with second-order
/// gains and a ridge as in Chen and Guestrin, “XGBoost” (2016). Each tree sees a part of the rows and
/// features, which makes the sum depend less on any of them (Friedman, “Stochastic Gradient Boosting”,
/// 2002); the parts follow from the number of the tree, so that the same rows give the same trees.
struct Boosting {
  /// A candidate, whether it is right, and how much it counts.
  struct Row {
    var features: SpeakerFeatures
    var isRight: Bool
    var weight: Float
  }

  /// Number of trees.
  var rounds = 240
  /// Levels of inner nodes of a tree.
  var depth = TreeModel.levels
  /// Share of its value that a tree contributes.
  var rate: Float = 0.04
  /// Least sum of second derivatives in a branch.
  var leastHessian: Float = 4.5
  var ridge: Float = 2
  /// Rows below which a node is not divided.
  var leastRows = 12
  /// Shares of the rows and of the features that a tree sees.
  var rowShare = 0.7
  var featureShare = 0.5
  /// Most bins of a feature.
  static let bins = 32

  private struct State {
    var edges: [[Float]] = []
    /// Bin of each feature of each row.
    var binned: [UInt8] = []
    var gradient: [Float] = []
    var hessian: [Float] = []
    var scores: [Float] = []
    var nodes: [TreeModel.Node] = []
    /// Which features the present tree sees.
    var isSeen: [Bool] = []
  }

  /// Numbers that look random and are always the same: SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Draws {
    var state: UInt64

    /// Whether the next of them falls into a share of all.
    mutating func isWithin(_ share: Double) -> Bool {
      state &+= 0x9e37_79b9_7f4a_7c15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
      return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53) < share
    }
  }

  /// Trains a model.
  ///
  /// - Complexity: O(trees × levels × rows × features).
  func train(_ rows: [Row]) -> TreeModel {
    var state = State()
    state.edges = (0..<SpeakerFeature.total).map { edges(rows.map { $0.features }, $0) }
    for row in rows {
      for (feature, edges) in state.edges.enumerated() {
        let value = row.features.value(feature)
        state.binned.append(UInt8(edges.count { value >= $0 }))
      }
    }
    var model = TreeModel()
    let total = rows.reduce(0) { $0 + $1.weight }
    let right = rows.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) }
    let share = Double(max(0.001, min(0.999, right / max(total, 1))))
    model.base = Float(log(share / (1 - share)))
    state.scores = Array(repeating: model.base, count: rows.count)
    for round in 0..<rounds {
      var draws = Draws(state: UInt64(round))
      state.isSeen = state.edges.map { _ in draws.isWithin(featureShare) }
      let seen = rows.indices.filter { _ in draws.isWithin(rowShare) }
      let shares = state.scores.map { 1 / (1 + exponential(-$0)) }
      state.gradient = zip(rows, shares).map { $0.weight * (($0.isRight ? 1 : 0) - $1) }
      state.hessian = zip(rows, shares).map { $0.weight * max($1 * (1 - $1), 0.0001) }
      state.nodes = []
      grow(seen, 0, &state)
      model.add(state.nodes)
      let tree = TreeModel(tree: state.nodes)
      for row in rows.indices { state.scores[row] += tree.sum(rows[row].features) }
    }
    return model
  }

  /// The thresholds of a feature: between all of its values, or else by quantiles.
  private func edges(_ rows: [SpeakerFeatures], _ feature: Int) -> [Float] {
    let sorted = rows.map { $0.value(feature) }.sorted()
    let values = Set(sorted).sorted()
    if values.count <= Self.bins { return zip(values, values.dropFirst()).map { ($0 + $1) / 2 } }
    var edges: [Float] = []
    for bin in 1..<Self.bins {
      let value = sorted[bin * sorted.count / Self.bins]
      if value > edges.last ?? sorted[0] { edges.append(value) }
    }
    return edges
  }

  private func grow(_ rows: [Int], _ level: Int, _ state: inout State) {
    let gradient = rows.reduce(0) { $0 + state.gradient[$1] }
    let hessian = rows.reduce(0) { $0 + state.hessian[$1] }
    guard level < depth, rows.count > leastRows,
      let split = split(rows, gradient, hessian, state)
    else {
      let value = rate * gradient / (hessian + ridge)
      state.nodes.append(TreeModel.Node(feature: -1, value: value, other: 0))
      return
    }
    let node = state.nodes.count
    let threshold = state.edges[split.feature][split.bin]
    state.nodes.append(
      TreeModel.Node(feature: Int32(split.feature), value: threshold, other: 0))
    let isLow = { [binned = state.binned] (row: Int) in
      Int(binned[row * SpeakerFeature.total + split.feature]) <= split.bin
    }
    let low = rows.filter(isLow)
    let high = rows.filter { !isLow($0) }
    grow(low, level + 1, &state)
    state.nodes[node].other = Int32(state.nodes.count)
    grow(high, level + 1, &state)
  }

  /// The division of a node that gains most; `nil` if none gains enough.
  private func split(
    _ rows: [Int], _ gradient: Float, _ hessian: Float, _ state: State
  ) -> (feature: Int, bin: Int)? {
    var best: (gain: Float, feature: Int, bin: Int) = (0.5, -1, 0)
    func gain(_ gradient: Float, _ hessian: Float) -> Float {
      gradient * gradient / (hessian + ridge)
    }
    for (feature, edges) in state.edges.enumerated()
    where state.isSeen[feature] && !edges.isEmpty {
      var gradients = [Float](repeating: 0, count: edges.count + 1)
      var hessians = gradients
      for row in rows {
        let bin = Int(state.binned[row * SpeakerFeature.total + feature])
        gradients[bin] += state.gradient[row]
        hessians[bin] += state.hessian[row]
      }
      var low: (gradient: Float, hessian: Float) = (0, 0)
      for bin in edges.indices {
        low.gradient += gradients[bin]
        low.hessian += hessians[bin]
        guard low.hessian >= leastHessian, hessian - low.hessian >= leastHessian else { continue }
        let gained =
          gain(low.gradient, low.hessian)
          + gain(gradient - low.gradient, hessian - low.hessian) - gain(gradient, hessian)
        if gained > best.gain { best = (gained, feature, bin) }
      }
    }
    return best.feature < 0 ? nil : (best.feature, best.bin)
  }
}
