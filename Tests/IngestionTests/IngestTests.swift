// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Dispatch
import FoundationEssentials
import IndexSchema
import Ingestion
import PassageSearch
import Synchronization
import TestSupport
import Testing
import XapianStore

struct IngestTests {
  private let folder: TemporaryFolder
  private var index: String { folder("index") }

  init() throws { folder = try TemporaryFolder() }

  private func ingest(
    _ change: (inout IngestionOptions) -> Void = { _ in }
  ) throws -> IngestionSummary {
    var options = IngestionOptions(index: index, paths: [folder("texts")])
    change(&options)
    return try Ingestion.ingest(options)
  }

  private func write(_ name: String, _ topic: String) throws {
    try folder.write(
      "On \(topic)\n\nAnn Bee\n\n1902\n\n\(topic) is made by many hands, and nobody who made it owns it.\n",
      to: "texts/\(name)")
  }

  private func works() throws -> [String] { try Searcher(path: index).works(limit: 100).map(\.id) }

  @Test func `new and changed files are read, unchanged ones are not`() throws {
    try write("a.txt", "Bread")
    try write("b.txt", "Roses")
    #expect(try ingest().added == 2)
    #expect(try ingest().unchanged == 2)
    let before = try Searcher(path: index).resolve("bee-1902-on-roses/p1")
    try write("a.txt", "Bread and wine")
    let summary = try ingest()
    #expect(summary.replaced == 1)
    #expect(summary.unchanged == 1)
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses"])
    #expect(try Searcher(path: index).resolve("bee-1902-on-roses/p1") == before)
    #expect(try check(index: index).faults == [])
  }

  @Test func `a file that is gone is pruned only when told, one that moved keeps its id`() throws {
    try write("a.txt", "Bread")
    try write("b.txt", "Roses")
    _ = try ingest()
    try FileManager.default.removeItem(atPath: folder("texts/a.txt"))
    try FileManager.default.moveItem(atPath: folder("texts/b.txt"), toPath: folder("texts/c.txt"))
    _ = try ingest()
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses"])
    #expect(try ingest { $0.prune = true }.removed == 1)
    #expect(try works() == ["bee-1902-on-roses"])
    #expect(try Searcher(path: index).work("bee-1902-on-roses")?.file == "c.txt")
  }

  @Test func `texts that were attributed with another floor or other rules are read again`() throws
  {
    try write("a.txt", "Bread")
    _ = try ingest()
    let floor = { try Searcher(path: index).work("bee-1902-on-bread")?.attribution?.floor }
    #expect(try floor() == Attribution.defaultFloor)
    #expect(try ingest { $0.floor = 0.9 }.replaced == 1)
    #expect(try floor() == 0.9)
    // Without a floor of its own a run keeps that of the index, for new texts too.
    try write("b.txt", "Roses")
    let summary = try ingest()
    #expect((summary.unchanged, summary.added) == (1, 1))
    #expect(try Searcher(path: index).work("bee-1902-on-roses")?.attribution?.floor == 0.9)
    #expect(try ingest { $0.disabledRules = [.pronoun] }.replaced == 2)
    #expect(try ingest { $0.disabledRules = [.pronoun] }.unchanged == 2)
    #expect(try ingest().replaced == 2)
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses"])
  }

  @Test func `works are removed by id, unknown ids are told`() throws {
    try write("a.txt", "Bread")
    try write("b.txt", "Roses")
    _ = try ingest()
    #expect(try remove(works: ["bee-1902-on-bread", "none"], index: index) == ["none"])
    #expect(try works() == ["bee-1902-on-roses"])
  }

  @Test func `bad files are reported and everything else goes on`() throws {
    try write("a.txt", "Bread")
    try folder.write([], to: "texts/empty.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47], to: "texts/image.txt")
    try folder.write("x", to: "texts/program.exe")
    let found = Mutex<[String]>([])
    let options = IngestionOptions(index: index, paths: [folder("texts"), folder("nowhere")])
    let summary = try Ingestion.ingest(
      options, onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic.code) } })
    #expect(summary.added == 1)
    #expect(summary.failed == 2)
    #expect(summary.ignored == 2)
    #expect(
      found.withLock { $0.sorted() }
        == ["empty-file", "no-such-file", "unread-format", "unread-format"])
  }

  @Test func `a file that is named and not read is reported, with what to do`() throws {
    try write("a.txt", "Bread")
    try folder.write(Array("AT&TFORM".utf8), to: "texts/scan.djvu")
    try folder.write([0, 1, 2, 3], to: "texts/data.bin")
    let found = Mutex<[Diagnostic]>([])
    func ingest(_ paths: [String]) throws -> IngestionSummary {
      try Ingestion.ingest(
        IngestionOptions(index: index, paths: paths),
        onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
    }
    #expect(try ingest([folder("texts")]).ignored == 2)
    let inFolder = found.withLock { found in
      defer { found = [] }
      return found
    }
    #expect(inFolder.map(\.severity) == [.note, .note])
    #expect(inFolder.compactMap(\.file).sorted() == ["data.bin", "scan.djvu"])
    let summary = try ingest(["scan.djvu", "data.bin"].map { folder("texts/\($0)") })
    #expect(summary.ignored == 2 && summary.failed == 0)
    let messages = found.withLock { $0.sorted { $0.message > $1.message } }
    #expect(messages.map(\.code) == ["unread-format", "unread-format"])
    #expect(messages.map(\.file) == ["scan.djvu", "data.bin"])
    #expect(
      messages[0].message.hasPrefix("This format is not read: DjVu. Extract its text with `djvutxt")
    )
    #expect(messages[1].message.contains("`pamphlet formats` lists them."))
  }

  @Test func `a file whose contents are not what its name says is named with the reason`() throws {
    try write("a.txt", "Bread")
    try folder.write("Only text, whatever its name.\n", to: "texts/b.pdf")
    let found = Mutex<[Diagnostic]>([])
    let summary = try Ingestion.ingest(
      IngestionOptions(index: index, paths: [folder("texts")]),
      onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
    #expect(summary.added == 1 && summary.ignored == 1)
    let diagnostic = try #require(found.withLock { $0.first })
    #expect(diagnostic.file == "b.pdf" && diagnostic.code == "unread-format")
    #expect(diagnostic.message.hasPrefix("By its name the file is PDF, but by its contents"))
  }

  @Test func `the same texts give the same ids on any number of threads`() throws {
    for number in 0..<40 { try write("\(number).txt", number % 3 == 0 ? "Bread" : "Roses") }
    _ = try ingest { $0.jobs = 8 }
    let many = try works()
    _ = try ingest {
      $0.index = folder("other")
      $0.jobs = 1
    }
    let one = try Searcher(path: folder("other")).works(limit: 100).map(\.id)
    #expect(one == many)
    #expect(many.count == 40)
  }

  @Test func `a run that is cancelled leaves a sound index and the next goes on`() throws {
    for number in 0..<20 { try write("\(number).txt", "Bread \(number)") }
    let asked = Atomic(0)
    let summary = try Ingestion.ingest(
      IngestionOptions(index: index, paths: [folder("texts")], jobs: 2),
      isCancelled: { asked.add(1, ordering: .relaxed).newValue > 8 })
    #expect(summary.interrupted)
    #expect(summary.added < 20)
    #expect(try check(index: index).faults == [])
    let rest = try ingest()
    #expect(rest.added + summary.added == 20)
  }

  @Test func `a cancelled run does not put half of a library in the place of the whole one`() throws
  {
    for number in 0..<20 { try write("\(number).txt", "Bread \(number)") }
    _ = try ingest()
    let asked = Atomic(0)
    // With another vocabulary the index is made anew.
    var vocabulary = Vocabulary()
    vocabulary.synonyms = [["bread", "loaf"]]
    let summary = try Ingestion.ingest(
      IngestionOptions(
        index: index, paths: [folder("texts")], jobs: 2, rebuild: true,
        vocabulary: vocabulary),
      isCancelled: { asked.add(1, ordering: .relaxed).newValue > 8 })
    #expect(summary.interrupted)
    #expect(summary.revision == nil)
    #expect(try works().count == 20)
  }

  @Test func `a second writer is told who writes`() throws {
    try write("a.txt", "Bread")
    let writer = try IndexWriter(path: index)
    let error = #expect(throws: IndexError.self) { try ingest() }
    #expect(error?.code == .locked)
    withExtendedLifetime(writer) {}
  }

  @Test func `a writer that is refused closes nothing but its own file`() throws {
    try write("a.txt", "Bread")
    let writer = try IndexWriter(path: index)
    // Whoever closed a descriptor twice would now and then close one of these.
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for _ in 0..<200 {
        if worker == 0 {
          #expect(throws: IndexError.self) { try IndexWriter(path: index, lockTimeout: 0) }
        } else {
          #expect(FileManager.default.contents(atPath: folder("texts/a.txt"))?.isEmpty == false)
        }
      }
    }
    withExtendedLifetime(writer) {}
  }

  @Test func `links that turn in circles end, links out of the folder are not followed`() throws {
    try write("a.txt", "Bread")
    try folder.write("On Roses\n\nRoses too, and hearts that starve.\n", to: "elsewhere/r.txt")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder("texts/loop"), withDestinationPath: folder("texts"))
    try manager.createSymbolicLink(
      atPath: folder("texts/r.txt"), withDestinationPath: folder("elsewhere/r.txt"))
    try folder.write("On Wine\n\nWine is made by many hands.\n", to: "texts/.hidden/w.txt")
    try manager.createSymbolicLink(
      atPath: folder("texts/w.txt"), withDestinationPath: folder("texts/.hidden/w.txt"))
    let codes = Mutex<[String]>([])
    let summary = try Ingestion.ingest(
      IngestionOptions(index: index, paths: [folder("texts")]),
      onDiagnostic: { diagnostic in codes.withLock { $0.append(diagnostic.code) } })
    #expect(summary.added == 2)
    #expect(summary.failed == 0)
    #expect(
      codes.withLock { $0.sorted() } == ["hidden-file", "link-outside", "link-to-folder"])
    #expect(try works() == ["bee-1902-on-bread", "on-wine"])
  }

  @Test func `members come and go with their file, and keep their ids`() throws {
    func line(_ id: String, _ topic: String) -> String {
      "{\"_id\":\"\(id)\",\"title\":\"On \(topic)\",\"text\":\"\(topic) is made by many.\"}\n"
    }
    try folder.write(line("1", "Bread") + line("2", "Roses"), to: "texts/all.jsonl")
    #expect(try ingest().added == 2)
    try folder.write(line("2", "Roses and wine") + line("3", "Wine"), to: "texts/all.jsonl")
    let summary = try ingest()
    #expect([summary.added, summary.replaced, summary.removed] == [1, 1, 1])
    #expect(try works() == ["on-roses", "on-wine"])
    #expect(try ingest().unchanged == 2)
    #expect(try check(index: index).faults == [])
    #expect(try check(index: index).stale == [])
  }
}
