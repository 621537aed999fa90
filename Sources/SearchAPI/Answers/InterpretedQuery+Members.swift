// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import PassageIndex

extension InterpretedQuery: APIObject {
  package static let schemaName = "InterpretedQuery"
  package static let about = "What became of a query."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("text", \.text, "The query as typed.")
    visitor.member("interpreted", \.interpreted, "The query as it was searched.")
    visitor.member(
      "suggestion", \.suggestion, "Another query, if a word of this one is not in the index.")
    visitor.member("warnings", \.warnings, "What was ignored, bounded or understood otherwise.")
  }
}

extension QueryWarning: APIObject {
  package static let schemaName = "Warning"
  package static let about =
    "Something about a query that was ignored, bounded or understood otherwise than typed."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("code", \.code, "A stable name for programs.")
    visitor.member("message", \.message, "A sentence for a person.")
    visitor.member("position", \.position, "The code points of the query that it is about.")
  }
}
