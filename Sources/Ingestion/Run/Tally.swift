// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// Counts what a run does and tells of its progress, from any thread.
final class Tally: Sendable {
  private struct State {
    var summary = IngestionSummary()
    var progress: IngestionProgress
    var lastTold = ContinuousClock.now
  }

  private let state: Mutex<State>
  private let onProgress: @Sendable (IngestionProgress) -> Void

  /// How often progress is told.
  private static let interval = Duration.milliseconds(100)

  /// Creates the tally of a run over files.
  init(files: [FoundFile], onProgress: @escaping @Sendable (IngestionProgress) -> Void) {
    let progress = IngestionProgress(
      files: files.count,
      bytes: files.reduce(0) { $0 + $1.size }
    )
    state = Mutex(State(progress: progress))
    self.onProgress = onProgress
  }

  /// What has been done.
  var summary: IngestionSummary { state.withLock { $0.summary } }

  /// Changes the summary.
  func count(_ change: (inout sending IngestionSummary) -> Void) {
    state.withLock { change(&$0.summary) }
  }

  /// A file is being read.
  func began(_ file: FoundFile) {
    tell { $0.progress.current = file.name }
  }

  /// A file is done, whatever became of it.
  func finished(_ file: FoundFile) {
    tell { state in
      state.progress.filesDone += 1
      state.progress.bytesDone += file.size
      state.progress.passages = state.summary.passages
      state.summary.bytes += file.size
    }
  }

  /// All files are done; this is what follows.
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
