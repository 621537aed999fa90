// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import FoundationEssentials
import Glibc
import Ingestion
import Synchronization
import TestSupport
import Testing

/// What a text that is read in a process may cost: itself, and nothing else.
@Suite(.timeLimit(.minutes(15))) struct ReaderTests {
  private let folder: TemporaryFolder
  private var program: BuiltProgram { BuiltProgram(folder: folder) }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ topic: String) throws {
    try folder.write(
      "On \(topic)\n\nAnn Bee\n\n1902\n\n\(topic) is made by many hands, and nobody who made it owns it.\n",
      to: "texts/\(name)")
  }

  /// Texts, and among them a PDF whose reader is a shell script.
  private func makeLibrary(pdfReader script: String) throws {
    try write("a.txt", "Bread")
    try folder.write("%PDF-1.4\n", to: "texts/b.pdf")
    try write("c.txt", "Roses")
    try program.makeScript("reader", script)
  }

  private func index(_ options: String = "") -> BuiltProgram.Outcome {
    program.run("PAMPHLET_PDF=\"$PWD/reader\" exec \"$pamphlet\" index \(options) texts")
  }

  private func isRunning(_ text: String) -> Bool {
    system("ps -eo args | grep -v grep | grep -qF '\(text)'") == 0
  }

  @Test func `a reader that crashes costs the text at hand`() throws {
    try makeLibrary(pdfReader: "kill -SEGV $PPID; sleep 60")
    let outcome = index("--jobs 1 --diagnostics found.jsonl")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("b.pdf: error: Its reader crashed (Segmentation fault"))
    #expect(outcome.messages.contains("2 added, 1 could not be read"))
    let found = FileManager.default.contents(atPath: folder("found.jsonl")) ?? Data()
    #expect(String(decoding: found, as: UTF8.self).contains("\"reader-crashed\""))
    #expect(program.run("\"$pamphlet\" check").status == 0)
  }

  @Test func `a text that takes too long is given up, with all that reads it`() throws {
    let pause = 100_000 + Int.random(in: 0..<99_999)
    try makeLibrary(pdfReader: "sleep \(pause)")
    let outcome = index("--time-limit 1")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("b.pdf: error: Reading took longer than the limit of 1 s"))
    #expect(outcome.messages.contains("2 added, 1 could not be read"))
    #expect(!isRunning("sleep \(pause)"))
  }

  @Test func `a text that could not be read again stays in the index as it was`() throws {
    try write("a.txt", "Bread")
    try folder.write("%PDF-1.4\n", to: "texts/b.pdf")
    #expect(program.run("\"$pamphlet\" index texts").status == 1)
    try makeLibrary(pdfReader: "kill -SEGV $PPID; sleep 60")
    #expect(index("--rebuild --prune").status == 1)
    #expect(program.run("\"$pamphlet\" works").output.contains("On Bread"))
  }

  @Test(arguments: ["TERM", "INT"])
  func `a run ends promptly while a text is being read, and keeps what is done`(
    _ signal: String
  ) throws {
    let pause = 200_000 + Int.random(in: 0..<99_999)
    try makeLibrary(pdfReader: "sleep \(pause)")
    let outcome = program.run(
      """
      PAMPHLET_PDF="$PWD/reader" "$pamphlet" index --jobs 1 texts &
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        sleep 0.5; ps -eo args | grep -v grep | grep -qF 'sleep \(pause)' && break
      done
      kill -\(signal) $!; begun=$(date +%s); wait $!; status=$?
      echo $(( $(date +%s) - begun )); exit $status
      """)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("Interrupted: finished texts are in the index"))
    #expect((Int(outcome.output.filter(\.isNumber)) ?? 1_000) < 20)
    #expect(!isRunning("sleep \(pause)"))
    #expect(program.run("\"$pamphlet\" check").status == 0)
  }

  @Test func `a reader has no more memory than its limit`() throws {
    try write("a.txt", "Bread")
    try folder.write(
      String(repeating: "Words and words. ", count: 3_000_000), to: "texts/large.txt")
    let limits = ReadingLimits(memory: 400 << 20)
    let found = Mutex<[Diagnostic]>([])
    let summary = try ingest(
      IngestionOptions(
        index: folder("index"), paths: [folder("texts")], jobs: 1,
        reader: ReaderProgram(
          path: BuiltProgram.path("pamphlet"),
          arguments: ["read-texts", "--memory", "\(limits.memory)"]),
        limits: limits),
      onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
    #expect(summary.added == 1)
    #expect(summary.failed == 1)
    let error = found.withLock { $0 }.first
    #expect(error?.code == "memory-limit")
    #expect(error?.message.contains("the limit is 400 MB") == true)
  }

  @Test func `texts are read the same in a process and here`() throws {
    try write("a.txt", "Bread")
    try folder.write(
      "# On Wine\n\nWine[^1] is “made” by many.\n\n[^1]: Bee, Works, p. 4.\n", to: "texts/b.md")
    try folder.write("<title>On Oil</title><p lang=fr>L'huile.</p><p>Oil.</p>", to: "texts/c.html")
    try folder.write(
      "{\"title\":\"On Salt\",\"text\":\"Salt.\"}\n{\"text\":1}\n", to: "texts/d.jsonl")
    #expect(system("cd '\(folder.path)/texts' && gzip -k a.txt d.jsonl") == 0)
    let exported = try [true, false].map { isApart in
      let name = isApart ? "apart" : "here"
      let found = Mutex<[Diagnostic]>([])
      let reader = ReaderProgram(
        path: BuiltProgram.path("pamphlet"), arguments: ["read-texts", "--memory", "4000000000"])
      _ = try ingest(
        IngestionOptions(
          index: folder(name), paths: [folder("texts")], jobs: 1, reader: isApart ? reader : nil),
        onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
      let output = program.run("\"$pamphlet\" export --jsonl --index \(name)").output
      return (output, found.withLock { $0 })
    }
    #expect(exported[0].0.split(separator: "\n").count >= 6)
    #expect(exported[0].0 == exported[1].0)
    #expect(exported[0].1 == exported[1].1)
  }

  @Test func `where no process can be had texts are read here, and that is said once`() throws {
    for number in 0..<5 { try write("\(number).txt", "Bread \(number)") }
    for arguments in [["/nowhere/program"], ["/bin/false"]] {
      let found = Mutex<[Diagnostic]>([])
      let summary = try ingest(
        IngestionOptions(
          index: folder("index"), paths: [folder("texts")], rebuild: true,
          reader: ReaderProgram(path: arguments[0], arguments: [])),
        onDiagnostic: { diagnostic in found.withLock { $0.append(diagnostic) } })
      #expect(summary.added + summary.replaced == 5)
      #expect(found.withLock { $0 }.map(\.code) == ["no-reader-process"])
    }
  }

  @Test func `names with line ends, escapes or no text at all break no message`() throws {
    try write("a\nb\u{1B}[31m.txt", "Bread")
    try folder.write("", to: "texts/empty\n\u{202E}txt.txt")
    #expect(system("cd '\(folder.path)/texts' && printf x > \"$(printf 'no\\377text.txt')\"") == 0)
    let outcome = program.run("\"$pamphlet\" index --diagnostics found.jsonl texts")
    #expect(outcome.status == 1)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.contains("empty␊\u{FFFD}txt.txt: error: The file is empty."))
    let found = FileManager.default.contents(atPath: folder("found.jsonl")) ?? Data()
    let records = found.split(separator: 0x0A).compactMap {
      try? JSONDecoder().decode([String: Record?].self, from: Data($0))
    }
    #expect(records.count == 1)
    #expect(!found.contains(0x1B))
    let works = program.run("\"$pamphlet\" works; \"$pamphlet\" explain bee-1902-on-bread/p1")
      .output
    #expect(works.contains("a␊b␛[31m.txt") || works.contains("a\nb␛[31m.txt"))
    #expect(!works.contains("\u{1B}"))
    #expect(program.run("\"$pamphlet\" export").output.contains("no%FFtext.txt"))
  }

  private enum Record: Decodable {
    case some

    init(from decoder: any Decoder) throws { self = .some }
  }
}
