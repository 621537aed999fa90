// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import QueryLanguage

extension InterpretedQuery: APIObject {
  package static let schemaName = "InterpretedQuery"
  package static let about = "How a query was interpreted."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("text", \.text, "The query as typed.")
    visitor.member("interpreted", \.interpreted, "The query as searched.")
    visitor.member(
      "suggestion", \.suggestion, "A corrected query, if a word is not in the index.")
    visitor.member("warnings", \.warnings, "What was ignored, limited or interpreted differently.")
  }
}

extension QueryWarning: APIObject {
  package static let schemaName = "Warning"
  package static let about =
    "A part of a query that was ignored, limited or interpreted differently."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("code", \.code, "A stable name for programs.")
    visitor.member("message", \.message, "A sentence for a person.")
    visitor.member("position", \.position, "The range in the query, in code points.")
  }
}
