// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Foundation

/// Gradient boosting of small regression trees with logistic loss, over binned features.
///
/// Friedman, “Greedy Function Approximation: A Gradient Boosting Machine” (2001), with second-order
/// gains and a ridge as in Chen and Guestrin, “XGBoost” (2016). The same rows give the same trees.
struct Boosting {
  /// A candidate, whether it is right, and how much it counts.
  struct Row {
    var features: SpeakerFeatures
    var isRight: Bool
    var weight: Float
  }

  /// Number of trees.
  var rounds = 120
  /// Levels of inner nodes of a tree.
  var depth = 4
  /// Share of its value that a tree contributes.
  var rate: Float = 0.08
  /// Least sum of second derivatives in a branch.
  var leastHessian: Float = 4.5
  var ridge: Float = 2
  /// Rows below which a node is not divided.
  var leastRows = 12
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
    for _ in 0..<rounds {
      let shares = state.scores.map { 1 / (1 + exponential(-$0)) }
      state.gradient = zip(rows, shares).map { $0.weight * (($0.isRight ? 1 : 0) - $1) }
      state.hessian = zip(rows, shares).map { $0.weight * max($1 * (1 - $1), 0.0001) }
      state.nodes = []
      grow(Array(rows.indices), 0, &state)
      model.add(state.nodes)
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
      for row in rows { state.scores[row] += value }
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
    for (feature, edges) in state.edges.enumerated() where !edges.isEmpty {
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
