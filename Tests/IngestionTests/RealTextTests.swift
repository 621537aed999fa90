// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import FoundationEssentials
import Ingestion
import PassageIndex
import TestSupport
import Testing

/// Texts that a machine may have: the library beside the checkout, and Debian's `anarchism`.
enum RealTexts {
  private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The OCR'd review; `nil` if the library is not there.
  static let review: String? = {
    let folder = "/\(root)/../shared/library/text"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.first { $0.hasPrefix("wetzel-") }.map { "\(folder)/\($0)" }
  }()

  /// An Anarchist FAQ in HTML; `nil` if the package is not installed.
  static let faq: String? = {
    let folder = "/usr/share/doc/anarchism/html"
    return FileManager.default.fileExists(atPath: "\(folder)/secA1.html") ? folder : nil
  }()
}

@Suite(.enabled(if: RealTexts.review != nil, "needs ../shared/library"))
struct ReviewTests {
  private let text: ExtractedText

  init() throws {
    let data = try #require(RealTexts.review.flatMap { FileManager.default.contents(atPath: $0) })
    text = Format.text.extract(SourceFile(name: "review.txt", bytes: Array(data)))
  }

  @Test func `its title page is read`() {
    #expect(text.metadata.title?.value == "Workers power and the Russian Revolution")
    #expect(text.metadata.people.map(\.value.sortName) == ["Wetzel, Tom"])
    #expect(text.metadata.year?.value == 2005)
    #expect(text.ledger.isBalanced)
  }

  @Test func `its ten pages begin where they begin, and four paragraphs run over them`() {
    #expect(text.pages.map(\.label.value) == (1...10).map(String.init))
    let begins = [
      "I was attracted", "The Petrograd soviet", "workplaces. Bill", "institutions for",
      "trade union control", "The Leninist argument", "The party congress", "reaction that saves",
      "But the “one-man", "In Marx’s analysis",
    ]
    for (page, beginning) in begins.enumerated() {
      let found = text.blocks.contains { block in
        if block.kind == .note { return false }
        let offset = block.page == page ? 0 : block.pageBreaks.first { $0.page == page }?.offset
        guard let offset else { return false }
        let rest = String(String.UnicodeScalarView(Array(block.text.unicodeScalars)[offset...]))
        return rest.hasPrefix(beginning)
      }
      #expect(found, "page \(page + 1) does not begin with “\(beginning)”")
    }
    #expect(text.blocks.reduce(0) { $0 + $1.pageBreaks.count } == 4)
  }

  @Test func `its nine notes are numbered and tied, the third to no mark`() {
    let notes = text.blocks.filter { $0.kind == .note }
    #expect(notes.compactMap(\.number?.value) == (1...9).map(String.init))
    let marks = text.blocks.flatMap(\.noteMarks)
    #expect(marks.map(\.number) == ["1", "2", "4", "5", "6", "7", "8", "9"])
    #expect(marks.map(\.printed) == ["!", "?", "*", "’", "®", "’", "®", "’"])
  }

  @Test func `of its words at line ends two keep the hyphen`() {
    let repairs = text.blocks.flatMap(\.repairs).filter { $0.rule.hasPrefix("hyphen") }
    #expect(repairs.count == 53)
    #expect(
      repairs.filter { $0.rule == "hyphen-kept" }.map(\.printed)
        == ["top-\ndown", "anarcho-\nsyndicalist"])
  }

  @Test func `a phrase of the sixth page is found there`() throws {
    let folder = try TemporaryFolder()
    let path = try #require(RealTexts.review)
    _ = try ingest(IngestionOptions(index: folder.path, paths: [path]))
    let results = try Searcher(path: folder.path).search(
      SearchRequest("\"fetish of democratic principles\""))
    let hit = try #require(results.hits.first)
    #expect(
      citation(of: hit.passage, in: hit.work, style: .chicago)
        == "Tom Wetzel, “Workers Power and the Russian Revolution” (2005), 6.")
    #expect(try check(index: folder.path).faults == [])
  }
}

@Suite(.enabled(if: RealTexts.faq != nil, "needs the Debian package anarchism"))
struct FAQTests {
  @Test(.timeLimit(.minutes(5)))
  func `every page is a work of the collection, whole and without navigation`() throws {
    let folder = try TemporaryFolder()
    let path = try #require(RealTexts.faq)
    let summary = try ingest(IngestionOptions(index: folder.path, paths: [path]))
    #expect(summary.added == 143)
    #expect(summary.failed == 0)
    let report = try check(index: folder.path)
    #expect(report.faults == [])
    let searcher = try Searcher(path: folder.path)
    #expect(
      try searcher.search(
        SearchRequest("\"go to parent page\" OR \"A.0 Section A Introduction\" up")
      )
      .hits.allSatisfy { !$0.passage.text.hasPrefix("‹") })
    let work = try #require(try searcher.work("an-anarchist-faq-a-1-what-is-anarchism"))
    #expect(work.metadata.title?.value == "A.1 What is anarchism?")
    #expect(work.metadata.collection?.value == "An Anarchist FAQ")
    #expect(work.authorNames == [])
    let passages = try searcher.passages(ofWork: work.id, ordinals: 0..<work.passageCount)
    #expect(passages.contains { $0.section == ["A.1.1 What does \"anarchy\" mean?"] })
    #expect(passages.contains { $0.kind == .quotation })
  }
}
