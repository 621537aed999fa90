// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexReports

/// The folders that this process watches, as the report beside the index names them.
struct WatchRecord {
  /// The least time between two notes that differ in nothing but the time.
  private static let rest = Duration.seconds(10)

  let index: String
  private var lastWritten: (paths: [String], problems: [String?], at: ContinuousClock.Instant)?

  init(index: String) { self.index = index }

  /// Notes that the folders were looked at just now.
  ///
  /// A report that cannot be written is not a reason to stop; runs say so.
  ///
  /// - Parameter folders: The paths, with what is wrong with each.
  mutating func looked(at folders: [(path: String, problem: String?)]) {
    let (paths, problems) = (folders.map(\.path), folders.map(\.problem))
    let now = ContinuousClock.now
    if let lastWritten, lastWritten.paths == paths, lastWritten.problems == problems,
      now - lastWritten.at < Self.rest
    {
      return
    }
    let (seen, process) = (time(nil), Int(getpid()))
    let isWritten = update { watched in
      watched += folders.map {
        .init(path: $0.path, seen: seen, process: process, problem: $0.problem)
      }
    }
    if isWritten { lastWritten = (paths, problems, now) }
  }

  /// Takes the folders out of the report.
  func end() { _ = update { _ in } }

  /// Replaces the entries of this process, and removes those of processes that were killed.
  private func update(_ add: (inout [IndexReport.WatchedFolder]) -> Void) -> Bool {
    do throws(IndexReport.WritingFailure) {
      try IndexReport.update(in: index) { report in
        report.watched.removeAll { folder in
          folder.process == Int(getpid())
            || kill(pid_t(truncatingIfNeeded: folder.process), 0) != 0 && errno == ESRCH
        }
        add(&report.watched)
        report.watched.sort { ($0.path, $0.process) < ($1.path, $1.process) }
      }
      return true
    } catch {
      return false
    }
  }
}
