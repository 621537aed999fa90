// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a search adds to a passage.
package struct FoundPassage: Sendable {
  /// The weight for the query.
  package var score: Double
  /// The ranges of matching words in the passage's text, in code points.
  package var highlights: [Range<Int>]
  /// The best window of the passage.
  package var snippet: [SnippetPiece]
  /// The minimum number of further matching passages in the work; `nil` if not grouped by work.
  package var others: Int?
  /// Where the passage contains the searched quotation.
  package var match: QuotedMatch?
  /// What each part of the query adds to the score; `nil` if not requested.
  package var explanation: [ScoreShare]?

  /// Creates the search data of a passage.
  package init(
    score: Double, highlights: [Range<Int>], snippet: [SnippetPiece], others: Int? = nil,
    match: QuotedMatch? = nil, explanation: [ScoreShare]? = nil
  ) {
    self.score = score
    self.highlights = highlights
    self.snippet = snippet
    self.others = others
    self.match = match
    self.explanation = explanation
  }
}

/// A part of a snippet.
package struct SnippetPiece: Sendable, APIObject {
  /// The words.
  package var text: String
  /// Whether they match the query.
  package var match: Bool

  /// Creates a part of a snippet.
  package init(text: String, match: Bool) {
    self.text = text
    self.match = match
  }

  package static let schemaName = "SnippetPiece"
  package static let about = "A part of a snippet."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("text", \.text, "The words, as plain text.")
    visitor.member("match", \.match, "Whether they match the query.")
  }
}

/// What a part of a query adds to the score of a passage.
package struct ScoreShare: Sendable, APIObject {
  /// The part, in the query language.
  package var part: String
  /// The weight that it adds.
  package var weight: Double

  /// Creates a share.
  package init(part: String, weight: Double) {
    self.part = part
    self.weight = weight
  }

  package static let schemaName = "ScoreShare"
  package static let about = "What a part of a query adds to the score of a passage."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("part", \.part, "The part, in the query language.")
    visitor.member("weight", \.weight, "The weight that it adds.")
  }
}

/// Where a passage contains the searched quotation, and how it differs.
package struct QuotedMatch: Sendable, APIObject {
  /// How much of the quotation the passage contains, from 0 to 1.
  package var similarity: Double
  /// The range of the quotation in the passage's text, in code points.
  package var range: Range<Int>
  /// The differences, in order.
  package var differences: [Difference]

  /// Creates a match.
  package init(similarity: Double, range: Range<Int>, differences: [Difference]) {
    self.similarity = similarity
    self.range = range
    self.differences = differences
  }

  package static let schemaName = "Match"
  package static let about = "Where a passage contains a quotation, and how it differs."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "similarity", \.similarity,
      "How much of the quotation the passage contains, from 0 to 1.")
    visitor.member("range", \.range, "The part of the passage that contains it, in code points.")
    visitor.member("differences", \.differences, "The differences, in order.")
  }
}

extension QuotedMatch {
  /// A place where the words of a quotation and those of a passage differ.
  package struct Difference: Sendable, APIObject {
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

    package static let schemaName = "Difference"
    package static let about = "A place where a quotation and a passage differ."

    package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
    where Visitor.Object == Self {
      visitor.member(
        "asked", \.asked, "The words of the quotation; empty if the passage has extra words.")
      visitor.member("found", \.found, "The words of the passage; empty if they are missing.")
      visitor.member("position", \.position, "The range in the query, in code points.")
      visitor.member("range", \.range, "The range in the passage's text, in code points.")
    }
  }
}
