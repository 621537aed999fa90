// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Dispatch
import Extraction
import FoundationEssentials
import PassageIndex
import Passages
import Synchronization

/// One run of ingestion: files go in at one end, documents come out at the other.
///
/// Each thread takes a file through all stages, so that nothing is handed over between threads but
/// full batches; the files take their turn only where an id is given.
struct IngestionRun: Sendable {
  /// How many bytes of files may be in work at once.
  private static let byteLimit = 256 << 20

  let writer: IndexWriter
  let files: [FoundFile]
  let facts: [Substring: FolderFacts]
  let rebuild: Bool
  let register: WorkRegister
  let tally: Tally
  let onDiagnostic: @Sendable (Diagnostic) -> Void
  let isCancelled: @Sendable () -> Bool

  /// Takes all files through, on so many threads.
  ///
  /// - Returns: The ids of works that are to be taken out, those that are replaced among them.
  func run(jobs: Int) throws(IndexError) -> [String] {
    let turnstile = Turnstile(byteLimit: Self.byteLimit)
    let failure = Mutex<IndexError?>(nil)
    let replaced = Mutex<[String]>([])
    let sizes = files.map(\.size)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var batch = PassageBatch()
      do throws(IndexError) {
        while let ticket = turnstile.enter(sizes: sizes) {
          defer {
            turnstile.pass(ticket)
            turnstile.giveBack(bytes: sizes[ticket])
          }
          if isCancelled() || failure.withLock({ $0 != nil }) { continue }
          let old = try ingest(files[ticket], into: &batch, turn: (turnstile, ticket))
          if let old { replaced.withLock { $0.append(old) } }
        }
        try writer.write(batch)
      } catch {
        failure.withLock { $0 = $0 ?? error }
        // The other threads wait for the tickets that this one would have taken.
        while let ticket = turnstile.enter(sizes: sizes) {
          turnstile.pass(ticket)
          turnstile.giveBack(bytes: sizes[ticket])
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return replaced.withLock { $0 }
  }

  /// Takes one file through.
  ///
  /// - Returns: The id of the work that it replaces.
  private func ingest(
    _ file: FoundFile,
    into batch: inout PassageBatch,
    turn: (turnstile: Turnstile, ticket: Int)
  ) throws(IndexError) -> String? {
    tally.began(file)
    defer { tally.finished(file) }
    let bytes: [UInt8]
    switch FileBytes.read(file) {
    case .success(let read): bytes = read
    case .failure(let unreadable):
      report(unreadable.diagnostic)
      return nil
    }
    let hash = FileBytes.hash(bytes)
    if !rebuild, let work = writer.works(atPath: file.path).first, work.contentHash == hash,
      work.extractorVersion == IndexedText.version
    {
      tally.count { $0.unchanged += 1 }
      return nil
    }
    guard let format = Format.recognize(name: file.name, bytes: bytes) else {
      tally.count { $0.ignored += 1 }
      return nil
    }
    let source = SourceFile(
      name: file.name,
      bytes: bytes,
      folder: facts[file.folder] ?? FolderFacts()
    )
    var text = format.extract(source)
    for var diagnostic in text.diagnostics {
      diagnostic.file = diagnostic.file ?? file.name
      report(diagnostic)
    }
    guard !text.blocks.isEmpty else {
      if !text.diagnostics.contains(where: { $0.severity == .error }) {
        report(
          Diagnostic(.error, code: "no-text", "The file holds no text.", file: file.name)
        )
      }
      return nil
    }
    if text.metadata.language == nil {
      text.metadata.language = LanguageDetection.language(of: text)
    }
    // In turn only here: what follows is the work, and is done side by side.
    turn.turnstile.wait(for: turn.ticket)
    let old = register.known(path: file.path, contentHash: hash)
    let id = old?.id ?? register.newID(for: text.metadata, file: file.name)
    turn.turnstile.pass(turn.ticket)
    let indexed = IndexedText(
      text,
      id: id,
      file: file,
      format: format,
      contentHash: hash,
      old: old,
      oldPassages: try old.map { (work) throws(IndexError) in
        try writer.passages(ofWork: work.id)
      } ?? []
    )
    try write(indexed, into: &batch)
    tally.count { summary in
      if old == nil { summary.added += 1 } else { summary.replaced += 1 }
      summary.passages += indexed.passages.count
    }
    return old?.id
  }

  private func write(
    _ text: IndexedText,
    into batch: inout PassageBatch
  ) throws(IndexError) {
    var work = text.work
    for passage in text.passages {
      work.wordCount += batch.add(passage, of: work)
      if batch.isFull { try flush(&batch) }
    }
    batch.add(work)
  }

  private func flush(_ batch: inout PassageBatch) throws(IndexError) {
    let full = batch
    batch = PassageBatch()
    try writer.write(full)
  }

  private func report(_ diagnostic: Diagnostic) {
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      if diagnostic.severity == .error { summary.failed += 1 }
    }
    onDiagnostic(diagnostic)
  }
}
