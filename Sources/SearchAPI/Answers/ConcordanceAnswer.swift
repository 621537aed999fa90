// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
import Citation
import Corpus
package import PassageSearch
import QueryLanguage

/// A page of a concordance.
package struct ConcordanceAnswer: Sendable {
  /// The result of the search.
  package var concordance: Concordance
  /// The request; `nil` on the command line, where there are no further pages.
  package var request: ConcordanceRequest?
  /// The duration of the search, in milliseconds.
  package var milliseconds: Double

  /// Creates an answer.
  package init(
    _ concordance: Concordance, to request: ConcordanceRequest? = nil, milliseconds: Double
  ) {
    self.concordance = concordance
    self.request = request
    self.milliseconds = milliseconds
  }

  /// The request for the next page; `nil` if there is none.
  private var nextRequest: ConcordanceRequest? {
    guard var next = request, !concordance.lines.isEmpty else { return nil }
    next.search.offset += concordance.lines.count
    let isMore = next.search.offset < concordance.total
    return isMore && next.search.offset <= SearchLimits.offset ? next : nil
  }
}

extension ConcordanceAnswer: APIObject {
  package static let schemaName = "Concordance"
  package static let about = "The matches of a query with their context, one per line."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("query", \.concordance.query, "How the query was interpreted.")
    visitor.member(
      "total", \.concordance.total, "Number of lines in the passages that were read.",
      least: 0)
    visitor.member(
      "passages", \.concordance.passages, "Number of passages that were read.", least: 0)
    visitor.member("took_ms", \.milliseconds, "Duration of the search, in milliseconds.")
    visitor.member("revision", \.concordance.revision, "The revision of the index that answered.")
    visitor.derivedOptional("deadline", SearchAnswer.deadline) { Present($0.concordance.isCut) }
    visitor.member("lines", \.concordance.lines, "The requested page of lines, in order.")
    visitor.derived("next", "The address of the next page; null if there is none.") {
      $0.nextRequest.map { ConcordanceRequest.table.address($0, at: "/v1/concordance") }
    }
  }
}

extension ConcordanceLine: APIObject {
  package static let schemaName = "ConcordanceLine"
  package static let about = "A match with its context on both sides."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("id", "The id of the passage.") { $0.passage.id }
    visitor.member("range", \.range, "The range of the match in the passage, in code points.")
    visitor.member("left", \.left, "The text before the match.")
    visitor.member("match", \.match, "The matching words.")
    visitor.member("right", \.right, "The text after the match.")
    visitor.derived("citation", "A reference to the passage, as a note in Chicago style.") {
      citation(of: $0.passage, in: $0.work, style: .chicago)
    }
  }
}
