// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

/// What to match and weigh, how to sort it, and what else to return.
package struct MatchPlan: Sendable, Hashable {
  /// A slot to sort passages by; those without a value come last.
  package struct SortKey: Sendable, Hashable {
    /// The value slot.
    package var slot: UInt32
    /// Whether the largest value comes first.
    package var isDescending: Bool

    /// Creates a key.
    package init(slot: UInt32, isDescending: Bool = false) {
      self.slot = slot
      self.isDescending = isDescending
    }
  }

  /// What passages must match, and their weights.
  package var query: QueryPlan
  /// The maximum number of candidates.
  package var limit = 10
  /// The minimum number of matches examined for the total; all of them for facets.
  package var checkAtLeast = 0
  /// The sort keys that precede weight.
  package var sortKeys: [SortKey] = []
  /// Whether passages with equal scores are sorted by work and place; otherwise their order is
  /// arbitrary, which suffices if they are ranked again.
  package var ordersTies = true
  /// Whether only the best passage of each work is returned.
  package var isGroupedByWork = false
  /// The fields whose values are counted.
  package var facets: [Field] = []
  /// The number of candidates, from the first, whose stem sequences are returned.
  package var sequenceCount = 0
  /// BM25's saturation of term frequencies and its length normalisation.
  package var k1: Double
  package var b: Double

  /// Creates a plan for the ten best passages.
  package init(_ query: QueryPlan, k1: Double = 1.2, b: Double = 0.5) {
    self.query = query
    self.k1 = k1
    self.b = b
  }
}

/// Identifies a passage within one snapshot; created only by the store, and valid only for that
/// snapshot.
package struct PassageKey: Sendable, Hashable {
  let document: UInt32
}

/// A matching passage.
package struct Candidate: Sendable, Hashable {
  /// The passage.
  package var key: PassageKey
  /// The number of the plan's preferences that it satisfies; higher tiers come first.
  package var tier: Int
  /// The weight within the tier.
  package var weight: Double
  /// The minimum number of further matching passages in the work, if grouped by work.
  package var others: Int
}

/// The number of passages with a value of a field.
package struct FieldCount: Sendable, Hashable {
  /// The value slot of the field.
  package var slot: UInt32
  /// The value; empty in a numeric slot.
  package var value: String
  /// The value in a numeric slot.
  package var number: Double
  /// The number of passages with the value.
  package var passages: Int
  /// The number of works those passages belong to.
  package var works: Int
}

/// The result of a match.
package struct MatchPage {
  /// The passages in order.
  package var candidates: [Candidate]
  /// The stem sequences of the first candidates, as many as the plan requested.
  package var sequences: Sequences
  /// The counted values, in no particular order.
  package var facets: [FieldCount]
  /// The number of matching passages: lower bound, estimate and upper bound.
  package var total: (lower: Int, estimate: Int, upper: Int)
  /// Whether the deadline ended the match early.
  package var isCut: Bool
}

/// Sequences of stems, as bytes lent by the store.
package struct Sequences {
  let block: ResultBlock?

  /// Calls `body` with the bytes of the sequences, in the order of the candidates.
  package func withBytes<Result>(_ body: ([UnsafeRawBufferPointer]) -> Result) -> Result {
    guard let block else { return body([]) }
    return block.withItems { items in
      body(items.map { UnsafeRawBufferPointer(start: $0.bytes.bytes, count: $0.bytes.count) })
    }
  }
}
