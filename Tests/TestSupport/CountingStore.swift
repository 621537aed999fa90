// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
package import IndexSchema
import People
package import XapianStore

/// A store that counts how often it is called for an answer; works that are read by themselves count,
/// numbers that a snapshot has at hand do not.
package final class CountingStore: PassageStore {
  private let store: any PassageStore
  private var snapshot: CountingSnapshot?

  /// Creates a counter around a store.
  package init(_ store: any PassageStore) { self.store = store }

  /// The names of the calls since `reset`.
  package var calls: [String] { snapshot?.calls ?? [] }

  /// Forgets the calls so far.
  package func reset() { snapshot?.calls = [] }

  package func newest() throws(IndexError) -> any StoreSnapshot {
    counted(try store.newest())
  }

  package func reopened() throws(IndexError) -> any StoreSnapshot {
    counted(try store.reopened())
  }

  private func counted(_ inner: any StoreSnapshot) -> any StoreSnapshot {
    if let snapshot, snapshot.inner === inner { return snapshot }
    let snapshot = CountingSnapshot(inner)
    self.snapshot = snapshot
    return snapshot
  }
}

private final class CountingSnapshot: StoreSnapshot {
  let inner: any StoreSnapshot
  var calls: [String] = []

  init(_ inner: any StoreSnapshot) { self.inner = inner }

  var generation: Int { inner.generation }
  var revision: String { inner.revision }
  var passageCount: Int { inner.passageCount }
  var stemmers: [String] { inner.stemmers }
  var vocabulary: Vocabulary { inner.vocabulary }
  var totals: WorkTotals { inner.totals }
  func byteCount() throws(IndexError) -> Int { try inner.byteCount() }

  func answers(
    to questions: [IndexQuestion], until deadline: Deadline
  ) throws(IndexError) -> [IndexAnswer] {
    calls.append("answers")
    return try inner.answers(to: questions, until: deadline)
  }

  func match(_ plan: MatchPlan, until deadline: Deadline) throws(IndexError) -> MatchPage {
    calls.append("match")
    return try inner.match(plan, until: deadline)
  }

  func passages(
    _ keys: [PassageKey], withSequences: Bool
  ) throws(IndexError) -> [StoredPassage] {
    calls.append("passages")
    return try inner.passages(keys, withSequences: withSequences)
  }

  func passages(ofWork work: String, ordinals: Range<Int>) throws(IndexError) -> [Passage] {
    calls.append("passages of a work")
    return try inner.passages(ofWork: work, ordinals: ordinals)
  }

  func works(_ ids: [String]) throws(IndexError) -> [Work?] {
    calls.append("works")
    return try inner.works(ids)
  }

  func works(after id: String?, limit: Int) throws(IndexError) -> [Work] {
    calls.append("works after")
    return try inner.works(after: id, limit: limit)
  }

  func id(ofWorkFormerly id: String) -> String? { inner.id(ofWorkFormerly: id) }

  func details(ofWork id: String) throws(IndexError) -> WorkDetails? {
    calls.append("details")
    return try inner.details(ofWork: id)
  }

  func heldWorks() throws(IndexError) -> HeldWorks { try inner.heldWorks() }

  func people() throws(IndexError) -> PeopleTable { try inner.people() }
}
