// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Passages
import Synchronization

/// Assigns work ids to files, with the same result on every run.
///
/// A file already in the index keeps its id even if its title changes, and so does a file that was
/// moved without being changed. Where an editor corrects author, year or title, the work gets a new id,
/// and the former one leads to it. New ids are assigned in the order of the files; an id that a work has
/// or had is not given to another.
final class WorkRegister: Sendable {
  private struct State {
    /// The ids that works have or had.
    var ids: Set<String>
    var claimed: Set<String> = []
  }

  /// The location of a text: a file, and the member within it.
  private struct Place: Hashable {
    var path: String
    var member: String?
  }

  private let byPlace: [Place: Work]
  private let byHash: [String: Work]
  /// Ids that works had which are not in the index now.
  private let reserved: Set<String>
  private let state: Mutex<State>

  /// Creates a register for the works in an index.
  ///
  /// - Parameters:
  ///   - reserved: Ids that works had which are not in the index now.
  ///   - fileExists: Whether a file exists at a path.
  init(works: some Sequence<Work>, reserved: [String] = [], fileExists: (String) -> Bool) {
    var byPlace: [Place: Work] = [:]
    var byHash: [String: Work] = [:]
    var ids: Set<String> = []
    for work in works {
      ids.insert(work.id)
      ids.formUnion(work.formerIDs)
      byPlace[Place(path: work.path, member: work.member)] = work
      if !fileExists(work.path) { byHash[work.contentHash] = work }
    }
    self.reserved = Set(reserved)
    self.byPlace = byPlace
    self.byHash = byHash
    state = Mutex(State(ids: ids))
  }

  /// The indexed work from this file and member; `nil` if there is none.
  func held(path: String, member: String?) -> Work? { byPlace[Place(path: path, member: member)] }

  /// The indexed work, found by location or contents and claimed; `nil` if already claimed.
  func known(path: String, member: String?, contentHash: String) -> Work? {
    guard let work = held(path: path, member: member) ?? byHash[contentHash] else { return nil }
    return claim(work) ? work : nil
  }

  /// Marks a work as kept or replaced; false if it already was.
  @discardableResult
  func claim(_ work: Work) -> Bool {
    state.withLock { $0.claimed.insert(work.id).inserted }
  }

  /// Whether a work has been kept or replaced in this run.
  func isClaimed(_ id: String) -> Bool { state.withLock { $0.claimed.contains(id) } }

  /// A new id for a work with this metadata.
  ///
  /// - Parameter own: Ids that the work may have because it had them.
  func newID(for metadata: Metadata, file: String, own: [String] = []) -> String {
    newID(like: workID(for: metadata, file: file), file: file, own: own)
  }

  /// A new id: the one wanted, made unique if another work has it.
  func newID(like wanted: String, file: String, own: [String] = []) -> String {
    state.withLock { state in
      let id = uniqueID(
        wanted,
        taken: { !own.contains($0) && (state.ids.contains($0) || reserved.contains($0)) },
        file: file)
      state.ids.insert(id)
      return id
    }
  }

  /// Those of the ids that no other work has or had, which from now on lead to the work.
  ///
  /// - Parameter own: Ids that are known to be those of the work.
  func reserve(_ former: [String], own: [String]) -> [String] {
    state.withLock { state in
      former.filter { own.contains($0) || state.ids.insert($0).inserted }
    }
  }
}
