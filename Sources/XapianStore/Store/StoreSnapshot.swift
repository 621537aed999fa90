// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
package import IndexSchema
package import People

/// An index that can be queried, local (`LocalStore`) or elsewhere.
///
/// Not `Sendable`: a store must be used by one thread at a time.
package protocol PassageStore: AnyObject {
  /// The newest state of the index; the same object as before if nothing has been published since.
  func newest() throws(IndexError) -> any StoreSnapshot
  /// The newest state, reopened after an error that may be temporary.
  func reopened() throws(IndexError) -> any StoreSnapshot
}

/// An immutable state of an index.
///
/// The rest of the program accesses an index only through these calls. Each accepts many requests
/// at once, so that a search needs few calls; tests limit them to five.
package protocol StoreSnapshot: AnyObject {
  /// The number of the generation.
  var generation: Int { get }
  /// The state as shown to people and programs: `12.1`.
  var revision: String { get }
  /// The number of passages in the index.
  var passageCount: Int { get }
  /// The names of the stemmers used for the index.
  var stemmers: [String] { get }
  /// The vocabulary that the index was built with.
  var vocabulary: Vocabulary { get }
  /// The totals over all works.
  var totals: WorkTotals { get }
  /// The size of the index in bytes.
  func byteCount() throws(IndexError) -> Int

  /// The answers to questions, in the same order.
  func answers(
    to questions: [IndexQuestion], until deadline: Deadline
  ) throws(IndexError) -> [IndexAnswer]
  /// The passages that match a plan; speakers are counted by person, under the preferred form.
  func match(_ plan: MatchPlan, until deadline: Deadline) throws(IndexError) -> MatchPage
  /// Passages with their works, in the order of the keys.
  ///
  /// - Parameter sequences: Whether to include their stem sequences, which are empty otherwise.
  func passages(
    _ keys: [PassageKey], withSequences sequences: Bool
  ) throws(IndexError) -> [StoredPassage]
  /// The passages of a work with these ordinals, in reading order.
  func passages(ofWork work: String, ordinals: Range<Int>) throws(IndexError) -> [Passage]
  /// The works with these ids; `nil` for those that do not exist.
  func works(_ ids: [String]) throws(IndexError) -> [Work?]
  /// The present id of the work that had an id before its facts were corrected; `nil` if none had.
  func id(ofWorkFormerly id: String) -> String?
  /// At most `limit` works whose ids come after `id`, sorted by id.
  func works(after id: String?, limit: Int) throws(IndexError) -> [Work]
  /// What the passages of a work say of it; `nil` if there is no such work.
  func details(ofWork id: String) throws(IndexError) -> WorkDetails?
  /// The works of the index by title and author, to recognise cited ones.
  func heldWorks() throws(IndexError) -> HeldWorks
  /// The people in the works of the index.
  func people() throws(IndexError) -> PeopleTable
}

/// A stored passage with its work and stem sequence.
package struct StoredPassage: Sendable {
  /// The passage as stored, without the ids of the library works that it cites.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The stems of its words in order (`Schema.Slot.sequence`).
  package var sequence: [UInt8]
}
