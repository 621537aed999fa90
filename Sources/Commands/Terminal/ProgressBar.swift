// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Ingestion
import Synchronization
import TextFolding

/// A progress bar in one line of standard error.
final class ProgressBar: Sendable {
  private let start = ContinuousClock.now
  private let isShown: Bool
  private let lock = Mutex(())

  /// Creates a bar.
  ///
  /// - Parameter isShown: Whether standard error is a terminal; else nothing is written.
  init(isShown: Bool) { self.isShown = isShown }

  /// Redraws the bar; safe to call from any thread.
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

  /// The line for a state: percentage, files, rate and time left.
  ///
  /// - Parameter seconds: The time since the start.
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
