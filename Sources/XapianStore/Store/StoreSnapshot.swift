// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
package import IndexSchema

/// An index that can be asked: on this machine (`LocalStore`), or wherever else.
///
/// Not `Sendable`: a store belongs to one thread at a time.
package protocol PassageStore: AnyObject {
  /// The newest state of the index; the same object as before if nothing was published since.
  func newest() throws(IndexError) -> any StoreSnapshot
  /// The newest state, opened anew: after an error that may not come again.
  func reopened() throws(IndexError) -> any StoreSnapshot
}

/// One state of an index, which never changes.
///
/// The rest of the program knows an index by these calls alone. Each takes as much as there is to
/// ask, so that few of them answer a search; the tests hold that to five.
package protocol StoreSnapshot: AnyObject {
  /// The number of the generation.
  var generation: Int { get }
  /// The state as people and programs name it: `12.1`.
  var revision: String { get }
  /// How many passages the index holds.
  var passageCount: Int { get }
  /// The names of the stemmers that made its stems.
  var stemmers: [String] { get }
  /// The vocabulary that it was built with.
  var vocabulary: Vocabulary { get }
  /// What it holds, in numbers.
  var totals: WorkTotals { get }
  /// The bytes that it takes.
  func byteCount() throws(IndexError) -> Int

  /// The answers to questions, in their order.
  func answers(
    to questions: [IndexQuestion], until deadline: Deadline
  ) throws(IndexError) -> [IndexAnswer]
  /// The passages that match.
  func match(_ plan: MatchPlan, until deadline: Deadline) throws(IndexError) -> MatchPage
  /// Passages, each with its work, in the order of the keys.
  func passages(_ keys: [PassageKey]) throws(IndexError) -> [StoredPassage]
  /// The passages of a work with these ordinals, in reading order.
  func passages(ofWork work: String, ordinals: Range<Int>) throws(IndexError) -> [Passage]
  /// The works with these ids; `nil` where there is none.
  func works(_ ids: [String]) throws(IndexError) -> [Work?]
  /// The works whose id comes after `id`, in the order of their ids, at most `limit`.
  func works(after id: String?, limit: Int) throws(IndexError) -> [Work]
  /// Which works it holds, by title and author.
  func heldWorks() throws(IndexError) -> HeldWorks
}

/// A passage as the store keeps it, with what is shown beside it.
package struct StoredPassage: Sendable {
  /// The passage, as it was written: without the works of the library that it cites.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The stems of its words in order (`Schema.Slot.sequence`).
  package var sequence: [UInt8]
}
