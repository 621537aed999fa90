// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a search gave for each topic, the best first.
package struct Run: Sendable, Hashable {
  /// A document with its score.
  package struct Answer: Sendable, Hashable {
    /// The id of the document.
    package var document: String
    /// Its score.
    package var score: Double

    /// Creates an answer.
    package init(document: String, score: Double) {
      self.document = document
      self.score = score
    }
  }

  /// The answers by topic.
  package var answers: [String: [Answer]] = [:]

  /// Creates a run without answers.
  package init() {}

  /// The ids of a topic's documents, the best first, each once.
  package func ranking(of topic: String) -> [String] {
    var seen: Set<String> = []
    return (answers[topic] ?? []).map(\.document).filter { seen.insert($0).inserted }
  }

  /// The run in TREC's format: topic, `Q0`, document, rank, score, name.
  ///
  /// Scores are made to fall strictly, as `trec_eval` sorts by them and not by the rank.
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
