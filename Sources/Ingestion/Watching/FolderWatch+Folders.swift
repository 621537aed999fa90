// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension FolderWatch {
  /// Notes which files differ from what was taken in.
  func note(_ look: FolderLook) {
    let away = away(in: look)
    for root in look.roots {
      var problem: String?
      if away.contains(root) {
        let state = root.resolved == nil ? "not there" : "empty and not the folder that it was"
        problem = "\(root.named) is \(state); nothing of it is removed."
      }
      set(problem: problem, of: root.named)
    }
    set(
      problem: look.isWhole ? nil : "Some folders cannot be read; nothing is removed meanwhile.",
      of: "folders")
    let isAway = away.compactMap { roots[$0.named]?.resolved }
    var differences: [String: FileStamp?] = [:]
    for (path, stamp) in look.stamps where known[path] != stamp { differences[path] = stamp }
    // What lies in a folder that cannot be read is not gone.
    for path in known.keys where look.isWhole && look.stamps[path] == nil {
      if !Discovery.isBelow(isAway, path) { differences.updateValue(nil, forKey: path) }
    }
    pending.note(differences, at: .now)
    remember(look)
  }

  /// The folders that are not there now, or of which only the mount point is left.
  func away(in look: FolderLook) -> [FolderLook.Root] {
    look.roots.filter { root in
      guard root.resolved != nil else { return true }
      return root.isEmpty && roots[root.named].map { $0.place != root.place } ?? false
    }
  }

  /// Notes where the folders are as long as they have files.
  func remember(_ look: FolderLook) {
    for root in look.roots where root.resolved != nil && !root.isEmpty { roots[root.named] = root }
  }

  /// The folders with what is wrong with each, for the report.
  func described(_ look: FolderLook) -> [(path: String, problem: String?)] {
    let general = problems.filter { cause, _ in !look.roots.contains { $0.named == cause } }
      .sorted { $0.key < $1.key }.map(\.value)
    return look.roots.map { root in
      let all = (problems[root.named].map { [$0] } ?? []) + general
      return (
        root.resolved ?? roots[root.named]?.resolved ?? root.named,
        all.isEmpty ? nil : all.joined(separator: " ")
      )
    }
  }
}
