// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import PassageSearch

/// What comes first among the results, or among the lines of a concordance.
enum ResultOrder: String, ExpressibleByArgument, CaseIterable {
  case relevance, year, newest, place, left, right, match
}

/// How the results of a search are chosen and shown.
struct ResultOptions: ParsableArguments {
  @Option(
    help: "relevance, year, newest or place; of a concordance right, left, match, relevance, place."
  )
  var sort: ResultOrder?
  @Flag(help: "Each match in a line, between its neighbours: a concordance.") var kwic = false
  @Option(help: "Passages that are like the one with this id.") var like: String?
  @Flag(help: "Say what each part of the query adds to a score.") var explain = false

  func validate() throws {
    if kwic, like != nil { throw ValidationError("Either --kwic or --like.") }
    if kwic, explain { throw ValidationError("Either --kwic or --explain.") }
    if kwic ? concordanceOrder == nil : searchOrder == nil {
      throw ValidationError(
        "--sort \(sort?.rawValue ?? "") is for \(kwic ? "passages" : "--kwic") only.")
    }
  }

  /// The order of passages; `nil` if the one named is not one.
  var searchOrder: SearchOrder? { sort.map { SearchOrder(rawValue: $0.rawValue) } ?? .relevance }

  /// The order of lines; `nil` if the one named is not one.
  var concordanceOrder: ConcordanceOrder? {
    sort.map { ConcordanceOrder(rawValue: $0.rawValue) } ?? .right
  }
}
