// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// A place where the words of a quotation and those of a passage differ.
package struct QuotationDifference: Sendable, Hashable {
  /// The words of the quotation; empty if the passage adds words.
  package var asked: String
  /// The words of the passage; empty if the passage omits words.
  package var found: String
  /// The range in the query, in code points.
  package var position: Range<Int>
  /// The range in the passage's text, in code points.
  package var range: Range<Int>

  /// Creates a difference.
  package init(asked: String, found: String, position: Range<Int>, range: Range<Int>) {
    self.asked = asked
    self.found = found
    self.position = position
    self.range = range
  }
}

/// Where a passage contains a quotation, and how it differs.
package struct QuotationMatch: Sendable, Hashable {
  /// The id of the passage.
  package var passage: String
  /// How much of the quotation the passage contains; 1 if verbatim.
  package var similarity: Double
  /// The range of the quotation in the passage's text, in code points.
  package var range: Range<Int>
  /// The places of the equal words, in order.
  package var matching: [Range<Int>]
  /// The places where the words differ, in order.
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

  /// The weight of the passage for the quotation.
  var weight: Double { 100 * similarity }

  /// Matches the passage, weighted by its similarity.
  var plan: QueryPlan {
    .filtered(.everything(weight: weight), by: .term(Schema.id.prefix + passage))
  }
}
