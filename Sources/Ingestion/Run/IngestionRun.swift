// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Cataloguing
import Corpus
import Extraction
import FoundationEssentials
import IndexSchema
import Indexing
import Passages
import Processes
import Synchronization
import XapianStore

/// A single ingestion run.
///
/// Each thread takes a file through all stages, so that only full batches pass between threads. The
/// order of files matters only when ids are assigned.
struct IngestionRun: Sendable {
  /// Limit on the total size of files being processed at once, in bytes.
  private static let byteLimit = 256 << 20

  let writer: IndexWriter
  let files: [FoundFile]
  let facts: [Substring: FolderFacts]
  let rebuild: Bool
  let catalogue: Catalogue
  let disabledRules: Set<AttributionRule>
  let options: ReadingOptions
  /// Program whose processes read the texts; `nil` to read them in this process.
  let reader: ReaderProgram?
  let limits: ReadingLimits
  let register: WorkRegister
  let tally: Tally
  let onDiagnostic: @Sendable (Diagnostic) -> Void
  let isCancelled: @Sendable () -> Bool

  /// Processes all files on up to `jobs` threads.
  ///
  /// - Returns: Ids of works to remove from the index, including those that were replaced.
  func run(jobs: Int) throws(IndexError) -> [String] {
    let failure = Mutex<IndexError?>(nil)
    let removed = Mutex<[String]>([])
    let readers = Readers(program: reader, limits: limits, isCancelled: isCancelled) { diagnostic in
      tally.count { $0.diagnostics[diagnostic.severity, default: 0] += 1 }
      onDiagnostic(diagnostic)
    }
    let queue = UnitQueue(
      files, members: readers.memberSource(), tally: tally,
      isStopped: { isCancelled() || failure.withLock { $0 != nil } },
      report: { report($0, in: IngestionUnit(file: $1, member: nil)) })
    let turnstile = Turnstile(byteLimit: Self.byteLimit, source: queue.next)
    Threads.run(upTo: jobs) {
      var batch = PassageBatch(vocabulary: writer.vocabulary)
      let reader = readers.textReader()
      do throws(IndexError) {
        while let (ticket, unit, size) = turnstile.enter() {
          defer {
            turnstile.pass(ticket)
            turnstile.release(bytes: size)
          }
          let old = try ingest(
            unit, reader: reader, into: &batch, turn: { turnstile.wait(for: ticket) }
          ) {
            turnstile.pass(ticket)
          }
          if let old { removed.withLock { $0.append(old) } }
        }
        try writer.write(batch)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    var ids = removed.withLock { $0 }
    // Members that their file no longer contains.
    for file in queue.finished {
      for work in writer.works(atPath: file.path) where !register.isClaimed(work.id) {
        tally.count { $0.removed += 1 }
        ids.append(work.id)
      }
    }
    return ids
  }

  /// Processes one text.
  ///
  /// - Parameters:
  ///   - turn: Waits until it is this unit's turn to be assigned an id.
  ///   - pass: Signals that the id has been assigned.
  /// - Returns: Id of the work it replaces; `nil` if it is new or was not indexed.
  private func ingest(
    _ unit: IngestionUnit,
    reader: any TextReader,
    into batch: inout PassageBatch,
    turn: () -> Void,
    pass: () -> Void
  ) throws(IndexError) -> String? {
    if unit.member == nil { tally.began(unit.file) }
    defer { if unit.member == nil { tally.finished(unit.file) } }
    guard let text = UnitText(unit, report: { report($0, in: unit) }) else { return nil }
    let held = register.held(path: unit.file.path, member: text.member)
    if !rebuild, let held, held.contentHash == text.contentHash,
      held.extractorVersion == IndexedText.version(ofFormatNamed: held.format)
    {
      if register.claim(held) { tally.count { $0.unchanged += 1 } }
      return nil
    }
    let request = text.request(
      folder: self.facts[unit.file.folder] ?? FolderFacts(), options: options)
    guard let answer = reported(in: unit, { () throws(ReadingFailure) in try reader.read(request) })
    else {
      // An unreadable text may still be indexed from an earlier run, and is kept.
      if let held { register.claim(held) }
      return nil
    }
    for diagnostic in answer.diagnostics { report(diagnostic, in: unit) }
    guard var facts = answer.facts else {
      tally.count { $0.ignored += 1 }
      if unit.member == nil, unit.file.isNamed { report(.unread(unit.file.name), in: unit) }
      return nil
    }
    guard facts.isReadable else {
      if let held { register.claim(held) }
      return nil
    }
    if !facts.isDivided { catalogue.complete(&facts.metadata) }
    // Only assigning ids is done in order; the rest runs in parallel.
    turn()
    let old = register.known(
      path: unit.file.path, member: text.member, contentHash: text.contentHash)
    let id =
      old?.id
      ?? facts.statedID.map { register.newID(like: $0, file: text.name) }
      ?? register.newID(for: facts.metadata, file: text.name)
    pass()
    let division = DivisionRequest(
      metadata: facts.metadata,
      id: id,
      name: text.name,
      path: unit.file.path,
      member: text.member,
      contentHash: text.contentHash,
      oldPassages: try old.map { (work) throws(IndexError) in
        try writer.passages(ofWork: work.id)
      } ?? [],
      retired: old?.retired ?? [],
      disabledRules: disabledRules,
      knownCitations: catalogue.knownCitations(by: facts.metadata))
    guard
      let indexed = reported(in: unit, { () throws(ReadingFailure) in try reader.divide(division) })
    else { return nil }
    for diagnostic in indexed.diagnostics { report(diagnostic, in: unit) }
    try write(indexed, into: &batch)
    tally.count { summary in
      if old == nil { summary.added += 1 } else { summary.replaced += 1 }
      summary.passages += indexed.passages.count
    }
    return old?.id
  }

  /// The reader's answer; `nil` if it failed, which is reported.
  private func reported<Answer>(
    in unit: IngestionUnit, _ ask: () throws(ReadingFailure) -> Answer
  ) -> Answer? {
    do throws(ReadingFailure) {
      return try ask()
    } catch {
      if case .failed(let diagnostic) = error { report(diagnostic, in: unit) }
      return nil
    }
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
    batch = PassageBatch(vocabulary: writer.vocabulary)
    try writer.write(full)
  }

  private func report(_ diagnostic: Diagnostic, in unit: IngestionUnit) {
    var diagnostic = diagnostic
    diagnostic.file = diagnostic.file ?? unit.member?.name ?? unit.file.name
    // The name of such a member already includes the line number.
    if unit.member?.line != nil { diagnostic.line = nil }
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      if diagnostic.severity == .error { summary.failed += 1 }
    }
    onDiagnostic(diagnostic)
  }
}
