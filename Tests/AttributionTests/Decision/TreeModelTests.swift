// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Attribution

/// Trees are summed as complete ones; the sum is what a walk from the root gives.
@Suite struct TreeModelTests {
  /// A tree whose branches end at different levels.
  private static let tree = [
    TreeModel.Node(feature: 0, value: 2, other: 4), TreeModel.Node(feature: 1, value: 5, other: 3),
    TreeModel.Node(feature: -1, value: 0.25, other: 0),
    TreeModel.Node(feature: -1, value: 0.5, other: 0),
    TreeModel.Node(feature: -1, value: -1, other: 0),
  ]

  @Test(arguments: [(0, 0, 0.25), (0, 5, 0.5), (1.5, 9, 0.5), (2, 0, -1), (9, 9, -1)])
  func `a branch is taken by the threshold`(_ form: (Float, Float, Float)) throws {
    var features = SpeakerFeatures()
    features[try #require(SpeakerFeature(rawValue: 0))] = form.0
    features[try #require(SpeakerFeature(rawValue: 1))] = form.1
    #expect(TreeModel(tree: Self.tree).sum(features) == form.2)
  }

  @Test func `trees add up, from the base`() {
    var model = TreeModel(tree: Self.tree)
    model.add([TreeModel.Node(feature: -1, value: 0.125, other: 0)])
    model.base = 1
    #expect(model.sum(SpeakerFeatures()) == 1.375)
  }

  @Test func `a tree with too many levels in a file is passed over`() {
    let deep = "tree region<1 gap<1 sentences<1 paragraphs<1 isFirst<1 =1 =2 =3 =4 =5 =6"
    #expect(SpeakerModel(file: deep).trees.roots.isEmpty)
    #expect(SpeakerModel(file: "tree region<1 =1 =2").trees.roots.count == 1)
  }
}
