// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Ingestion
import Witness

/// The figures of the witness as text.
enum WitnessFigures {
  /// A line for each work: words of the file, words in passages, words left out by reason, lost.
  static func table(_ witnesses: [WorkWitness]) -> String {
    var lines = ["words\tpassages\tlost\tadded\tleft out\twork"]
    var total = WitnessReport()
    for witness in witnesses where witness.report.absence == nil {
      lines.append(line(witness.report, witness.work))
      total.words += witness.report.words
      total.lost += witness.report.lost
      total.added += witness.report.added
      total.reasons.merge(witness.report.reasons, uniquingKeysWith: +)
    }
    lines.append(line(total, "all"))
    return lines.joined(separator: "\n")
  }

  private static func line(_ report: WitnessReport, _ name: String) -> String {
    let others = report.reasons.filter { $0.key != "passages" }.sorted { $0.key < $1.key }
    let reasons = others.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return [
      "\(report.words)", "\(report.reasons["passages"] ?? 0)", "\(report.lost)",
      "\(report.added)", reasons.isEmpty ? "–" : reasons, name,
    ].joined(separator: "\t")
  }
}

extension WorkWitness {
  /// The texts left out, by rule, and the words that are in no passage.
  var omissionLines: String {
    let lost = report.lostWords.isEmpty ? [] : [("lost", report.lostWords.joined(separator: "\n"))]
    return
      ([work]
      + (omitted.map { ($0.rule, $0.text) } + lost).map { "  [\($0)]\n" + Self.indented($1) })
      .joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }
}
