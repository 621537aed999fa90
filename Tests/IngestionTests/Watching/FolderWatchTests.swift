// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import FoundationEssentials
import Glibc
import IndexReports
import PassageSearch
import TestSupport
import Testing
import XapianStore

@testable import Ingestion

@Suite(.serialized, .timeLimit(.minutes(10)))
struct FolderWatchTests {
  private let folder: TemporaryFolder
  private var index: String { folder("index") }
  private var edits: String { folder("edits/edits.yaml") }

  init() throws {
    folder = try TemporaryFolder()
    try write("a.txt", "Bread")
  }

  private func write(_ name: String, _ topic: String) throws {
    try folder.write(
      "On \(topic)\n\nAnn Bee\n\n1902\n\n\(topic) is made by many hands, and nobody who made it owns it.\n",
      to: "texts/\(name)")
  }

  private func watch(interval: Duration = .seconds(60), prune: Bool = false) throws -> RunningWatch
  {
    let watch = RunningWatch(
      index: index, [folder("texts")], edits: edits, interval: interval, prune: prune)
    #expect(watch.hears("started"))
    return watch
  }

  private func works() throws -> [String] { try Searcher(path: index).works(limit: 100).map(\.id) }

  private var report: IndexReport { IndexReport.read(in: index) ?? IndexReport() }

  @Test func `new, changed and moved files are taken in, also in new folders`() throws {
    let watch = try watch(prune: true)
    try write("b.txt", "Roses")
    #expect(watch.hears("added bee-1902-on-roses"))
    try write("deep/er/c.txt", "Wine")
    #expect(watch.hears("added bee-1902-on-wine"))
    try write("deep/er/c.txt", "Wine and salt")
    #expect(watch.hears("replaced bee-1902-on-wine"))
    rename(folder("texts/b.txt"), folder("texts/deep/b.txt"))
    #expect(watch.hears("replaced bee-1902-on-roses"))
    unlink(folder("texts/a.txt"))
    #expect(watch.hears("removed bee-1902-on-bread"))
    #expect(watch.stop())
    #expect(try works() == ["bee-1902-on-roses", "bee-1902-on-wine"])
    #expect(try check(index: index).faults == [])
    #expect(!watch.news.contains { $0.hasPrefix("removed bee-1902-on-roses") })
  }

  @Test func `without prune a work outlives its file`() throws {
    let watch = try watch()
    unlink(folder("texts/a.txt"))
    try write("b.txt", "Roses")
    #expect(watch.hears("added bee-1902-on-roses"))
    #expect(watch.stop())
    #expect(try works() == ["bee-1902-on-bread", "bee-1902-on-roses"])
  }

  @Test func `an edit is taken in, a damaged file of edits is said once and changes nothing`()
    throws
  {
    let watch = try watch(interval: .seconds(1))
    let work = try #require(try Searcher(path: index).work("bee-1902-on-bread"))
    var entry = CatalogueEntry(editOf: work)
    entry.year = 1903
    try EditsFile(path: edits).add(entry)
    #expect(watch.hears("corrected bee-1902-on-bread → bee-1903-on-bread"))
    let before = try folder.read("edits/edits.yaml")
    try folder.write("works: [", to: "edits/edits.yaml")
    #expect(watch.hears("problem: The file \(edits) is not valid."))
    let watch2 = watch.waits(until: { report.watched.first?.problem != nil })
    #expect(watch2)
    try folder.write(before, to: "edits/edits.yaml")
    #expect(watch.waits(until: { report.watched.first?.problem == nil }))
    #expect(watch.stop())
    #expect(try works() == ["bee-1903-on-bread"])
    #expect(watch.news.count { $0.hasPrefix("problem") } == 1)
  }

  @Test func `a text that cannot be read does not end it, and is in the report until it can`()
    throws
  {
    let watch = try watch()
    try folder.write("%PDF-1.4 broken", to: "texts/b.pdf")
    try folder.write("PK\u{3}\u{4} broken", to: "texts/c.epub")
    #expect(watch.waits(until: { report.unread.count == 2 }))
    #expect(report.unread.map(\.file) == [folder("texts/b.pdf"), folder("texts/c.epub")])
    #expect(report.watched.map(\.path) == [folder("texts")])
    #expect(report.watched.map(\.process) == [Int(getpid())])
    unlink(folder("texts/b.pdf"))
    #expect(watch.waits(until: { report.unread.count == 1 }))
    #expect(watch.stop())
    #expect(report.watched.isEmpty)
    #expect(report.unread.count == 1)
    // Another writer, a check and a recovery do not mind the file.
    _ = try ingest(IngestionOptions(index: index, paths: [folder("texts")], rebuild: true))
    #expect(report.unread.count == 1)
    #expect(try check(index: index).faults == [])
    #expect(try IndexRecovery.recover(indexAt: index).wasPublished)
  }

  @Test func `another writer is waited for, which is said once`() throws {
    let watch = try watch()
    var writer: IndexWriter? = try IndexWriter(path: index)
    try write("b.txt", "Roses")
    #expect(watch.hears("waiting"))
    usleep(2_500_000)
    #expect(try works() == ["bee-1902-on-bread"])
    withExtendedLifetime(writer) {}
    writer = nil
    #expect(watch.hears("added bee-1902-on-roses"))
    #expect(watch.stop())
    #expect(watch.news.count { $0 == "waiting" } == 1)
  }

  @Test func `a folder that is not there for a while loses nothing`() throws {
    try write("b.txt", "Roses")
    let watch = try watch(interval: .seconds(1), prune: true)
    rename(folder("texts"), folder("elsewhere"))
    #expect(watch.hears("problem: \(folder("texts")) is not there"))
    try FileManager.default.createDirectory(
      atPath: folder("texts"), withIntermediateDirectories: false)
    #expect(watch.hears("problem: \(folder("texts")) is empty and not the folder that it was"))
    usleep(1_500_000)
    #expect(try works().count == 2)
    rmdir(folder("texts"))
    rename(folder("elsewhere"), folder("texts"))
    unlink(folder("texts/b.txt"))
    #expect(watch.hears("removed bee-1902-on-roses"))
    #expect(watch.stop())
    #expect(try works() == ["bee-1902-on-bread"])
  }
}
