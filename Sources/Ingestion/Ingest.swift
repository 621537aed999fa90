// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Cataloguing
package import Corpus
import Extraction
import IndexReports
package import IndexSchema
import XapianStore

/// Indexes files: finds, extracts, divides, attributes, indexes and publishes them.
///
/// - Parameters:
///   - options: What to index, and how.
///   - onProgress: Called with the progress, from any thread, up to ten times a second.
///   - onDiagnostic: Called with problems found in files, from any thread.
///   - onChange: Called with each change, from any thread, before all of them are published.
///   - isCancelled: Checked between files. When it returns true, the run ends and what is
///     complete is published, unless that would replace an existing index.
/// - Returns: A summary of the run.
/// - Throws: `IndexError` if the index cannot be written; never because of a bad input file.
package func ingest(
  _ options: IngestionOptions,
  onProgress: @escaping @Sendable (IngestionProgress) -> Void = { _ in },
  onDiagnostic: @escaping @Sendable (Diagnostic) -> Void = { _ in },
  onChange: @escaping @Sendable (IngestionChange) -> Void = { _ in },
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(IndexError) -> IngestionSummary {
  let start = ContinuousClock.now
  let writer = try openWriter(options)
  let discovery = Discovery(paths: options.paths, excluding: options.index)
  let roots = options.paths.map { Discovery.resolve($0) ?? $0 }
  let catalogue = options.catalogue ?? Catalogue()
  let identification = Identification(
    catalogue,
    WorkRegister(
      works: writer.works.values, reserved: catalogue.editedIDs(below: roots),
      fileExists: Identification.fileExists))
  let files = options.scope?.files(of: discovery, writer, identification) ?? discovery.files
  let tally = Tally(files: files, onProgress: onProgress)
  // Of a part of the files it has been said before.
  for diagnostic in options.scope == nil ? discovery.diagnostics : [] {
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      if diagnostic.severity == .error { summary.failed += 1 }
    }
    onDiagnostic(diagnostic)
  }
  let run = IngestionRun(
    writer: writer,
    files: files,
    facts: FolderFacts.facts(of: options.scope?.neighbours(of: files, in: discovery) ?? files),
    rebuild: options.rebuild,
    identification: identification,
    corrects: options.catalogue != nil,
    attribution: attributionSettings(options, writer),
    options: ReadingOptions(recognition: options.recognition),
    reader: options.reader,
    limits: options.limits,
    tally: tally,
    onChange: onChange,
    onDiagnostic: onDiagnostic,
    isCancelled: isCancelled
  )
  var removed = try run.run(jobs: options.jobs)
  if options.prune, !isCancelled() {
    let gone = missingWorks(from: writer.works.values, below: roots)
      .filter { !removed.contains($0.id) }
    removed += gone.map(\.id)
    tally.count { $0.removed = gone.count }
    for work in gone {
      onChange(IngestionChange(kind: .removed, work: work.id, file: work.file))
    }
  }
  if !isCancelled(), options.scope?.includesStatements ?? true {
    for diagnostic in identification.diagnostics(
      for: writer.works.values.filter { !removed.contains($0.id) }, below: roots)
    {
      tally.count { $0.diagnostics[diagnostic.severity, default: 0] += 1 }
      onDiagnostic(diagnostic)
    }
  }
  tally.began("publishing")
  let isInterrupted = isCancelled()
  var summary = tally.summary
  // An incomplete library must not replace a complete one.
  if !(isInterrupted && writer.isReplacing) {
    summary.revision = try writer.publish(
      removing: removed, catalogued: options.catalogue?.namesOfPeople)
  }
  summary.interrupted = isInterrupted
  summary.seconds = (ContinuousClock.now - start) / .seconds(1)
  if !(isInterrupted && writer.isReplacing) {
    if options.scope == nil {
      summary.unread += discovery.unread.map {
        IndexReport.UnreadText($0.diagnostic, path: $0.path)
      }
    }
    let isWhole = options.scope == nil && !isInterrupted
    let report = RunReport(
      unread: summary.unread, roots: isWhole ? roots : [], files: tally.finished)
    if let diagnostic = report.write(besideIndexAt: options.index) { onDiagnostic(diagnostic) }
  }
  return summary
}

/// Opens the index, or a new one to replace it if it cannot be updated and a rebuild was requested.
private func openWriter(_ options: IngestionOptions) throws(IndexError) -> IndexWriter {
  do throws(IndexError) {
    let writer = try IndexWriter(
      path: options.index,
      lockTimeout: options.lockTimeout,
      vocabulary: options.vocabulary,
      access: options.access
    )
    if !options.rebuild || writer.vocabulary == options.vocabulary { return writer }
  } catch  where options.rebuild && (error.code == .incompatible || error.code == .corrupt) {
    // What libxapian reports as corrupt may be a table that it failed to open.
    if error.code == .corrupt, try !isProvenDamaged(options.index) { throw error }
  }
  return try IndexWriter(
    path: options.index,
    lockTimeout: options.lockTimeout,
    replacing: true,
    vocabulary: options.vocabulary,
    access: options.access
  )
}

/// What texts are attributed with; without a floor of its own a run keeps that of most works.
private func attributionSettings(
  _ options: IngestionOptions, _ writer: IndexWriter
) -> AttributionSettings {
  let floors = writer.isReplacing ? [] : writer.works.values.compactMap(\.attribution?.floor)
  let counts = floors.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  return AttributionSettings(
    floor: options.floor ?? usual ?? Attribution.defaultFloor,
    without: options.disabledRules.map(\.rawValue))
}

/// Whether checksums prove the index damaged; unreadable checksums prove nothing.
private func isProvenDamaged(_ index: String) throws(IndexError) -> Bool {
  do throws(IndexError) {
    return try !IndexCheck.damage(inIndexAt: index).isEmpty
  } catch  where error.code == .corrupt {
    return true
  }
}

/// The works below the given paths whose file no longer exists.
///
/// Other works are left alone, so that an unmounted disk does not empty the library.
private func missingWorks(from works: some Sequence<Work>, below roots: [String]) -> [Work] {
  works.filter { Discovery.isBelow(roots, $0.path) && !Identification.fileExists($0.path) }
}

/// Removes works from an index.
///
/// - Parameters:
///   - works: Ids of the works, present or former.
///   - index: Folder of the index.
///   - lockTimeout: How long to wait for another writer, in seconds; `nil` to wait indefinitely.
/// - Returns: Ids that were not in the index.
package func remove(
  works: [String],
  index: String,
  lockTimeout: Double? = 0
) throws(IndexError) -> [String] {
  let writer = try IndexWriter(path: index, lockTimeout: lockTimeout)
  var present: [String: String] = [:]
  for work in writer.works.values { for id in work.formerIDs { present[id] = work.id } }
  let held = works.map { writer.works[$0] == nil ? present[$0] ?? $0 : $0 }
  _ = try writer.publish(removing: held)
  return zip(works, held).filter { writer.works[$0.1] == nil }.map(\.0)
}
