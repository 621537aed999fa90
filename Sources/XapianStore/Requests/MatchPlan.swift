// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

/// Which passages are wanted, in which order, and what is wanted beside them.
package struct MatchPlan: Sendable, Hashable {
  /// A slot by which passages are put in order; those without a value come last.
  package struct SortKey: Sendable, Hashable {
    /// The value slot.
    package var slot: UInt32
    /// Whether the greatest comes first.
    package var isDescending: Bool

    /// Creates a key.
    package init(slot: UInt32, isDescending: Bool = false) {
      self.slot = slot
      self.isDescending = isDescending
    }
  }

  /// Which passages match, and what they weigh.
  package var query: QueryPlan
  /// The most candidates to return.
  package var limit = 10
  /// How many matches are looked at, at least, for the total; all of them for facets.
  package var checkAtLeast = 0
  /// What comes before weight in the order; passages that are equal are in the order of their ids.
  package var sortKeys: [SortKey] = []
  /// Whether only the best passage of each work is returned.
  package var isGroupedByWork = false
  /// The fields whose values are counted.
  package var facets: [Field] = []
  /// Of how many candidates, from the first, the sequence of stems is wanted.
  package var sequenceCount = 0
  /// BM25's saturation of frequencies and its normalisation of length.
  package var k1: Double
  package var b: Double

  /// Creates a plan for the ten best passages.
  package init(_ query: QueryPlan, k1: Double = 1.2, b: Double = 0.5) {
    self.query = query
    self.k1 = k1
    self.b = b
  }
}

/// Names a passage within one snapshot; only the store can make it, and only of that snapshot is it
/// understood.
package struct PassageKey: Sendable, Hashable {
  let document: UInt32
}

/// A passage that matches.
package struct Candidate: Sendable, Hashable {
  /// The passage.
  package var key: PassageKey
  /// How many preferences of the plan it meets: those of a higher tier come first.
  package var tier: Int
  /// What it weighs within its tier.
  package var weight: Double
  /// How many other passages of its work match (at least), if grouped by work.
  package var others: Int
}

/// How many passages have a value of a field.
package struct FieldCount: Sendable, Hashable {
  /// The value slot of the field.
  package var slot: UInt32
  /// The value; empty in a slot of numbers.
  package var value: String
  /// The value, in a slot of numbers.
  package var number: Double
  /// How many passages have it.
  package var passages: Int
  /// In how many works they stand.
  package var works: Int
}

/// What a match found.
package struct MatchPage {
  /// The passages, the first first.
  package var candidates: [Candidate]
  /// The sequences of stems of the first candidates, as many as the plan asked for.
  package var sequences: Sequences
  /// The values of the fields that were to be counted, in no order.
  package var facets: [FieldCount]
  /// How many passages match: at least, by an estimate, and at most.
  package var total: (lower: Int, estimate: Int, upper: Int)
  /// Whether the deadline ended the match.
  package var isCut: Bool
}

/// Sequences of stems, lent one after another.
package struct Sequences {
  let block: ResultBlock?

  /// Calls `body` with the bytes of each sequence, in the order of the candidates.
  package func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    block?.withItems { items in
      for item in items {
        body(UnsafeRawBufferPointer(start: item.bytes.bytes, count: item.bytes.count))
      }
    }
  }
}
