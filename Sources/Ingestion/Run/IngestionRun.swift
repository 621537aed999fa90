// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import Extraction
import FoundationEssentials
import IndexReports
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
  let identification: Identification
  /// Whether unchanged works are given what is now stated of them.
  let corrects: Bool
  /// What texts are attributed with; those that were attributed with something else are read again.
  let attribution: AttributionSettings
  let options: ReadingOptions
  /// Program whose processes read the texts; `nil` to read them in this process.
  let reader: ReaderProgram?
  let limits: ReadingLimits
  let tally: Tally
  let onChange: @Sendable (IngestionChange) -> Void
  let onDiagnostic: @Sendable (Diagnostic) -> Void
  let isCancelled: @Sendable () -> Bool

  private var register: WorkRegister { identification.register }

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
        onChange(IngestionChange(kind: .removed, work: work.id, file: work.file))
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
      held.extractorVersion
        == IndexedText.version(ofFormatNamed: held.isImported ? Format.passages.name : held.format),
      held.isImported || held.attribution == attribution
    {
      return try keep(held, in: unit, into: &batch, turn: turn, pass: pass)
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
    guard let facts = answer.facts else {
      tally.count { $0.ignored += 1 }
      report(.unread(text.name, isNamed: unit.member == nil && unit.file.isNamed), in: unit)
      return nil
    }
    guard facts.isReadable else {
      if let held { register.claim(held) }
      return nil
    }
    // Only assigning ids is done in order; the rest runs in parallel.
    turn()
    let old = register.known(
      path: unit.file.path, member: text.member, contentHash: text.contentHash)
    let identity = identification.identity(
      of: facts.metadata,
      PlacedText(
        path: unit.file.path, member: text.member, name: text.name, contentHash: text.contentHash,
        ids: []),
      old: old, statedID: facts.statedID, isImported: facts.isDivided)
    pass()
    let division = DivisionRequest(
      metadata: identity.editorial.metadata,
      id: identity.id,
      name: text.name,
      path: unit.file.path,
      member: text.member,
      contentHash: text.contentHash,
      oldPassages: try old.map { (work) throws(IndexError) in
        try writer.passages(ofWork: work.id)
      } ?? [],
      retired: old?.retired ?? [],
      attribution: attribution,
      knownCitations: identity.editorial.knownCitations)
    guard
      var indexed = reported(in: unit, { () throws(ReadingFailure) in try reader.divide(division) })
    else { return nil }
    for diagnostic in indexed.diagnostics { report(diagnostic, in: unit) }
    let exported = register.reserve(
      indexed.work.formerIDs.filter { $0 != identity.id && !identity.formerIDs.contains($0) },
      own: [])
    identity.describe(&indexed.work)
    indexed.work.formerIDs = exported + indexed.work.formerIDs
    try writer.write(indexed, into: &batch)
    tally.count { summary in
      if old == nil { summary.added += 1 } else { summary.replaced += 1 }
      summary.passages += indexed.passages.count
    }
    tell(old == nil ? .added : .replaced, indexed.work, old)
    return old?.id
  }

  /// Leaves a work as it is, or gives it the facts that are now stated of it.
  ///
  /// - Returns: Id of the work that is replaced; `nil` if none is.
  private func keep(
    _ held: Work, in unit: IngestionUnit, into batch: inout PassageBatch, turn: () -> Void,
    pass: () -> Void
  ) throws(IndexError) -> String? {
    guard corrects, identification.editorial(of: held).hash != held.editorialHash else {
      if register.claim(held) { tally.count { $0.unchanged += 1 } }
      return nil
    }
    turn()
    guard register.claim(held) else { return nil }
    let identity = identification.identity(
      of: held.factsOfFile, PlacedText(held), old: held, isImported: held.isImported)
    pass()
    let relabelling = Relabelling(writer: writer)
    let text = try relabelling.relabelled(held, as: identity)
    for diagnostic in text.diagnostics { report(diagnostic, in: unit) }
    try writer.write(text, into: &batch)
    tally.count { summary in
      summary.corrected += 1
      summary.passages += text.passages.count
    }
    tell(.corrected, text.work, held)
    return held.id
  }

  private func tell(_ kind: IngestionChange.Kind, _ work: Work, _ old: Work?) {
    onChange(
      IngestionChange(
        kind: kind, work: work.id, formerWork: old.flatMap { $0.id == work.id ? nil : $0.id },
        file: work.file))
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

  private func report(_ diagnostic: Diagnostic, in unit: IngestionUnit) {
    var diagnostic = diagnostic
    diagnostic.file = diagnostic.file ?? unit.member?.name ?? unit.file.name
    // The name of such a member already includes the line number.
    if unit.member?.line != nil { diagnostic.line = nil }
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      guard diagnostic.severity == .error else { return }
      summary.failed += 1
      summary.unread.append(IndexReport.UnreadText(diagnostic, path: unit.path))
    }
    onDiagnostic(diagnostic)
  }
}
