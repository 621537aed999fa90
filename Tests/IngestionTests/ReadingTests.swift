// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import PassageSearch
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// Readers that are shell scripts: they say what a reader says, or do what none should do.
struct ReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A reader that has answered the first message, and then runs a script.
  ///
  /// It takes the message before it answers: a reader that ends before it was asked has not begun.
  private func reader(_ script: String, isConfined: Bool = true) -> ReaderProgram {
    let asked = 4 + ReadingMessage.hello.bytes.count
    let answer = "printf '\\001\\000\\000\\000\\00\(isConfined ? 1 : 0)' 1>&0"
    return ReaderProgram(
      path: "/bin/sh", arguments: ["-c", "head -c \(asked) >/dev/null; \(answer); \(script)"])
  }

  private func write(_ name: String, _ topic: String) throws {
    try folder.write(
      "On \(topic)\n\nAnn Bee\n\n1902\n\n\(topic) is made by many hands.\n", to: "texts/\(name)")
  }

  private func ingest(
    _ reader: ReaderProgram?, _ limits: ReadingLimits = ReadingLimits(), rebuild: Bool = false,
    cancelledAfter seconds: Int = 1_000
  ) throws -> (IngestionSummary, [String]) {
    let found = Mutex<[Diagnostic]>([])
    let end = ContinuousClock.now + .seconds(seconds)
    let summary = try Ingestion.ingest(
      IngestionOptions(
        index: folder("index"), paths: [folder("texts")], jobs: 2, rebuild: rebuild, reader: reader,
        limits: limits),
      onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } },
      isCancelled: { .now > end })
    return (summary, found.withLock { $0 }.map(\.code))
  }

  @Test(arguments: [
    ("kill -SEGV $$", "reader-crashed"), ("exit 3", "reader-failed"),
    ("printf '\\001\\000\\000\\000\\377' 1>&0; sleep 60", "reader-failed"),
    ("sleep 1000", "time-limit"),
  ])
  func `a reader that fails costs each text that it is given, and the run ends`(
    _ script: String, _ code: String
  ) throws {
    for number in 0..<3 { try write("\(number).txt", "Bread \(number)") }
    let (summary, codes) = try ingest(reader(script), ReadingLimits(seconds: 1))
    #expect(summary.failed == 3)
    #expect(codes == [code, code, code])
    #expect(summary.added == 0)
  }

  @Test func `a reader that the kernel does not confine is said to be so once`() throws {
    for number in 0..<3 { try write("\(number).txt", "Bread \(number)") }
    let (_, codes) = try ingest(reader("exit 3", isConfined: false))
    #expect(codes.count { $0 == "unconfined-reader" } == 1)
  }

  @Test func `a run that is cancelled within an archive takes none of its texts out`() throws {
    try write("a.txt", "Bread")
    try write("b.txt", "Roses")
    #expect(system("cd '\(folder.path)/texts' && tar czf all.tar.gz a.txt b.txt && rm *.txt") == 0)
    #expect(try ingest(nil).0.added == 2)
    // It opens the archive, and never gives a text.
    let opener = reader("printf '\\001\\000\\000\\000\\001' 1>&0; sleep 1000")
    let start = ContinuousClock.now
    let (summary, _) = try ingest(opener, rebuild: true, cancelledAfter: 1)
    #expect(summary.interrupted)
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(try Searcher(path: folder("index")).works(limit: 10).count == 2)
  }
}
