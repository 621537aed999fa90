// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import PassageSearch
import QueryLanguage
import SearchAPI
import XapianStore

extension Tool {
  /// Finds passages.
  static let search = Tool(
    "search", "Search the library",
    """
    Finds passages in the user's library of texts, with their sources. Use it before you quote, \
    attribute or date anything, and to check a quotation: give its words, and `match` says how the \
    passage differs. In a query, words may come in any form; "…" is a phrase, word* a beginning, \
    a NEAR/5 b words near each other, -word excludes, author:name and year:1917..1921 restrict. \
    \(Guidance.quoting)
    """,
    [ToolParameter(SearchRequest.table["q"])]
      + [
        Schema.author, Schema.title, Schema.work, Schema.year, Schema.language, Schema.speaker,
        Schema.cites, Schema.kind,
      ].map { ToolParameter(SearchRequest.table[$0.name], of: $0) } + [
        ToolParameter(SearchRequest.table["limit"], only: .integer(1...20)),
        ToolParameter(SearchRequest.table["offset"]),
      ]
  ) { (arguments, searcher) throws(IndexError) in
    let request = try SearchRequest.table.request(
      arguments.values.map { ($0.name == "query" ? "q" : $0.name, $0.value) })
    let results = try searcher.search(request, until: Deadline(.seconds(Deadline.usualSeconds)))
    var passages: [QuotablePassage] = []
    for hit in results.hits {
      var answer = PassageAnswer(hit, in: request)
      answer.place = try searcher.linkedPlace(of: hit.passage, in: hit.work)
      passages.append(QuotablePassage(answer))
    }
    let next = SearchAnswer(results, to: request, milliseconds: 0).nextRequest?.offset
    return FoundPassages(results, passages, offset: request.offset, next: next)
  }
}

/// The answer of the tool `search`.
struct FoundPassages: ToolAnswer {
  private var results: SearchResults
  private var passages: [QuotablePassage]
  private var offset: Int
  private var next: Int?

  init(_ results: SearchResults, _ passages: [QuotablePassage], offset: Int, next: Int?) {
    self.results = results
    self.passages = passages
    self.offset = offset
    self.next = next
  }

  static let schemaName = "FoundPassages"
  static let about = "Passages that match a query, the best first."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("query", \.results.query, "How the query was interpreted.")
    visitor.member("total", \.results.total, "Number of passages that match.", least: 0)
    visitor.member("estimated", \.results.totalIsEstimate, "Whether the number is an estimate.")
    visitor.member(
      "incomplete", \.results.isCut, "Whether the time limit cut the search short.")
    visitor.member("passages", \.passages, "The passages, the best first.")
    visitor.member("next_offset", \.next, "The offset of the next page; null if there is none.")
  }

  var readable: String {
    var lines: [String] = []
    let total = (results.totalIsEstimate ? "about " : "") + "\(results.total)"
    switch passages.count {
    case 0 where results.total == 0: lines.append("Nothing found.")
    case 0: lines.append("There are only \(total) passages.")
    default:
      lines.append("Passages \(offset + 1) to \(offset + passages.count) of \(total).")
    }
    if results.isCut { lines.append("The time limit cut the search short.") }
    lines += results.query.warnings.map { "Note: \($0.message)" }
    if let suggestion = results.query.suggestion { lines.append("Did you mean: \(suggestion)") }
    for (number, passage) in passages.enumerated() {
      lines += ["", "\(offset + number + 1). \(passage.readable)"]
    }
    if let next { lines += ["", "The next page has the offset \(next)."] }
    return lines.joined(separator: "\n")
  }
}
