// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// How good a ranking is, judged by grades; each is between 0 and 1.
package enum Measures {
  /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with the grade as the
  /// gain and the logarithm of base 2 as the discount, as in `trec_eval`.
  package static func ndcg(_ ranking: [String], _ grades: [String: Int], at depth: Int) -> Double {
    func gain(_ grades: some Sequence<Int>) -> Double {
      grades.prefix(depth).enumerated().reduce(0) { sum, item in
        sum + Double(max(0, item.element)) / log2(Double(item.offset) + 2)
      }
    }
    let ideal = gain(grades.values.sorted(by: >))
    return ideal > 0 ? gain(ranking.prefix(depth).map { grades[$0] ?? 0 }) / ideal : 0
  }

  /// Average precision: the mean, over the relevant documents, of the precision at the place of
  /// each (Buckley and Voorhees 2005); 0 for one that is not found.
  package static func averagePrecision(_ ranking: [String], _ grades: [String: Int]) -> Double {
    let relevant = grades.values.count { $0 > 0 }
    guard relevant > 0 else { return 0 }
    var found = 0
    var sum = 0.0
    for (index, document) in ranking.enumerated() where (grades[document] ?? 0) > 0 {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    return sum / Double(relevant)
  }

  /// The reciprocal of the first relevant document's rank; 0 if none is within the depth.
  package static func reciprocalRank(
    _ ranking: [String], _ grades: [String: Int], at depth: Int
  ) -> Double {
    let first = ranking.prefix(depth).firstIndex { (grades[$0] ?? 0) > 0 }
    return first.map { 1 / Double($0 + 1) } ?? 0
  }

  /// The share of the relevant documents that is found within the depth.
  package static func recall(
    _ ranking: [String], _ grades: [String: Int], at depth: Int
  ) -> Double {
    let relevant = grades.values.count { $0 > 0 }
    guard relevant > 0 else { return 0 }
    let found = ranking.prefix(depth).count { (grades[$0] ?? 0) > 0 }
    return Double(found) / Double(relevant)
  }
}

/// The four figures of a run: for one topic, or the means over several.
package struct Figures: Sendable, Hashable {
  /// nDCG at 10.
  package var ndcg10 = 0.0
  /// (Mean) average precision, over all that the run holds.
  package var map = 0.0
  /// (Mean) reciprocal rank within 10.
  package var mrr10 = 0.0
  /// Recall at 100.
  package var recall100 = 0.0

  /// The figures of one ranking.
  package init(_ ranking: [String], _ grades: [String: Int]) {
    ndcg10 = Measures.ndcg(ranking, grades, at: 10)
    map = Measures.averagePrecision(ranking, grades)
    mrr10 = Measures.reciprocalRank(ranking, grades, at: 10)
    recall100 = Measures.recall(ranking, grades, at: 100)
  }

  /// The means.
  package init(meanOf figures: [Figures]) {
    guard !figures.isEmpty else { return }
    let count = Double(figures.count)
    ndcg10 = figures.reduce(0) { $0 + $1.ndcg10 } / count
    map = figures.reduce(0) { $0 + $1.map } / count
    mrr10 = figures.reduce(0) { $0 + $1.mrr10 } / count
    recall100 = figures.reduce(0) { $0 + $1.recall100 } / count
  }

  /// The figures with their names.
  package var named: [(name: String, value: Double)] {
    [("nDCG@10", ndcg10), ("MAP", map), ("MRR@10", mrr10), ("R@100", recall100)]
  }
}

extension Run {
  /// The figures of each topic that has a relevant document.
  package func figures(_ topics: [Topic], _ qrels: Qrels) -> [(topic: Topic, figures: Figures)] {
    topics.filter { qrels[$0.id].values.contains { $0 > 0 } }
      .map { ($0, Figures(ranking(of: $0.id), qrels[$0.id])) }
  }
}
