// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A need for information, as it is asked (TREC's word).
package struct Topic: Sendable, Hashable {
  /// The id, by which judgements refer to it.
  package var id: String
  /// The query.
  package var query: String
  /// What kind of need it is; empty if the collection does not say.
  package var kind: String

  /// Creates a topic.
  package init(id: String, query: String, kind: String = "") {
    self.id = id
    self.query = query
    self.kind = kind
  }
}

/// Which documents answer which topics, and how well: 0 not, 1 and more by degrees.
package struct Qrels: Sendable, Hashable {
  /// The grades by topic and document.
  package private(set) var grades: [String: [String: Int]] = [:]

  /// Creates judgements of nothing.
  package init() {}

  /// The grades of the documents judged for a topic.
  package subscript(topic: String) -> [String: Int] { grades[topic] ?? [:] }

  /// Takes a judgement; of several of one document the best counts.
  package mutating func judge(_ document: String, for topic: String, grade: Int) {
    let known = grades[topic]?[document] ?? Int.min
    grades[topic, default: [:]][document] = max(known, grade)
  }

  /// Reads judgements: topic, document and grade divided by tabs (BEIR), or topic, iteration,
  /// document and grade divided by spaces (TREC); lines of another form are passed over, a heading
  /// among them.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).map(String.init)
      guard parts.count >= 3, let grade = Int(parts[parts.count - 1]) else { continue }
      judge(parts[parts.count - 2], for: parts[0], grade: grade)
    }
  }
}
