// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import Extraction
import FoundationEssentials
import Ingestion
import PassageSearch
import Synchronization
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

@Suite(.enabled(if: RealTexts.review != nil, "needs ../shared/library"))
struct ReviewAttributionTests {
  private let passages: [Passage]
  private let warnings: [String]

  init() throws {
    let folder = try TemporaryFolder()
    let path = try #require(RealTexts.review)
    let found = Mutex<[Diagnostic]>([])
    _ = try ingest(
      IngestionOptions(index: folder.path, paths: [path]),
      onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
    warnings = found.withLock { $0.map(\.code) }
    let searcher = try Searcher(path: folder.path)
    let id = "wetzel-2005-workers-power-and-the-russian-revolution"
    let work = try #require(try searcher.work(id))
    passages = try searcher.passages(ofWork: id, ordinals: 0..<work.passageCount)
  }

  private func quotation(_ beginning: String) throws -> Quotation {
    try #require(passages.flatMap(\.quotations).first { $0.text.hasPrefix(beginning) })
  }

  @Test(arguments: [
    ("The spontaneous inclination", "E. H. Carr"), ("was inevitably encouraged", "E. H. Carr"),
    ("The Factory Committees attempted", "Isaac Deutscher"), ("Employers would not", "Kritzman"),
    ("In practice the implementation", "Maurice Brinton"), ("They have made a fetish", "Trotsky"),
    ("reduced to almost nil", "Workers Opposition"), ("The emancipation of", "Flora Tristan"),
    ("Unquestioning submission", "Lenin"), ("The aim of the proletariat", "G.P. Maximov"),
    ("was to denounce attempts", "Maurice Brinton"),
  ])
  func `each of its quotations is its speaker's or nobody's`(
    beginning: String, speaker: String
  ) throws {
    let offered = try quotation(beginning).speaker
    #expect(offered == nil || offered == speaker)
  }

  @Test func `more than half of its quotations of a sentence and more have a speaker`() {
    let long = passages.flatMap(\.quotations).filter { $0.text.split(separator: " ").count >= 12 }
    #expect(long.count { $0.speaker != nil } * 2 > long.count)
  }

  @Test func `a chain of sources runs through the note`() throws {
    let carr = try quotation("The spontaneous inclination")
    #expect(carr.note == "6")
    #expect(carr.source?.title == "The Bolshevik Revolution")
    #expect(carr.source?.volume == "II")
    #expect(carr.source?.pages == "69")
    #expect(carr.via.map(\.authors) == [["Peter Rachleff"]])
    let deutscher = try quotation("The Factory Committees attempted")
    #expect(deutscher.via.first?.pages == "320")
    #expect(deutscher.basis == .inferred)
  }

  @Test func `its two references to the wrong notes are told with both readings`() {
    #expect(warnings.filter { $0 == "cross-reference" }.count == 2)
    let conflicts = passages.flatMap(\.references).compactMap(\.conflict)
    #expect(conflicts.contains { $0.contains("note 4") && $0.contains("note 5") })
  }

  @Test func `what nobody is named for has no speaker`() throws {
    #expect(try quotation("fighting organizations, elected").speaker == nil)
  }
}

@Suite(.enabled(if: RealTexts.faq != nil, "needs the Debian package anarchism"))
struct FAQTests {
  @Test(.timeLimit(.minutes(15)))
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
