// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import IndexSchema
import PassageSearch
import SearchAPI

/// How the results of a search are chosen and shown.
struct ResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What comes first: \(Self.words(Self.orders)); with --kwic \(Self.words(Self.lineOrders))."),
    completion: .list(orders + lineOrders.filter { !orders.contains($0) }))
  var sort: String?
  @Option(help: .parameter("facets")) var facets: String?
  @Flag(help: .parameter("group")) var groupByWork = false
  @Option(help: .parameter("snippet")) var snippet = SearchRequest.blank.snippetLength
  @Flag(help: "Each match in a line, between its neighbours: a concordance.") var kwic = false
  @Option(help: .parameter("like")) var like: String?
  @Flag(help: .parameter("explain")) var explain = false

  private static let orders = SearchRequest.table["sort"].choices
  private static let lineOrders = ConcordanceRequest.table["sort"].choices

  private static func words(_ words: [String]) -> String {
    (words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""))
  }

  func validate() throws {
    if kwic, like != nil { throw ValidationError("Either --kwic or --like.") }
    if kwic, explain { throw ValidationError("Either --kwic or --explain.") }
    if let sort, !(kwic ? Self.lineOrders : Self.orders).contains(sort) {
      let isOfOther = (kwic ? Self.orders : Self.lineOrders).contains(sort)
      throw ValidationError(
        isOfOther
          ? "--sort \(sort) is for \(kwic ? "passages" : "--kwic") only."
          : "--sort is \(Self.words(kwic ? Self.lineOrders : Self.orders)).")
    }
  }

  /// What is asked, as parameters of the API; the order of lines is apart.
  var parameters: Parameters {
    var parameters: Parameters = [("snippet", String(snippet))]
    if let facets { parameters.append(("facets", facets)) }
    if groupByWork { parameters.append(("group", "work")) }
    if let sort, !kwic { parameters.append(("sort", sort)) }
    if let like { parameters.append(("like", like)) }
    if explain { parameters.append(("explain", "true")) }
    return parameters
  }

  /// The order of the lines of a concordance.
  func concordanceOrder() throws(IndexError) -> ConcordanceOrder {
    try ConcordanceRequest.table.request(sort.map { [("sort", $0)] } ?? []).order
  }
}
