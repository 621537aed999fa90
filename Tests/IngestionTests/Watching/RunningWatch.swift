// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import Dispatch
import Glibc
import Ingestion
import Synchronization
import Testing

/// A watch at work on a thread of its own, and what it has said.
final class RunningWatch: Sendable {
  private let isStopped = Atomic(false)
  private let said = Mutex<[String]>([])
  private let end = DispatchSemaphore(value: 0)

  init(
    index: String, _ paths: [String], edits: String, interval: Duration = .seconds(60),
    prune: Bool = false
  ) {
    DispatchQueue(label: "watch").async { [self] in
      let options = IngestionOptions(index: index, paths: paths, prune: prune)
      let watch = FolderWatch(
        options,
        statements: { Catalogue(edits: try EditsFile(path: edits).entries()) },
        statementFiles: [edits], interval: interval, quiet: .milliseconds(100),
        isCancelled: { [self] in isStopped.load(ordering: .relaxed) },
        tell: { [self] in say($0) })
      do { try watch.run() } catch { add("ended: \(error)") }
      end.signal()
    }
  }

  /// All that it has said.
  var news: [String] { said.withLock { $0 } }

  private func add(_ text: String) { said.withLock { $0.append(text) } }

  private func say(_ news: WatchNews) {
    switch news {
    case .started(let summary): add("started with \(summary.added) new")
    case .changed(let change):
      add("\(change.kind) \(change.formerWork.map { "\($0) → " } ?? "")\(change.work)")
    case .diagnostic(let diagnostic): add("\(diagnostic.severity): \(diagnostic.code)")
    case .waiting: add("waiting")
    case .problem(let problem): add("problem: \(problem)")
    }
  }

  /// Waits until it has said something that begins so.
  func hears(_ beginning: String) -> Bool {
    waits(until: { news.contains { $0.hasPrefix(beginning) } })
  }

  /// Waits until something holds.
  func waits(until holds: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if holds() { return true }
      usleep(50_000)
    }
    return false
  }

  /// Stops it, and waits until it has ended.
  func stop() -> Bool {
    isStopped.store(true, ordering: .relaxed)
    return end.wait(timeout: .now() + 30) == .success
  }
}
