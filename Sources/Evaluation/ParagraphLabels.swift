// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials

/// Judgements of paragraphs, identified by file and first words.
///
/// They do not depend on how a program divides texts or names passages. Each line of the file has
/// the form `{"id", "query", "kind", "relevant": [{"file", "anchor", "grade"}]}`.
package struct ParagraphLabels: Sendable {
  private struct Line: Decodable {
    struct Paragraph: Decodable {
      var file: String
      var anchor: String
      var grade: Int
    }
    var id: String
    var query: String
    var kind: String
    var relevant: [Paragraph]
  }

  private let lines: [Line]

  /// Reads labels, one JSON object per line.
  package init(_ text: String) throws {
    lines = try text.split(whereSeparator: \.isNewline).map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  /// The topics, in file order.
  package var topics: [Topic] {
    lines.map { Topic(id: $0.id, query: $0.query, kind: $0.kind) }
  }

  /// Translates the judgements to passages.
  ///
  /// A paragraph is represented by the passage that contains its first words. If there is none, it
  /// counts as a document that is never found.
  ///
  /// - Parameter passages: Passages of each file.
  package func qrels(_ passages: [String: [Passage]]) -> Qrels {
    var qrels = Qrels()
    var folded: [String: [(id: String, letters: [UInt8])]] = [:]
    for line in lines {
      for paragraph in line.relevant {
        let letters = Self.letters(of: paragraph.anchor)
        let candidates =
          folded[paragraph.file]
          ?? (passages[paragraph.file] ?? []).map { ($0.id, Self.letters(of: $0.text)) }
        folded[paragraph.file] = candidates
        let found = candidates.first { Self.contains($0.letters, letters) }
        let id = found?.id ?? "\(paragraph.file): \(paragraph.anchor)"
        qrels.judge(id, for: line.id, grade: paragraph.grade)
      }
    }
    return qrels
  }

  /// The letters and digits of a text, ignoring spaces, dashes and quotation marks.
  private static func letters(of text: String) -> [UInt8] {
    Array(text.lowercased().filter { $0.isLetter || $0.isNumber }.utf8)
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      part.withUnsafeBytes { part in
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains {
          text[$0] == first && text[$0..<($0 + part.count)].elementsEqual(part)
        }
      }
    }
  }
}
