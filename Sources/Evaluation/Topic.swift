// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An information need expressed as a query (TREC's term).
package struct Topic: Sendable, Hashable {
  /// Id that judgements refer to.
  package var id: String
  package var query: String
  /// Kind of need; empty if the collection does not say.
  package var kind: String

  package init(id: String, query: String, kind: String = "") {
    self.id = id
    self.query = query
    self.kind = kind
  }
}

/// Relevance judgements: 0 for irrelevant documents, 1 and above for degrees of relevance.
package struct Qrels: Sendable, Hashable {
  /// Grades by topic id and document id.
  package private(set) var grades: [String: [String: Int]] = [:]

  /// Creates an empty set of judgements.
  package init() {}

  /// Grades of the documents judged for a topic, by document id.
  package subscript(topic: String) -> [String: Int] { grades[topic] ?? [:] }

  /// Adds a judgement; if a document is judged more than once, the highest grade counts.
  package mutating func judge(_ document: String, for topic: String, grade: Int) {
    let known = grades[topic]?[document] ?? Int.min
    grades[topic, default: [:]][document] = max(known, grade)
  }

  /// Parses judgements.
  ///
  /// Lines contain topic, document and grade separated by tabs (BEIR), or topic, iteration,
  /// document and grade separated by spaces (TREC). Other lines, such as a heading, are ignored.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).map(String.init)
      guard parts.count >= 3, let grade = Int(parts[parts.count - 1]) else { continue }
      judge(parts[parts.count - 2], for: parts[0], grade: grade)
    }
  }
}
