// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// All that is to be known to answer a search but what the store will find.
struct SearchPlan {
  /// The query that is searched: as typed, or with corrections.
  var query: ParsedQuery
  /// What was corrected.
  var corrections: [Spelling.Correction]
  /// Which passages match.
  var match: QueryPlan
  /// Ranks the best passages again by where their words stand; `nil` if that is not to be done.
  var secondStage: SecondStage?
  /// How many passages it ranks again.
  var depth: Int
  /// What is marked in the passages.
  var marks: Marks
  /// Where quotations were found.
  var quotations: [QuotationMatch]
  /// The parts whose scores are to be told, each with the passages that it finds.
  var scoredParts: [ScoredPart]
  /// What was ignored, bounded or understood otherwise than typed.
  var warnings: [QueryWarning]
}

/// Plans searches of one snapshot.
struct SearchPlanner {
  let request: SearchRequest
  let context: SearchContext
  let ranking: Ranking
  let deadline: Deadline

  /// Plans a search; asks the index what has to be known for it.
  ///
  /// - Throws: `IndexError(.notFound)` if there is no passage to be like.
  func plan(_ query: ParsedQuery) throws(IndexError) -> SearchPlan {
    let answers = Answers()
    while true {
      let plan = try plan(query, answers)
      guard try answers.fetch(from: context.snapshot, until: deadline) else { return plan }
    }
  }

  private func plan(_ typed: ParsedQuery, _ answers: Answers) throws(IndexError) -> SearchPlan {
    let corrections =
      ranking.correctsSpelling
      ? try Spelling(context: context, answers: answers).corrections(of: typed.words) : []
    var query = typed.corrected(by: corrections)
    if let like = request.like {
      query = try Likeness(context: context, answers: answers).query(like: like, query)
    }
    var planner = QueryPlanner(
      context, answers, ranking: ranking, until: deadline,
      needsAllParts: request.order != .relevance)
    let match = try planner.plan(query)
    let warnings = planner.warnings
    let words = query.rankedWords
    let depth = request.order == .relevance ? ranking.depth(words: words.count) : 0
    var secondStage: SecondStage?
    if depth > 0 {
      let plain = try PlainWords(words, in: context, ranking: ranking)
      secondStage = SecondStage(
        plain, answers, passages: context.snapshot.passageCount, ranking: ranking)
    }
    return SearchPlan(
      query: query,
      corrections: corrections,
      match: match,
      secondStage: secondStage,
      depth: depth,
      marks: try Marks(query.root, &planner),
      quotations: planner.quotations,
      scoredParts: request.explains ? try ScoredPart.parts(of: query.root, planner) : [],
      warnings: query.warnings + warnings
    )
  }
}

extension ParsedQuery {
  /// The words that the second stage ranks by.
  fileprivate var rankedWords: [Token] {
    switch root {
    case .words, .quotation: root.plainWords.map(\.token)
    case .group(let group): group.words.map(\.token)
    default: []
    }
  }
}
