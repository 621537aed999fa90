// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// Counts results and reports progress; usable from any thread.
final class Tally: Sendable {
  private struct State {
    var summary = IngestionSummary()
    var progress: IngestionProgress
    /// Paths of the files that have been processed.
    var finished: Set<String> = []
    var lastTold = ContinuousClock.now
  }

  private let state: Mutex<State>
  private let onProgress: @Sendable (IngestionProgress) -> Void

  /// Minimum interval between progress reports.
  private static let interval = Duration.milliseconds(100)

  /// Creates a tally for a run over these files.
  init(files: [FoundFile], onProgress: @escaping @Sendable (IngestionProgress) -> Void) {
    let progress = IngestionProgress(
      files: files.count,
      bytes: files.reduce(0) { $0 + $1.size }
    )
    state = Mutex(State(progress: progress))
    self.onProgress = onProgress
  }

  /// The results so far.
  var summary: IngestionSummary { state.withLock { $0.summary } }

  /// Paths of the files processed so far, successfully or not.
  var finished: Set<String> { state.withLock { $0.finished } }

  /// Updates the summary.
  func count(_ change: (inout sending IngestionSummary) -> Void) {
    state.withLock { change(&$0.summary) }
  }

  /// Reports that a file is being read.
  func began(_ file: FoundFile) {
    tell { $0.progress.current = file.name }
  }

  /// Reports that a file has been processed, successfully or not.
  func finished(_ file: FoundFile) {
    tell { state in
      state.finished.insert(file.path)
      state.progress.filesDone += 1
      state.progress.bytesDone += file.size
      state.progress.passages = state.summary.passages
      state.summary.bytes += file.size
    }
  }

  /// Reports a stage that follows after all files.
  func began(_ stage: String) {
    let progress = state.withLock { state in
      state.progress.current = stage
      return state.progress
    }
    onProgress(progress)
  }

  private func tell(_ change: (inout State) -> Void) {
    let progress: IngestionProgress? = state.withLock { state in
      change(&state)
      let now = ContinuousClock.now
      guard now - state.lastTold >= Self.interval else { return nil }
      state.lastTold = now
      return state.progress
    }
    if let progress { onProgress(progress) }
  }
}
