// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// How the words of a quotation and those of a passage differ at one place.
package struct QuotationDifference: Sendable, Hashable {
  /// The words of the quotation; empty if the passage has more.
  package var asked: String
  /// The words of the passage; empty if it lacks them.
  package var found: String
  /// The code points of the query.
  package var position: Range<Int>
  /// The code points of the passage's text.
  package var range: Range<Int>

  /// Creates a difference.
  package init(asked: String, found: String, position: Range<Int>, range: Range<Int>) {
    self.asked = asked
    self.found = found
    self.position = position
    self.range = range
  }
}

/// Where a passage has a quotation, and how it differs.
package struct QuotationMatch: Sendable, Hashable {
  /// The id of the passage.
  package var passage: String
  /// How much of the quotation is there, 1 if it is there word for word.
  package var similarity: Double
  /// The code points of the passage's text that have it.
  package var range: Range<Int>
  /// The places of the words that are the same, in order.
  package var matching: [Range<Int>]
  /// Where they differ, in order.
  package var differences: [QuotationDifference]

  /// Creates a match.
  package init(
    passage: String, similarity: Double, range: Range<Int>, matching: [Range<Int>],
    differences: [QuotationDifference]
  ) {
    self.passage = passage
    self.similarity = similarity
    self.range = range
    self.matching = matching
    self.differences = differences
  }

  /// What the passage weighs for it.
  var weight: Double { 100 * similarity }

  /// The passage, weighted by how much of the quotation it has.
  var plan: QueryPlan {
    .filtered(.everything(weight: weight), by: .term(Schema.id.prefix + passage))
  }
}
