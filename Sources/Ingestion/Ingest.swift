// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import Extraction
import FoundationEssentials
package import IndexSchema
import XapianStore

/// Takes files into an index: finds, reads, divides, indexes and publishes them.
///
/// - Parameters:
///   - options: What to take in.
///   - onProgress: Told how far the run has come, from any thread, a few times a second.
///   - onDiagnostic: Told what is wrong with a file, from any thread.
///   - isCancelled: Asked between files; `true` publishes what is finished and ends the run, unless
///     that would replace an index that is there.
/// - Returns: What the run has done.
/// - Throws: `IndexError` if the index cannot be written; never for a bad input file.
package func ingest(
  _ options: IngestionOptions,
  onProgress: @escaping @Sendable (IngestionProgress) -> Void = { _ in },
  onDiagnostic: @escaping @Sendable (Diagnostic) -> Void = { _ in },
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(IndexError) -> IngestionSummary {
  let start = ContinuousClock.now
  let writer = try openWriter(options)
  let discovery = Discovery(paths: options.paths, excluding: options.index)
  let tally = Tally(files: discovery.files, onProgress: onProgress)
  for diagnostic in discovery.diagnostics {
    tally.count { summary in
      summary.diagnostics[diagnostic.severity, default: 0] += 1
      if diagnostic.severity == .error { summary.failed += 1 }
    }
    onDiagnostic(diagnostic)
  }
  let isThere = { (path: String) in FileManager.default.fileExists(atPath: path) }
  let run = IngestionRun(
    writer: writer,
    files: discovery.files,
    facts: FolderFacts.facts(of: discovery.files),
    rebuild: options.rebuild,
    catalogue: options.catalogue,
    disabledRules: options.disabledRules,
    options: ReadingOptions(recognition: options.recognition),
    reader: options.reader,
    limits: options.limits,
    register: WorkRegister(works: writer.works.values, isThere: isThere),
    tally: tally,
    onDiagnostic: onDiagnostic,
    isCancelled: isCancelled
  )
  var removed = try run.run(jobs: options.jobs)
  if options.prune, !isCancelled() {
    let gone = worksGone(from: writer.works.values, below: options.paths, isThere: isThere)
      .filter { !removed.contains($0) }
    removed += gone
    tally.count { $0.removed = gone.count }
  }
  tally.began("publishing")
  let isInterrupted = isCancelled()
  var summary = tally.summary
  // Half of a library must not take the place of the whole one.
  if !(isInterrupted && writer.isReplacing) {
    summary.revision = try writer.publish(removing: removed)
  }
  summary.interrupted = isInterrupted
  summary.seconds = (ContinuousClock.now - start) / .seconds(1)
  return summary
}

/// Opens the index; one of another version or vocabulary is replaced if everything is to be read
/// again anyway.
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
    // What libxapian takes for damage may be a table that it could not open.
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

/// Whether the checksums of an index say that it is damaged; those that cannot be read say nothing.
private func isProvenDamaged(_ index: String) throws(IndexError) -> Bool {
  do throws(IndexError) {
    return try !IndexCheck.damage(inIndexAt: index).isEmpty
  } catch  where error.code == .corrupt {
    return true
  }
}

/// The works below the paths whose file is gone.
///
/// Only below the paths: a disk that is not mounted today must not empty the library.
private func worksGone(
  from works: some Sequence<Work>,
  below paths: [String],
  isThere: (String) -> Bool
) -> [String] {
  let roots = paths.map { Discovery.resolve($0) ?? $0 }
  return works.filter { work in
    roots.contains { work.path == $0 || work.path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
      && !isThere(work.path)
  }.map(\.id)
}

/// Takes works out of an index.
///
/// - Parameters:
///   - works: The ids of the works.
///   - index: The folder of the index.
///   - lockTimeout: How long to wait for another writer, in seconds; `nil` for ever.
/// - Returns: The ids that were not in it.
package func remove(
  works: [String],
  index: String,
  lockTimeout: Double? = 0
) throws(IndexError) -> [String] {
  let writer = try IndexWriter(path: index, lockTimeout: lockTimeout)
  _ = try writer.publish(removing: works)
  return works.filter { writer.works[$0] == nil }
}
