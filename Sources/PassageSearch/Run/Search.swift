// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import QueryLanguage
import XapianStore

/// One search of one snapshot: plan, match, rank, present.
struct Search {
  /// How many passages are looked at so that small totals are exact.
  private static let exactTotal = 200
  /// How many are where libxapian guesses badly, words that must stand together.
  private static let exactTotalOfHard = 2_500
  /// How long after the deadline what was found is still made ready to be shown.
  private static let grace = Duration.milliseconds(80)

  let request: SearchRequest
  let context: SearchContext
  let ranking: Ranking
  let deadline: Deadline

  /// The answer to a query.
  func results(_ query: ParsedQuery) throws(IndexError) -> SearchResults {
    let plan = try plan(query)
    let facets = Facets(request.facets)
    let found = try context.snapshot.match(matchPlan(plan, facets), until: deadline)
    let page = Array(ranked(found, plan).dropFirst(request.offset).prefix(request.limit))
    var hits = try hits(page, plan)
    if request.explains { try explain(&hits, page, plan) }
    return SearchResults(
      query: plan.query.account(
        of: request.query, plan.corrections, warnings: warnings(plan, found)),
      total: found.total.estimate,
      totalIsEstimate: found.total.lower != found.total.upper || deadline.hasCut,
      hits: hits,
      facets: facets.counts(in: found.facets),
      revision: context.snapshot.revision,
      isCut: deadline.hasCut
    )
  }

  /// The passages that answer a query, with their scores, and nothing of what a page shows.
  func ranked(_ query: ParsedQuery) throws(IndexError) -> [(passage: Passage, score: Double)] {
    let plan = try plan(query)
    let found = try context.snapshot.match(matchPlan(plan, Facets([])), until: deadline)
    let page = ranked(found, plan).dropFirst(request.offset).prefix(request.limit)
    let passages = try context.snapshot.passages(page.map(\.key))
    return zip(page, passages).map { ($1.passage, $0.orderedScore) }
  }

  private func plan(_ query: ParsedQuery) throws(IndexError) -> SearchPlan {
    try SearchPlanner(request: request, context: context, ranking: ranking, deadline: deadline)
      .plan(query)
  }

  // MARK: Match

  /// As many passages as the page or the second stage needs, the best first.
  private func matchPlan(_ plan: SearchPlan, _ facets: Facets) -> MatchPlan {
    var match = MatchPlan(plan.match, k1: ranking.k1, b: ranking.b)
    let end = request.offset + request.limit
    match.limit = plan.depth > 0 ? max(end, plan.depth) : end
    match.checkAtLeast =
      end + (plan.match.isHardToCount ? Self.exactTotalOfHard : Self.exactTotal)
    match.sortKeys = request.order.keys
    match.facets = facets.fields
    match.isGroupedByWork = request.groupByWork
    // Facets count every passage that matches, so every one has to be looked at.
    if !facets.isEmpty || request.groupByWork { match.checkAtLeast = .max }
    if plan.secondStage != nil, request.limit > 0 { match.sequenceCount = plan.depth }
    return match
  }

  // MARK: Rank

  /// The candidates, ranked again where the query has words that may stand together.
  private func ranked(_ found: MatchPage, _ plan: SearchPlan) -> [RankedCandidate] {
    var ranked = found.candidates.map { RankedCandidate($0) }
    guard plan.depth > 0 else { return ranked }
    let depth = min(plan.depth, ranked.count)
    if request.limit > 0, let bonuses = plan.secondStage?.bonuses(for: found.sequences) {
      for (index, bonus) in bonuses.enumerated() { ranked[index].nearness = bonus }
    }
    let order = (0..<depth).sorted { one, other in
      let (first, second) = (ranked[one], ranked[other])
      return (second.tier, second.score, one) < (first.tier, first.score, other)
    }
    return order.map { ranked[$0] } + ranked[depth...]
  }

  // MARK: Present

  private func hits(_ page: [RankedCandidate], _ plan: SearchPlan) throws(IndexError) -> [Hit] {
    let stored = try context.snapshot.passages(page.map(\.key))
    var highlighter = Highlighter(plan.marks, context)
    var hits: [Hit] = []
    for (ranked, stored) in zip(page, stored) {
      let passage = try context.completed(stored.passage)
      // What was found is shown, if need be without its marks.
      let highlights =
        deadline.cuts(grace: Self.grace)
        ? [] : try highlighter.highlights(in: passage, sequence: stored.sequence)
      hits.append(
        Hit(
          passage: passage,
          work: stored.work,
          score: ranked.score,
          highlights: highlights.merged,
          snippet: Snippet.parts(
            of: passage.text,
            highlights: highlights,
            length: request.snippetLength,
            weights: plan.marks.weights
          ),
          others: ranked.others,
          quotation: plan.quotations.first { $0.passage == passage.id }
        ))
    }
    return hits
  }

  private func explain(
    _ hits: inout [Hit], _ page: [RankedCandidate], _ plan: SearchPlan
  ) throws(IndexError) {
    let explanation = try Explanation(
      plan, of: hits.map(\.passage.id), page.map(\.key), ranking, context.snapshot, deadline)
    for (index, ranked) in page.enumerated() {
      hits[index].explanation = explanation.parts(of: hits[index], ranked)
    }
  }

  private func warnings(_ plan: SearchPlan, _ found: MatchPage) -> [QueryWarning] {
    var warnings = plan.warnings
    // Pages of one search belong to one revision; another may have other passages on them.
    if let revision = request.revision, revision != context.snapshot.revision {
      warnings.append(
        QueryWarning(
          code: "revision-changed",
          message: "The index has changed since the page before; passages may be missing or come "
            + "twice. Begin again at the first page."
        ))
    }
    if found.total.upper == 0, !deadline.hasCut {
      warnings += plan.query.root.phrases.map(QueryWarning.nowhere)
    }
    return warnings + deadline.warnings
  }
}

/// A candidate on its way to the page.
struct RankedCandidate {
  /// The passage.
  let key: PassageKey
  /// How many preferences of the query it meets.
  let tier: Int
  /// How many other passages of its work answer, if grouped by work.
  let others: Int
  /// What it weighs by the first stage.
  private let weight: Double
  /// What the second stage gives for words in order and near each other.
  var nearness = 0.0

  init(_ candidate: Candidate) {
    key = candidate.key
    tier = candidate.tier
    others = candidate.others
    weight = candidate.weight
  }

  /// Its score within its tier.
  var score: Double { weight + nearness }
  /// A score that falls in the order of the candidates, whatever their tiers.
  var orderedScore: Double { Double(tier) * 10_000 + score }
}

extension SearchOrder {
  /// What comes before weight in the order.
  fileprivate var keys: [MatchPlan.SortKey] {
    switch self {
    case .relevance: []
    case .year: [MatchPlan.SortKey(slot: Schema.Slot.year)]
    case .newest: [MatchPlan.SortKey(slot: Schema.Slot.year, isDescending: true)]
    case .place:
      [Schema.Slot.work, Schema.Slot.ordinal].map { MatchPlan.SortKey(slot: $0) }
    }
  }
}

extension QueryWarning {
  /// Says of a query that finds nothing that a phrase stands nowhere, and how to find its words.
  static func nowhere(_ phrase: Phrase) -> QueryWarning {
    QueryWarning(
      code: "phrase-not-found",
      message: "Nothing has the phrase as it stands; without quotation marks its words are found, "
        + "and their spelling is corrected.",
      position: phrase.range)
  }
}

extension Deadline {
  /// What is said of an answer that it has cut.
  var warnings: [QueryWarning] {
    guard hasCut else { return [] }
    return [
      QueryWarning(
        code: "deadline",
        message: "The search was ended at its time limit; what it had found by then is shown.")
    ]
  }
}
