// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import IndexReports
import Ingestion
import TestSupport
import Testing

/// The report beside the index that runs keep.
struct ReportTests {
  private let folder: TemporaryFolder
  private var index: String { folder("index") }

  init() throws { folder = try TemporaryFolder() }

  private func ingest(_ paths: String...) throws -> [String] {
    _ = try Ingestion.ingest(
      IngestionOptions(index: index, paths: paths.map { folder($0) }))
    return (IndexReport.read(in: index)?.unread ?? []).map(\.file)
  }

  @Test func `what cannot be read is listed until it is read or gone`() throws {
    try folder.write("%PDF-1.4 broken", to: "one/b.pdf")
    try folder.write("PK\u{3}\u{4} broken", to: "two/c.epub")
    #expect(try ingest("one") == [folder("one/b.pdf")])
    #expect(try ingest("two") == [folder("one/b.pdf"), folder("two/c.epub")])
    // A run that has not looked at a file says nothing of it.
    #expect(try ingest("two") == [folder("one/b.pdf"), folder("two/c.epub")])
    try FileManager.default.removeItem(atPath: folder("one/b.pdf"))
    #expect(try ingest("two") == [folder("two/c.epub")])
    try FileManager.default.removeItem(atPath: folder("two/c.epub"))
    try folder.write("Bread is made by many hands.\n", to: "two/c.txt")
    #expect(try ingest("two") == [])
  }

  @Test func `a report that cannot be written is a warning, one of a lost index is not in the way`()
    throws
  {
    try folder.write("Bread is made by many hands.\n", to: "texts/a.txt")
    try folder.write("{damaged", to: "index/report.json")
    #expect(try ingest("texts") == [])
    try FileManager.default.createDirectory(
      atPath: folder("index/report.json.new"), withIntermediateDirectories: false)
    try folder.write("%PDF-1.4 broken", to: "texts/b.pdf")
    let summary = try Ingestion.ingest(
      IngestionOptions(index: index, paths: [folder("texts")]))
    #expect(summary.failed == 1 && summary.unchanged == 1)
  }
}
