// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Ingestion
import Synchronization
import TextFolding

/// Shows how far a run has come, in one line of standard error.
final class ProgressBar: Sendable {
  private let start = ContinuousClock.now
  private let isShown: Bool
  private let lock = Mutex(())

  /// Creates a bar; it shows nothing if standard error is no terminal.
  init(isShown: Bool) { self.isShown = isShown }

  /// Shows a state.
  func show(_ progress: IngestionProgress) {
    guard isShown else { return }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let line = Self.line(progress, seconds: seconds)
    lock.withLock { _ in
      Messages.put("\r\u{1B}[K" + line)
    }
  }

  /// Clears the line.
  func end() {
    guard isShown else { return }
    Messages.put("\r\u{1B}[K")
  }

  /// The line for a state after so many seconds: share, files, rate, time that remains.
  static func line(_ progress: IngestionProgress, seconds: Double) -> String {
    let share = progress.bytes > 0 ? Double(progress.bytesDone) / Double(progress.bytes) : 0
    let filled = Int(share * 20)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let rate = seconds > 0.2 ? Double(progress.bytesDone) / seconds / 1e6 : 0
    var line = "\(bar) \(Int(share * 100)) %  \(progress.filesDone)/\(progress.files) files"
    line += "  \(Int(rate * 10) / 10).\(Int(rate * 10) % 10) MB/s"
    if share > 0.02, share < 1 {
      let left = Int(seconds / share * (1 - share)) + 1
      line += left < 60 ? "  \(left) s left" : "  \(left / 60) min left"
    }
    return line + "  "
      + ControlCharacters.shown(String(progress.current.suffix(30)), keepsLines: false)
  }
}
