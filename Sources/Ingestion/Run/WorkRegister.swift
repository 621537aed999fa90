// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Passages
import Synchronization

/// Gives each file the id of its work, the same on every run.
///
/// A file that the index knows keeps its id, whatever its title is now. A file that has moved and
/// is otherwise unchanged keeps it too. New ids are given in the order of the files.
final class WorkRegister: Sendable {
  private struct State {
    var ids: Set<String>
    var claimed: Set<String> = []
  }

  private let byPath: [String: Work]
  private let byHash: [String: Work]
  private let state: Mutex<State>

  /// Creates the register of an index that holds these works.
  ///
  /// - Parameter isThere: Whether there is a file at a path.
  init(works: some Sequence<Work>, isThere: (String) -> Bool) {
    var byPath: [String: Work] = [:]
    var byHash: [String: Work] = [:]
    var ids: Set<String> = []
    for work in works {
      ids.insert(work.id)
      byPath[work.path] = work
      if !isThere(work.path) { byHash[work.contentHash] = work }
    }
    self.byPath = byPath
    self.byHash = byHash
    state = Mutex(State(ids: ids))
  }

  /// The work that the index holds of a file; each is given away once.
  func known(path: String, contentHash: String) -> Work? {
    guard let work = byPath[path] ?? byHash[contentHash] else { return nil }
    let isFirst = state.withLock { $0.claimed.insert(work.id).inserted }
    return isFirst ? work : nil
  }

  /// A new id for a work.
  func newID(for metadata: Metadata, file: String) -> String {
    let wanted = workID(for: metadata, file: file)
    return state.withLock { state in
      let id = uniqueID(wanted, taken: { state.ids.contains($0) }, file: file)
      state.ids.insert(id)
      return id
    }
  }
}
