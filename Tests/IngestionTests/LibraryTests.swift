// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import IndexSchema
import Ingestion
import PassageSearch
import TestSupport
import Testing

/// The library beside the checkout, in all its formats.
@Suite(.enabled(if: RealTexts.review != nil, "needs ../shared/library"), .serialized)
struct LibraryTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/../shared/library"

  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private struct Held {
    var work: Work
    var passages: [Passage]
  }

  private func indexed() throws -> (IngestionSummary, [Held]) {
    let index = temporary("index")
    let summary = try ingest(IngestionOptions(index: index, paths: [Self.folder]))
    #expect(try check(index: index).faults == [])
    let searcher = try Searcher(path: index)
    var held: [Held] = []
    try searcher.forEachWork { (work) throws(IndexError) in
      let passages = try searcher.passages(ofWork: work.id, ordinals: 0..<work.passageCount)
      held.append(Held(work: work, passages: passages))
    }
    return (summary, held)
  }

  @Test(.timeLimit(.minutes(10)))
  func `every file is read, without Project Gutenberg's licence, its notes at their places`() throws
  {
    let (summary, held) = try indexed()
    #expect(summary.failed == 0)
    #expect(summary.ignored == 0)
    for text in held {
      for passage in text.passages {
        let lower = passage.text.lowercased()
        #expect(!lower.contains("project gutenberg license"), "\(passage.id)")
        #expect(!lower.contains("project gutenberg literary archive"), "\(passage.id)")
      }
    }
    for format in ["epub", "muse", "markdown", "html"] {
      let texts = held.filter { $0.work.format == format }
      let notes = texts.flatMap { text in
        text.passages.filter { $0.kind == .note && !$0.label.contains(".") }.map(\.id)
      }
      let tied = Set(
        texts.flatMap { text in
          text.passages.flatMap { passage in
            passage.notes.filter { $0.offset != nil }.map { "\(passage.work)/\($0.label)" }
          }
        })
      #expect(notes.count > 50, "\(format)")
      #expect(
        notes.count { tied.contains($0) } * 100 >= notes.count * 95, "\(format)")
    }
    agree(held)
  }

  /// The same work from two formats has the same words.
  private func agree(_ held: [Held]) {
    for number in ["24340", "36568", "40365", "23428"] {
      let texts = held.filter { $0.work.file.contains("\(number)-") }
      #expect(texts.count >= 2)
      let counts = texts.map { Self.words(of: $0.passages) }
      for (one, first) in counts.enumerated() {
        for (other, second) in counts.enumerated() where one < other {
          let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
          let all = first.values.reduce(0, +) + second.values.reduce(0, +)
          #expect(
            shared * 2 * 100 >= all * 99,
            "\(texts[one].work.file) and \(texts[other].work.file): \(shared * 2) of \(all)")
        }
      }
    }
  }

  private static func words(of passages: [Passage]) -> [Substring: Int] {
    var counts: [Substring: Int] = [:]
    for passage in passages {
      let words = passage.text.lowercased().split { !$0.isLetter && !$0.isNumber }
      for word in words { counts[word, default: 0] += 1 }
    }
    return counts
  }
}
