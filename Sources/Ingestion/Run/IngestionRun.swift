// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Cataloguing
import Corpus
import Extraction
import FoundationEssentials
import PassageIndex
import Passages
import Processes
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
  let catalogue: Catalogue
  let disabledRules: Set<AttributionRule>
  let options: ReadingOptions
  /// The program whose processes read the texts; `nil` if this process reads them.
  let reader: ReaderProgram?
  let limits: ReadingLimits
  let register: WorkRegister
  let tally: Tally
  let onDiagnostic: @Sendable (Diagnostic) -> Void
  let isCancelled: @Sendable () -> Bool

  /// Takes all files through, on up to so many threads.
  ///
  /// - Returns: The ids of works that are to be taken out, those that are replaced among them.
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
            turnstile.giveBack(bytes: size)
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
    // Members that a file had and has no more.
    for file in queue.finished {
      for work in writer.works(atPath: file.path) where !register.isClaimed(work.id) {
        tally.count { $0.removed += 1 }
        ids.append(work.id)
      }
    }
    return ids
  }

  /// Takes one text through.
  ///
  /// - Parameters:
  ///   - turn: Waits until it is this unit's turn to be given an id.
  ///   - pass: Says that it has its id.
  /// - Returns: The id of the work that it replaces.
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
      // What could not be read may still be in the index from before, and stays there.
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
    // In turn only here: what follows is the work, and is done side by side.
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

  /// What a reader answers; `nil` if it fails, which is reported.
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
    // The name of a line has its number.
    if unit.member?.line != nil { diagnostic.line = nil }
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      if diagnostic.severity == .error { summary.failed += 1 }
    }
    onDiagnostic(diagnostic)
  }
}
