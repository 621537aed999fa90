// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import PassageIndex

/// Takes files into an index: finds, reads, divides, indexes and publishes them.
///
/// - Parameters:
///   - options: What to take in.
///   - onProgress: Told how far the run has come, from any thread, a few times a second.
///   - onDiagnostic: Told what is wrong with a file, from any thread.
///   - isCancelled: Asked between files; `true` publishes what is finished and ends the run.
/// - Throws: `IndexError` if the index cannot be written; never for a bad input file.
package func ingest(
  _ options: IngestionOptions,
  onProgress: @Sendable (IngestionProgress) -> Void = { _ in },
  onDiagnostic: @Sendable (Diagnostic) -> Void = { _ in },
  isCancelled: @Sendable () -> Bool = { false }
) throws(IndexError) -> IngestionSummary {
  throw IndexError(.unavailable, "Ingestion is being written.")
}

/// Takes works out of an index.
///
/// - Returns: The ids that were not in it.
package func remove(
  works: [String],
  index: String,
  lockTimeout: Double? = 0
) throws(IndexError) -> [String] {
  throw IndexError(.unavailable, "Removal is being written.")
}
