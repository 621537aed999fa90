// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Formats measures as text.
package enum Report {
  /// Formats a number with a fixed number of decimals, regardless of locale.
  package static func decimals(_ value: Double, _ places: Int = 4) -> String {
    let scale = pow(10, Double(places))
    let digits = String(Int((abs(value) * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// One line per measure: the name, a tab, the value.
  package static func lines(_ figures: Figures, topics: Int) -> String {
    figures.named.map { "\($0.name)\t\(decimals($0.value))\n" }.joined() + "topics\t\(topics)\n"
  }

  /// Mean nDCG@10 for each kind of topic, in order of appearance; empty without kinds.
  package static func kinds(_ figures: [(topic: Topic, figures: Figures)]) -> String {
    var kinds: [String] = []
    for (topic, _) in figures where !topic.kind.isEmpty && !kinds.contains(topic.kind) {
      kinds.append(topic.kind)
    }
    return kinds.map { kind in
      let values = figures.filter { $0.topic.kind == kind }.map(\.figures)
      return "nDCG@10 \(kind)\t\(decimals(Figures(meanOf: values).ndcg10))\n"
    }.joined()
  }

  /// A Markdown table with the measures of each run.
  ///
  /// The last column is the p-value of the nDCG@10 against the preceding run.
  package static func table(
    _ runs: [(name: String, figures: [(topic: Topic, figures: Figures)])]
  ) -> String {
    var text =
      "| ranking | nDCG@10 | MAP | MRR@10 | R@100 | p |\n| --- | --- | --- | --- | --- | --- |\n"
    var before: [Double]?
    for (name, figures) in runs {
      let values = figures.map(\.figures.ndcg10)
      let p = before.map { Significance.pValue(values, $0) }
      let cells =
        Figures(meanOf: figures.map(\.figures)).named.map { decimals($0.value) }
        + [p.map { decimals($0, 3) } ?? "–"]
      text += "| \(name) | \(cells.joined(separator: " | ")) |\n"
      before = values
    }
    return text
  }
}
