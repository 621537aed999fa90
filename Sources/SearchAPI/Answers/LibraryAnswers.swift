// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import Corpus

/// Passages requested by id.
package struct NamedPassages: Sendable, APIObject {
  /// The passages that exist.
  package var passages: [PassageAnswer]
  /// The ids without a passage.
  package var missing: [String]

  /// Creates an answer.
  package init(_ passages: [PassageAnswer], missing: [String]) {
    self.passages = passages
    self.missing = missing
  }

  package static let schemaName = "Passages"
  package static let about = "Passages requested by id."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("passages", \.passages, "The passages found, in the order of the ids.")
    visitor.member("missing", \.missing, "The ids without a passage.")
  }
}

/// A page of a work's passages.
package struct WorkPassages: Sendable, APIObject {
  /// The passages.
  package var passages: [PassageAnswer]
  /// The address of the next page; `nil` if there is none.
  package var next: String?

  /// Creates a page.
  package init(_ passages: [PassageAnswer], next: String?) {
    self.passages = passages
    self.next = next
  }

  package static let schemaName = "WorkPassages"
  package static let about = "A page of a work's passages."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("passages", \.passages, "The passages, in reading order.")
    visitor.member("next", \.next, "The address of the next page; null if there is none.")
  }
}

/// A page of works.
package struct Works: Sendable, APIObject {
  /// The works.
  package var works: [Work]
  /// The address of the next page; `nil` if there is none.
  package var next: String?

  /// Creates a page.
  package init(_ works: [Work], next: String?) {
    self.works = works
    self.next = next
  }

  package static let schemaName = "Works"
  package static let about = "A page of the works in the library."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("works", \.works, "The works, sorted by id.")
    visitor.member("next", \.next, "The address of the next page; null if there is none.")
  }
}

/// Completions of a query.
package struct Suggestions: Sendable, APIObject {
  /// The text typed so far.
  package var query: String
  /// The query with its last word completed, the most frequent first.
  package var suggestions: [String]

  /// Creates an answer.
  package init(to query: String, _ suggestions: [String]) {
    self.query = query
    self.suggestions = suggestions
  }

  package static let schemaName = "Suggestions"
  package static let about = "Completions of a query from the words of the index."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("query", \.query, "The text typed so far.")
    visitor.member(
      "suggestions", \.suggestions,
      "The query with its last word completed, the most frequent first.")
  }
}
