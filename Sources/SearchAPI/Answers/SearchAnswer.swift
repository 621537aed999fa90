// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
import IndexSchema
package import PassageSearch
import QueryLanguage

/// The answer to a search.
package struct SearchAnswer: Sendable {
  /// The results of the search.
  package var results: SearchResults
  /// The request.
  package var request: SearchRequest
  /// The duration of the search, in milliseconds.
  package var milliseconds: Double

  /// Creates an answer.
  package init(_ results: SearchResults, to request: SearchRequest, milliseconds: Double) {
    self.results = results
    self.request = request
    self.milliseconds = milliseconds
  }

  /// The request for the next page; `nil` if there is none.
  package var nextRequest: SearchRequest? {
    let next = request.offset + results.hits.count
    guard results.hits.count == request.limit, request.limit > 0, next < results.total,
      next <= SearchLimits.offset
    else { return nil }
    var request = request
    request.offset = next
    request.revision = results.revision
    return request
  }
}

extension SearchAnswer: APIObject {
  package static let schemaName = "Search"
  package static let about = "The answer to a search, all from one revision of the index."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("query", \.results.query, "How the query was interpreted.")
    visitor.derived("total", "Number of passages that match the query.") { Total($0.results) }
    visitor.member("took_ms", \.milliseconds, "Duration of the search, in milliseconds.")
    visitor.member("revision", \.results.revision, "The revision of the index that answered.")
    visitor.derivedOptional("deadline", SearchAnswer.deadline) { Present($0.results.isCut) }
    visitor.derived("passages", "The requested page of passages, the best first.") { answer in
      answer.results.hits.map { PassageAnswer($0, in: answer.request) }
    }
    visitor.derived("facets", "Counts of the values of each requested field, by name.") { answer in
      Keyed(
        Schema.fields.compactMap { field in
          answer.results.facets[field.name].map { (field.name, $0) }
        })
    }
    visitor.derived("next", "The address of the next page; null if there is none.") {
      $0.nextRequest.map { SearchRequest.table.address($0, at: "/v1/search") }
    }
  }
}

extension SearchAnswer {
  /// The number of passages that match a query.
  struct Total: APIObject {
    var value: Int
    var relation: Relation

    /// Whether a total was counted or estimated.
    enum Relation: String, CaseIterable, APIValue {
      case counted = "eq"
      case estimate
    }

    init(_ results: SearchResults) {
      value = results.total
      relation = results.totalIsEstimate ? .estimate : .counted
    }

    static let schemaName = "Total"
    static let about = "Number of passages that match a query."

    static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
    where Visitor.Object == Self {
      visitor.member("value", \.value, "The number of passages.", least: 0)
      visitor.member("relation", \.relation, "Whether the number is exact or an estimate.")
    }
  }
}

extension SearchAnswer {
  /// The description of the member `deadline` of answers.
  static let deadline: StaticString =
    "Present if the time limit cut the answer short: the total is an estimate, and passages may be missing."
}

extension FacetCount: APIObject {
  package static let schemaName = "FacetCount"
  package static let about = "The number of passages with a value of a field."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("value", \.value, "The value of the field.")
    visitor.member("passages", \.passages, "Number of matching passages with the value.")
    visitor.member("works", \.works, "Number of works those passages belong to.")
  }
}
