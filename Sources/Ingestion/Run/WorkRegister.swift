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

  /// Where a text is: a file, and what it is called in it.
  private struct Place: Hashable {
    var path: String
    var member: String?
  }

  private let byPlace: [Place: Work]
  private let byHash: [String: Work]
  private let state: Mutex<State>

  /// Creates the register of an index that holds these works.
  ///
  /// - Parameter isThere: Whether there is a file at a path.
  init(works: some Sequence<Work>, isThere: (String) -> Bool) {
    var byPlace: [Place: Work] = [:]
    var byHash: [String: Work] = [:]
    var ids: Set<String> = []
    for work in works {
      ids.insert(work.id)
      byPlace[Place(path: work.path, member: work.member)] = work
      if !isThere(work.path) { byHash[work.contentHash] = work }
    }
    self.byPlace = byPlace
    self.byHash = byHash
    state = Mutex(State(ids: ids))
  }

  /// The work that the index holds of a text, if it is the same or another state of it.
  func held(path: String, member: String?) -> Work? { byPlace[Place(path: path, member: member)] }

  /// The same, claimed: each work is given away once.
  func known(path: String, member: String?, contentHash: String) -> Work? {
    guard let work = held(path: path, member: member) ?? byHash[contentHash] else { return nil }
    return claim(work) ? work : nil
  }

  /// Says that a work stays or is replaced; `false` if that was said before.
  @discardableResult
  func claim(_ work: Work) -> Bool {
    state.withLock { $0.claimed.insert(work.id).inserted }
  }

  /// Whether a work is still there in this run.
  func isClaimed(_ id: String) -> Bool { state.withLock { $0.claimed.contains(id) } }

  /// A new id for a work.
  func newID(for metadata: Metadata, file: String) -> String {
    newID(like: workID(for: metadata, file: file), file: file)
  }

  /// A new id: the one that is wanted, if no other work has it.
  func newID(like wanted: String, file: String) -> String {
    state.withLock { state in
      let id = uniqueID(wanted, taken: { state.ids.contains($0) }, file: file)
      state.ids.insert(id)
      return id
    }
  }
}
