// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Measures of ranking quality, each between 0 and 1.
package enum Measures {
  /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002).
  ///
  /// Uses the grade as gain and the base-2 logarithm as discount, as `trec_eval` does.
  package static func ndcg(_ ranking: [String], _ grades: [String: Int], at depth: Int) -> Double {
    func gain(_ grades: some Sequence<Int>) -> Double {
      grades.prefix(depth).enumerated().reduce(0) { sum, item in
        sum + Double(max(0, item.element)) / log2(Double(item.offset) + 2)
      }
    }
    let ideal = gain(grades.values.sorted(by: >))
    return ideal > 0 ? gain(ranking.prefix(depth).map { grades[$0] ?? 0 }) / ideal : 0
  }

  /// Average precision (Buckley and Voorhees 2005).
  ///
  /// This is the mean, over all relevant documents, of the precision at each one's rank; documents
  /// that are not found contribute 0.
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

  /// Reciprocal rank of the first relevant document; 0 if none is within `depth`.
  package static func reciprocalRank(
    _ ranking: [String], _ grades: [String: Int], at depth: Int
  ) -> Double {
    let first = ranking.prefix(depth).firstIndex { (grades[$0] ?? 0) > 0 }
    return first.map { 1 / Double($0 + 1) } ?? 0
  }

  /// Fraction of the relevant documents found within `depth`.
  package static func recall(
    _ ranking: [String], _ grades: [String: Int], at depth: Int
  ) -> Double {
    let relevant = grades.values.count { $0 > 0 }
    guard relevant > 0 else { return 0 }
    let found = ranking.prefix(depth).count { (grades[$0] ?? 0) > 0 }
    return Double(found) / Double(relevant)
  }
}

/// Four measures, for one topic or averaged over several.
package struct Figures: Sendable, Hashable {
  /// nDCG at 10.
  package var ndcg10 = 0.0
  /// (Mean) average precision over the whole run.
  package var map = 0.0
  /// (Mean) reciprocal rank within 10.
  package var mrr10 = 0.0
  /// Recall at 100.
  package var recall100 = 0.0

  /// Computes the measures for one ranking.
  package init(_ ranking: [String], _ grades: [String: Int]) {
    ndcg10 = Measures.ndcg(ranking, grades, at: 10)
    map = Measures.averagePrecision(ranking, grades)
    mrr10 = Measures.reciprocalRank(ranking, grades, at: 10)
    recall100 = Measures.recall(ranking, grades, at: 100)
  }

  /// Averages measures; all 0 if there are none.
  package init(meanOf figures: [Figures]) {
    guard !figures.isEmpty else { return }
    let count = Double(figures.count)
    ndcg10 = figures.reduce(0) { $0 + $1.ndcg10 } / count
    map = figures.reduce(0) { $0 + $1.map } / count
    mrr10 = figures.reduce(0) { $0 + $1.mrr10 } / count
    recall100 = figures.reduce(0) { $0 + $1.recall100 } / count
  }

  /// The measures with their customary names.
  package var named: [(name: String, value: Double)] {
    [("nDCG@10", ndcg10), ("MAP", map), ("MRR@10", mrr10), ("R@100", recall100)]
  }
}

extension Run {
  /// The measures for each topic that has a relevant document.
  package func figures(_ topics: [Topic], _ qrels: Qrels) -> [(topic: Topic, figures: Figures)] {
    topics.filter { qrels[$0.id].values.contains { $0 > 0 } }
      .map { ($0, Figures(ranking(of: $0.id), qrels[$0.id])) }
  }
}
