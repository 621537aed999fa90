// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Foundation

/// The weights by which a speaker is decided on, and what a score means for each pattern.
///
/// Made by `pamphlet train`; the head of the file says from what.
struct SpeakerModel: Sendable {
  var trees = TreeModel()
  /// For each pattern, scores in order, each with the share of right ones from there on.
  var calibration: [Genre: Calibration.Steps] = [:]

  /// A pattern in texts of one kind: what a score means differs in novels.
  struct Genre: Hashable, Sendable {
    var pattern: SpeakerPattern
    /// Whether a good part of the text is dialogue.
    var isDialogue: Bool

    /// Share of the quotations that ask or exclaim above which a text is dialogue.
    static let dialogue: Float = 0.12

    init(_ pattern: SpeakerPattern, isDialogue: Bool) {
      self.pattern = pattern
      self.isDialogue = isDialogue
    }

    init(_ pattern: SpeakerPattern, _ features: SpeakerFeatures) {
      self.init(pattern, isDialogue: features[.exclaiming] > Self.dialogue)
    }
  }

  init() {}

  /// Reads a file of weights; what cannot be read is passed over.
  init(file: String) {
    for line in file.split(whereSeparator: \.isNewline) where line.first != "#" {
      let parts = line.split(separator: " ")
      guard let name = parts.first else { continue }
      switch name {
      case "base": trees.base = parts.count > 1 ? Float(parts[1]) ?? 0 : 0
      case "tree": if let tree = Self.tree(parts.dropFirst()) { trees.add(tree) }
      case "calibration":
        guard parts.count > 3, let pattern = SpeakerPattern(rawValue: String(parts[1])) else {
          continue
        }
        calibration[Genre(pattern, isDialogue: parts[2] == "dialogue")] = parts.dropFirst(3)
          .compactMap { pair in
            let values = pair.split(separator: ":").compactMap { Float($0) }
            return values.count == 2 ? (values[0], values[1]) : nil
          }
      default: continue
      }
    }
  }

  private static func tree(_ parts: ArraySlice<Substring>) -> [TreeModel.Node]? {
    var nodes: [TreeModel.Node] = []
    var open: [Int] = []
    for part in parts {
      let index = nodes.count
      // The branch of the lower values is complete: this is the other.
      if let parent = open.last, nodes[parent].other == 0, index > parent + 1,
        isComplete(nodes, parent + 1)
      {
        nodes[parent].other = Int32(index)
        open.removeLast()
      }
      if part.first == "=" {
        guard let value = Float(part.dropFirst()) else { return nil }
        nodes.append(TreeModel.Node(feature: -1, value: value, other: 0))
      } else {
        let sides = part.split(separator: "<")
        guard sides.count == 2, let feature = names[String(sides[0])], let value = Float(sides[1])
        else {
          return nil
        }
        nodes.append(TreeModel.Node(feature: Int32(feature), value: value, other: 0))
        open.append(index)
      }
    }
    return isComplete(nodes, 0) && levels(nodes) <= TreeModel.levels ? nodes : nil
  }

  /// Whether the tree below a node has all of its leaves.
  private static func isComplete(_ nodes: [TreeModel.Node], _ root: Int) -> Bool {
    var missing = 1
    for node in nodes[root...] {
      missing += node.feature >= 0 ? 1 : -1
      if missing == 0 { return true }
    }
    return false
  }

  /// Number of levels of inner nodes.
  private static func levels(_ nodes: [TreeModel.Node], from index: Int = 0) -> Int {
    let node = nodes[index]
    guard node.feature >= 0 else { return 0 }
    return 1 + max(levels(nodes, from: index + 1), levels(nodes, from: Int(node.other)))
  }

  private static let names: [String: Int] = SpeakerFeature.allCases.reduce(into: [:]) {
    $0[String(describing: $1)] = $1.rawValue
  }

  /// The weights as a file.
  func file() -> String {
    var lines = ["base \(trees.base)"]
    for pattern in SpeakerPattern.allCases {
      for isDialogue in [false, true] {
        guard let steps = calibration[Genre(pattern, isDialogue: isDialogue)], !steps.isEmpty else {
          continue
        }
        lines.append(
          "calibration \(pattern.rawValue) \(isDialogue ? "dialogue" : "prose") "
            + steps.map { "\(Self.short($0.score)):\(Self.short($0.share))" }.joined(separator: " ")
        )
      }
    }
    for (number, root) in trees.roots.enumerated() {
      let end = number + 1 < trees.roots.count ? trees.roots[number + 1] : trees.nodes.count
      let nodes = trees.nodes[root..<end].map { node in
        node.feature < 0
          ? "=\(Self.short(node.value))"
          : "\(SpeakerFeature.allCases[Int(node.feature)])<\(node.value)"
      }
      lines.append("tree " + nodes.joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func short(_ value: Float) -> String {
    let text = String(Double((value * 10_000).rounded()) / 10_000)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Probability that a candidate with this pattern and score is the speaker.
  func probability(_ genre: Genre, _ score: Float) -> Float {
    Self.share(calibration[genre] ?? [], at: score)
  }

  /// Share of right ones at a score, between two steps in proportion; the score itself without steps.
  static func share(_ steps: Calibration.Steps, at score: Float) -> Float {
    guard let first = steps.first else { return score }
    guard score > first.score else { return first.share * score / max(first.score, 0.0001) }
    for index in steps.indices.dropFirst() where score < steps[index].score {
      let low = steps[index - 1]
      let high = steps[index]
      let part = (score - low.score) / max(high.score - low.score, 0.0001)
      return low.share + (high.share - low.share) * part
    }
    return steps[steps.count - 1].share
  }

  /// The weights that come with the program.
  static let shipped = SpeakerModel(file: AttributionFile.text("speakers") ?? "")
}

func exponential(_ value: Float) -> Float { Float(exp(Double(value))) }
