// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Evaluation
import Testing

struct MeasuresTests {
  private static let grades = ["a": 3, "b": 2, "c": 0, "d": 1]

  private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

  @Test func `nDCG discounts each grade by the logarithm of its rank`() {
    // 2/log2(2) + 0 + 3/log2(4) over 3/log2(2) + 2/log2(3) + 1/log2(4)
    let expected = (2 + 1.5) / (3 + 2 / 1.584962500721156 + 0.5)
    #expect(near(Measures.ndcg(["b", "c", "a"], Self.grades, at: 10), expected))
    #expect(near(Measures.ndcg(["a", "b", "d"], Self.grades, at: 10), 1))
    #expect(near(Measures.ndcg(["x", "a"], Self.grades, at: 1), 0))
    #expect(Measures.ndcg(["a"], [:], at: 10) == 0)
  }

  @Test func `average precision counts the relevant that are not found`() {
    // Precisions 1/1 and 2/3 of three relevant documents.
    #expect(near(Measures.averagePrecision(["a", "x", "b"], Self.grades), (1 + 2.0 / 3) / 3))
    #expect(Measures.averagePrecision([], Self.grades) == 0)
  }

  @Test func `the reciprocal rank is that of the first relevant within the depth`() {
    #expect(Measures.reciprocalRank(["c", "d", "a"], Self.grades, at: 10) == 0.5)
    #expect(Measures.reciprocalRank(["c", "x", "a"], Self.grades, at: 2) == 0)
  }

  @Test func `recall is the share of the relevant within the depth`() {
    #expect(near(Measures.recall(["a", "x", "d", "b"], Self.grades, at: 3), 2.0 / 3))
  }

  @Test func `means go over all topics, also those that nothing was found for`() {
    let figures = [Figures(["a", "b", "d"], Self.grades), Figures([], Self.grades)]
    #expect(near(Figures(meanOf: figures).ndcg10, 0.5))
    #expect(near(Figures(meanOf: figures).mrr10, 0.5))
  }

  @Test func `figures are written with four decimals`() {
    #expect(Report.decimals(0.70006) == "0.7001")
    #expect(Report.decimals(1) == "1.0000")
    #expect(Report.decimals(-0.0312, 3) == "-0.031")
  }
}
