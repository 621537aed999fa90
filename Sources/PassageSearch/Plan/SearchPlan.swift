// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// Everything needed to run and present a search.
struct SearchPlan {
  /// The query being searched: as typed, or corrected.
  var query: ParsedQuery
  /// The corrections of misspelt words.
  var corrections: [Spelling.Correction]
  /// The plan for matching passages.
  var match: QueryPlan
  /// Ranks the best passages again by the places of their words; `nil` if not needed.
  var secondStage: SecondStage?
  /// The number of passages that the second stage ranks again.
  var depth: Int
  /// What to highlight in the passages.
  var marks: Marks
  /// The matches of quotations.
  var quotations: [QuotationMatch]
  /// The parts whose scores are explained, each with its own plan.
  var scoredParts: [ScoredPart]
  /// What was ignored, limited or interpreted differently from what was typed.
  var warnings: [QueryWarning]
}

/// Plans searches of a snapshot.
struct SearchPlanner {
  let request: SearchRequest
  let context: SearchContext
  let ranking: Ranking
  let deadline: Deadline

  /// Plans a search, asking the index for the facts needed.
  ///
  /// - Throws: `IndexError(.notFound)` if the passage to be similar to does not exist.
  func plan(_ query: ParsedQuery) throws(IndexError) -> SearchPlan {
    try Answers.settled(by: context.snapshot, until: deadline) { (answers) throws(IndexError) in
      try plan(query, answers)
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
    let plain = query.root.hasOneRow ? planner.plainWords : nil
    let depth =
      request.order == .relevance ? ranking.depth(words: plain?.words.count ?? 0) : 0
    let secondStage =
      depth == 0
      ? nil
      : plain.flatMap { plain in
        SecondStage(plain, answers, passages: context.snapshot.passageCount, ranking: ranking)
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

extension QueryNode {
  /// Whether all its plain words are ranked together, so that their order and proximity are
  /// meaningful.
  fileprivate var hasOneRow: Bool {
    switch self {
    case .words, .quotation, .group: true
    default: false
    }
  }
}
