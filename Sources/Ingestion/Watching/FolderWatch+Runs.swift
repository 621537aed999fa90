// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import IndexSchema
import Synchronization

extension FolderWatch {
  /// Takes in all files.
  ///
  /// - Returns: Whether that was done; false if another process writes to the index.
  func takeInAll(
    _ look: FolderLook, onProgress: @escaping @Sendable (IngestionProgress) -> Void
  ) throws -> Bool {
    let statements = try statements()
    switch run(options(taking: statements), onProgress: onProgress) {
    case .failure(let error) where error.code == .locked:
      wait(for: error)
      return false
    case .failure(let error): throw error
    case .success(let summary):
      set(problem: nil, of: "lock")
      tell(.started(summary))
      catalogue = statements
      known = look.stamps
      remember(look)
      return true
    }
  }

  /// The options of a run that does not wait for another process.
  private func options(taking statements: Catalogue?) -> IngestionOptions {
    var changed = options
    changed.lockTimeout = 0
    changed.catalogue = statements
    return changed
  }

  private func run(
    _ options: IngestionOptions, changes: ChangeList? = nil,
    onProgress: @escaping @Sendable (IngestionProgress) -> Void = { _ in }
  ) -> Result<IngestionSummary, IndexError> {
    let tell = tell
    do throws(IndexError) {
      return .success(
        try ingest(
          options, onProgress: onProgress, onDiagnostic: { tell(.diagnostic($0)) },
          onChange: { changes?.add($0) }, isCancelled: isCancelled))
    } catch {
      return .failure(error)
    }
  }

  /// Takes in the files that have been quiet for long enough.
  func takeIn(_ look: FolderLook) {
    let ripe = pending.ripe(at: .now, removes: options.prune)
    guard !ripe.isEmpty else { return }
    let states = statementFiles.contains { ripe[$0] != nil } && readStatements()
    let found = ripe.filter { $0.value != nil && !statementFiles.contains($0.key) }
    let away = away(in: look)
    let prunes = options.prune && look.isWhole && ripe.contains { $0.value == nil }
    guard states || prunes || !found.isEmpty else {
      // What is said of files that are gone is taken back.
      _ = RunReport(unread: [], roots: [], files: []).write(besideIndexAt: options.index)
      return settle(ripe)
    }
    var scoped = options(taking: catalogue)
    scoped.paths = look.roots.filter { !away.contains($0) }.map(\.named)
    scoped.prune = prunes
    scoped.rebuild = false
    scoped.scope = IngestionScope(files: Set(found.keys), includesStatements: states)
    let changes = ChangeList()
    switch run(scoped, changes: changes) {
    case .success(let summary):
      for change in changes.all { tell(.changed(change)) }
      failures = 0
      for cause in ["lock", "index"] { set(problem: nil, of: cause) }
      if !summary.interrupted { settle(ripe) }
    case .failure(let error) where error.code == .locked:
      failures = 1
      wait(for: error)
    case .failure(let error):
      failures += 1
      set(problem: "The index was not changed: \(error.message)", of: "index")
    }
  }

  /// Reads the catalogue and the edits; what cannot be read is as it was.
  private func readStatements() -> Bool {
    do {
      catalogue = try statements()
      set(problem: nil, of: "statements")
      return true
    } catch {
      set(problem: "\(error)", of: "statements")
      return false
    }
  }

  /// Notes that files are in the index as they are.
  private func settle(_ files: [String: FileStamp?]) {
    for (path, stamp) in files { known[path] = stamp }
    pending.note(
      pending.changes.filter { files[$0.key] == nil }.mapValues(\.stamp), at: .now)
  }

  private func wait(for error: IndexError) {
    guard problems["lock"] == nil else { return }
    problems["lock"] = error.message
    tell(.waiting(error.message))
  }
}

/// The changes of a run, which are told once they are published.
private final class ChangeList: Sendable {
  private let changes = Mutex<[IngestionChange]>([])

  var all: [IngestionChange] { changes.withLock { $0 } }

  func add(_ change: IngestionChange) { changes.withLock { $0.append(change) } }
}
