// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import IndexSchema
import Ingestion
import PassageSearch
import Synchronization
import TestSupport
import Testing
import TextFolding

@testable import Cataloguing

/// What editors state of single texts, through runs, rebuilt and lost indexes.
struct EditTests {
  private let folder: TemporaryFolder
  private var index: String { folder("index") }
  private var edits: EditsFile { EditsFile(path: folder("edits.yaml")) }

  init() throws {
    folder = try TemporaryFolder()
    try write("a.txt", "Bread")
    try write("b.txt", "Roses")
  }

  private func write(_ name: String, _ topic: String, by author: String? = "Ann Bee") throws {
    let byline = author.map { "\($0)\n\n1902\n\n" } ?? ""
    try folder.write(
      "On \(topic)\n\n\(byline)\(topic) is made by many hands, and nobody who made it owns it.\n",
      to: "texts/\(name)")
  }

  @discardableResult
  private func ingest(
    _ catalogue: String = "",
    _ change: (inout IngestionOptions) -> Void = { _ in }
  ) throws -> IngestionSummary {
    var options = IngestionOptions(index: index, paths: [folder("texts")])
    options.catalogue = try Catalogue(yaml: catalogue).with(edits: edits.entries())
    change(&options)
    return try Ingestion.ingest(options)
  }

  private func state(
    of id: String, _ change: (inout CatalogueEntry) -> Void
  ) throws {
    let work = try #require(try Searcher(path: index).work(id))
    var entry = CatalogueEntry(
      origin: .edit,
      text: TextName(
        work: work.id, file: work.path, member: work.member, contentHash: work.contentHash))
    change(&entry)
    try edits.add(entry)
  }

  private func works() throws -> [String] { try Searcher(path: index).works(limit: 100).map(\.id) }

  private func resolved(_ id: String) throws -> String? {
    switch try Searcher(path: index).resolve(id) {
    case .exact(let passage, _): passage.id
    case .moved(let passage, _, let from): "\(from) → \(passage.id)"
    case .gone, .unknown: nil
    }
  }

  @Test func `what is said in an interview is still said once the year is put right`() throws {
    try folder.write(
      """
      An Interview

      Carl Berg

      1903

      Carl Berg: Whose were the mills?

      Anna Lund: They were never ours, and nobody who worked there said so.

      Carl Berg: And now?

      Anna Lund: We shall take them, all of them, with our own hands.
      """, to: "texts/interview.txt")
    try ingest()
    func speakers(_ work: String) throws -> [[String?]] {
      try Searcher(path: index).passages(ofWork: work, ordinals: 0..<9)
        .map { $0.quotations.map(\.speaker) }
    }
    let before = try speakers("berg-1903-an-interview")
    #expect(before.joined().compactMap(\.self).contains("Anna Lund"))
    try state(of: "berg-1903-an-interview") { $0.year = 1904 }
    #expect(try ingest().corrected == 1)
    #expect(try speakers("berg-1904-an-interview") == before)
  }

  @Test func `an edit is taken in without a rebuild, by the works that it is about`() throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.year = 1903 }
    let summary = try ingest()
    #expect(
      [summary.corrected, summary.unchanged, summary.replaced, summary.added] == [1, 1, 0, 0])
    #expect(try works() == ["bee-1902-on-roses", "bee-1903-on-bread"])
    let work = try #require(try Searcher(path: index).work("bee-1903-on-bread"))
    #expect(work.metadata.year == Attributed(1903, .stated, rule: "edit", evidence: "1902"))
    #expect(work.wordCount > 10 && work.passageCount == 1)
    let found = try Searcher(path: index).search(SearchRequest("hands year:1903"))
    #expect(found.hits.map(\.passage.id) == ["bee-1903-on-bread/p1"])
    #expect(try Searcher(path: index).search(SearchRequest("Bread year:1902")).hits.isEmpty)
    #expect(try ingest().unchanged == 2)
    #expect(try check(index: index).faults == [])
  }

  @Test func `former ids lead to the work, through several moves and back again`() throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.year = 1903 }
    try ingest()
    let from = "bee-1902-on-bread/p1 → bee-1903-on-bread/p1"
    #expect(try resolved("bee-1902-on-bread/p1") == from)
    try state(of: "bee-1902-on-bread") { $0.people = [Person(parsing: "Carl Dee")] }
    try ingest()
    for year in [1902, 1903] {
      #expect(
        try resolved("bee-\(year)-on-bread/p1")
          == "bee-\(year)-on-bread/p1 → dee-1903-on-bread/p1")
    }
    let found = try Searcher(path: index).search(SearchRequest("work:bee-1902-on-bread"))
    #expect(found.hits.map(\.passage.work) == ["dee-1903-on-bread"])
    // Both are taken back.
    _ = try edits.remove { $0 }
    #expect(try ingest().corrected == 1)
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses"])
    #expect(try resolved("bee-1902-on-bread/p1") == "bee-1902-on-bread/p1")
    #expect(
      try resolved("dee-1903-on-bread/p1") == "dee-1903-on-bread/p1 → bee-1902-on-bread/p1")
    #expect(try Searcher(path: index).work("bee-1902-on-bread")?.metadata.year?.rule != "edit")
    #expect(try check(index: index).faults == [])
  }

  @Test func `an id that a work had is given to no other`() throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.year = 1903 }
    try ingest()
    try write("c.txt", "Bread")
    try ingest()
    #expect(try works() == ["bee-1902-on-bread-c", "bee-1902-on-roses", "bee-1903-on-bread"])
    #expect(try resolved("bee-1902-on-bread/p1")?.hasSuffix("bee-1903-on-bread/p1") == true)
  }

  @Test(arguments: [false, true])
  func `an edit outlives rebuilding, pruning and the index itself`(isLost: Bool) throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.year = 1903 }
    try state(of: "bee-1902-on-bread") { $0.people = [Person(parsing: "Carl Dee")] }
    try ingest()
    if isLost { try FileManager.default.removeItem(atPath: index) }
    try ingest {
      $0.rebuild = true
      $0.prune = true
    }
    #expect(try works() == ["bee-1902-on-roses", "dee-1903-on-bread"])
    #expect(
      try resolved("bee-1902-on-bread/p1") == "bee-1902-on-bread/p1 → dee-1903-on-bread/p1")
    #expect(try ingest().unchanged == 2)
  }

  @Test func `a file that is gone comes back with its edit, moved or not`() throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.year = 1903 }
    try ingest()
    try FileManager.default.moveItem(atPath: folder("texts/a.txt"), toPath: folder("a.txt"))
    #expect(try ingest { $0.prune = true }.removed == 1)
    // Another text that would be given its id.
    try write("c.txt", "Bread", by: "Ann Bee")
    try folder.write(
      "On Bread\n\nAnn Bee\n\n1902\n\nOther words on bread, of another year.\n",
      to: "texts/c.txt")
    try ingest()
    #expect(try works() == ["bee-1902-on-bread-c", "bee-1902-on-roses"])
    try FileManager.default.moveItem(atPath: folder("a.txt"), toPath: folder("texts/e.txt"))
    try ingest()
    #expect(try works() == ["bee-1902-on-bread-c", "bee-1902-on-roses", "bee-1903-on-bread"])
    #expect(
      try resolved("bee-1902-on-bread/p1") == "bee-1902-on-bread/p1 → bee-1903-on-bread/p1")
  }

  @Test func `an edit stays with a file whose text changes, and with its labels`() throws {
    try ingest()
    try state(of: "bee-1902-on-bread") { $0.language = "fr" }
    try ingest()
    #expect(try works().first == "bee-1902-on-bread")
    try write("a.txt", "Bread and wine")
    #expect(try ingest().replaced == 1)
    #expect(try Searcher(path: index).work("bee-1902-on-bread")?.metadata.language?.value == "fr")
  }

  @Test func `a change of the catalogue is taken in as an edit is`() throws {
    try write("c.txt", "Wine", by: nil)
    try ingest()
    let entry = "{file: texts/c.txt, authors: [Eve Eff], year: 1925, edition_year: 1926}"
    let summary = try ingest("works: [\(entry)]")
    #expect([summary.corrected, summary.unchanged] == [1, 2])
    let work = try #require(try Searcher(path: index).work("on-wine"))
    #expect(work.id == "eff-1925-on-wine")
    #expect(work.metadata.editionYear?.value == 1926)
    #expect(work.authorNames == ["Eve Eff"])
    // By title and author as well.
    let titled = "works: [\(entry), {title: On Bread, authors: [Ann Bee], year: 1901}]"
    #expect(try ingest(titled).corrected == 1)
    #expect(try resolved("bee-1902-on-bread/p1")?.hasSuffix("bee-1901-on-bread/p1") == true)
    #expect(try ingest(titled).unchanged == 3)
    #expect(try ingest().corrected == 2)
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses", "on-wine"])
  }

  @Test func `an entry that names no text is reported, one of another library is not`() throws {
    try ingest()
    try write("other/x.txt", "Wine")
    for file in [folder("texts/gone.txt"), "/nowhere/gone.txt"] {
      try edits.add(
        CatalogueEntry(title: "X", origin: .edit, text: TextName(work: "x", file: file)))
    }
    try folder.write("On Wine\n\nWine is made by many.\n", to: "elsewhere/w.txt")
    try edits.add(
      CatalogueEntry(
        title: "X", origin: .edit, text: TextName(work: "w", file: folder("elsewhere/w.txt"))))
    let found = Mutex<[Diagnostic]>([])
    _ = try Ingestion.ingest(
      IngestionOptions(
        index: index, paths: [folder("texts")],
        catalogue: try Catalogue(
          yaml: "works:\n  - {work: bee-1902-on-roses, year: 1903}\n  - {work: none, year: 1902}\n"
        ).with(edits: try edits.entries())),
      onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
    let unused = found.withLock { $0.filter { $0.code == "entry-without-text" } }
    #expect(unused.map(\.severity) == [.warning, .warning, .note])
    #expect(
      unused.first?.message
        == "Line 3 of the catalogue names a text that is not in the index: work “none”.")
    #expect(unused.last?.message.contains("/nowhere/gone.txt") == true)
  }

  @Test func `one work is corrected at once, though its file is gone`() throws {
    try ingest()
    try FileManager.default.removeItem(atPath: folder("texts/a.txt"))
    try state(of: "bee-1902-on-bread") { $0.title = "On Loaves" }
    let catalogue = Catalogue().with(edits: try edits.entries())
    let work = try correct(work: "bee-1902-on-bread", index: index, catalogue: catalogue)
    #expect(work?.id == "bee-1902-on-loaves")
    #expect(
      try resolved("bee-1902-on-bread/p1") == "bee-1902-on-bread/p1 → bee-1902-on-loaves/p1")
    #expect(try correct(work: "bee-1902-on-bread", index: index, catalogue: catalogue) == work)
    #expect(try correct(work: "none", index: index, catalogue: catalogue) == nil)
    #expect(try remove(works: ["bee-1902-on-bread"], index: index) == [])
    #expect(try works() == ["bee-1902-on-roses"])
  }

  @Test func `whose words are quoted is found out again for a corrected work`() throws {
    try folder.write(
      "The Mill\n\nAnn Bee\n\n1902\n\nAs Anna Lund argued, “the mills were never ours.”\n",
      to: "texts/mill.txt")
    try ingest()
    try state(of: "bee-1902-the-mill") { $0.people = [Person(parsing: "Carl Dee")] }
    try ingest()
    let passages = try Searcher(path: index).passages(ofWork: "dee-1902-the-mill", ordinals: 0..<9)
    #expect(passages.flatMap(\.quotations).map(\.speaker) == ["Anna Lund"])
    #expect(passages.allSatisfy { $0.work == "dee-1902-the-mill" })
  }

  @Test func `a text in a file with others is edited by itself, and so is an import`() throws {
    try folder.write(
      #"{"_id":"1","title":"One","text":"One is made by many."}"# + "\n"
        + #"{"_id":"2","title":"Two","text":"Two is made by many."}"# + "\n",
      to: "texts/all.jsonl")
    try folder.write(
      #"{"id":"old-id/p1","kind":"body","text":"He said “bread” and left.","source":{"work":"old-id","title":"Three","authors":["Ann Bee"],"year":1902,"paragraph":1}}"#
        + "\n", to: "texts/export.jsonl")
    try ingest()
    try state(of: "two") { $0.year = 1905 }
    try state(of: "old-id") { $0.year = 1906 }
    #expect(try ingest().corrected == 2)
    #expect(
      try works() == [
        "1905-two", "bee-1902-on-bread", "bee-1902-on-roses", "bee-1906-three", "one",
      ])
    #expect(try resolved("old-id/p1") == "old-id/p1 → bee-1906-three/p1")
    #expect(try ingest().unchanged == 5)
    #expect(try ingest { $0.rebuild = true }.replaced == 5)
    #expect(try resolved("two/p1") == "two/p1 → 1905-two/p1")
  }
}
