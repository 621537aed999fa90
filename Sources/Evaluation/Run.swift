// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The results of a search system for a set of topics, best first.
package struct Run: Sendable, Hashable {
  /// A document with its score.
  package struct Answer: Sendable, Hashable {
    /// Id of the document.
    package var document: String
    package var score: Double

    package init(document: String, score: Double) {
      self.document = document
      self.score = score
    }
  }

  /// Answers by topic id, best first.
  package var answers: [String: [Answer]] = [:]

  /// Creates an empty run.
  package init() {}

  /// Ids of the documents found for a topic, best first and without duplicates.
  package func ranking(of topic: String) -> [String] {
    var seen: Set<String> = []
    return (answers[topic] ?? []).map(\.document).filter { seen.insert($0).inserted }
  }

  /// The run in TREC's format: topic, `Q0`, document, rank, score, name.
  ///
  /// Scores are adjusted to decrease strictly, since `trec_eval` sorts by score and ignores the
  /// rank.
  package func trec(topics: [Topic], name: String) -> String {
    var lines: [String] = []
    for topic in topics {
      var last = Double.infinity
      for (index, answer) in (answers[topic.id] ?? []).enumerated() {
        last = min(answer.score, last.nextDown)
        lines.append("\(topic.id) Q0 \(answer.document) \(index + 1) \(last) \(name)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
