// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import QueryLanguage
import XapianStore

/// A search of one snapshot in four steps: plan, match, rank, present.
struct Search {
  /// The minimum number of passages examined, so that small totals are exact.
  private static let exactTotal = 200
  /// The same for words that must be adjacent, where libxapian's estimates are poor.
  private static let exactTotalOfHard = 2_500
  /// The time after the deadline that may still be spent on presenting results.
  private static let grace = Duration.milliseconds(80)

  let request: SearchRequest
  let context: SearchContext
  let ranking: Ranking
  let deadline: Deadline

  /// Runs the search and presents a page of results.
  func results(_ query: ParsedQuery) throws(IndexError) -> SearchResults {
    let plan = try plan(query)
    let facets = Facets(request.facets)
    let found = try context.snapshot.match(matchPlan(plan, facets), until: deadline)
    let page = try page(of: ranked(found, plan), plan, withSequences: true)
    var hits = try hits(page, plan)
    if request.explains { try explain(&hits, page.map(\.ranked), plan) }
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

  /// The matching passages with their scores, without the parts of a page.
  func ranked(_ query: ParsedQuery) throws(IndexError) -> [(passage: Passage, score: Double)] {
    let plan = try plan(query)
    let found = try context.snapshot.match(matchPlan(plan, Facets([])), until: deadline)
    return try page(of: ranked(found, plan), plan, withSequences: false)
      .map { ($0.stored.passage, $0.ranked.orderedScore) }
  }

  /// The matching passages, not ranked again, and what to mark in them.
  func places(_ query: ParsedQuery) throws(IndexError) -> (SearchPlan, MatchPage) {
    let plan = try plan(query)
    var match = matchPlan(plan, Facets([]))
    match.sequenceCount = 0
    match.ordersTies = true
    return (plan, try context.snapshot.match(match, until: deadline))
  }

  private func plan(_ query: ParsedQuery) throws(IndexError) -> SearchPlan {
    try SearchPlanner(request: request, context: context, ranking: ranking, deadline: deadline)
      .plan(query)
  }

  // MARK: Match

  /// Matches as many passages as the page or the second stage needs, the best first.
  private func matchPlan(_ plan: SearchPlan, _ facets: Facets) -> MatchPlan {
    var match = MatchPlan(plan.match, k1: ranking.k1, b: ranking.b)
    let end = request.offset + request.limit
    match.limit = plan.depth > 0 ? max(end, plan.depth) : end
    match.checkAtLeast =
      end + (plan.match.isHardToCount ? Self.exactTotalOfHard : Self.exactTotal)
    match.sortKeys = request.order.keys
    match.ordersTies = plan.depth == 0
    match.facets = facets.fields
    match.isGroupedByWork = request.groupByWork
    // Facets count every matching passage, so all of them must be examined.
    if !facets.isEmpty || request.groupByWork { match.checkAtLeast = .max }
    if plan.secondStage != nil, request.limit > 0 { match.sequenceCount = plan.depth }
    return match
  }

  // MARK: Rank

  /// The candidates, ranked again if the query has words that may be adjacent.
  private func ranked(_ found: MatchPage, _ plan: SearchPlan) -> [RankedCandidate] {
    var ranked = found.candidates.map { RankedCandidate($0) }
    guard plan.depth > 0 else { return ranked }
    let depth = min(plan.depth, ranked.count)
    if request.limit > 0, let bonuses = plan.secondStage?.bonuses(for: found.sequences) {
      for (index, bonus) in bonuses.enumerated() { ranked[index].nearness = bonus }
    }
    return ranked[..<depth].sorted { $0.isBefore($1) } + ranked[depth...]
  }

  /// A passage on the page.
  private typealias PagePassage = (ranked: RankedCandidate, stored: StoredPassage)

  /// The passages of the page; equal scores are ordered by work and place.
  private func page(
    of ranked: [RankedCandidate], _ plan: SearchPlan, withSequences: Bool
  ) throws(IndexError) -> [PagePassage] {
    let start = min(request.offset, ranked.count)
    let wanted = start..<min(start + request.limit, ranked.count)
    guard !wanted.isEmpty else { return [] }
    // If the store has not ordered ties, passages tied with the first or the last may belong on the
    // page instead.
    var (first, last) = (wanted.lowerBound, wanted.upperBound - 1)
    let isOrdered = plan.depth == 0
    while !isOrdered, first > 0, ranked[first - 1].isTied(with: ranked[first]) { first -= 1 }
    while !isOrdered, last + 1 < ranked.count, ranked[last + 1].isTied(with: ranked[last]) {
      last += 1
    }
    let candidates = ranked[first...last]
    let stored = try context.snapshot.passages(
      candidates.map(\.key), withSequences: withSequences)
    var page = Array(zip(candidates, stored))
    if isOrdered { return page }
    page.sort { one, other in
      if !one.0.isTied(with: other.0) { return one.0.isBefore(other.0) }
      return one.1.passage.isBefore(other.1.passage)
    }
    return Array(page[(wanted.lowerBound - first)..<(wanted.upperBound - first)])
  }

  // MARK: Present

  private func hits(_ page: [PagePassage], _ plan: SearchPlan) throws(IndexError) -> [Hit] {
    var highlighter = Highlighter(plan.marks, context)
    var hits: [Hit] = []
    for (ranked, stored) in page {
      let passage = try context.completed(stored.passage)
      // Results are always shown, if necessary without highlights.
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
    // All pages of a search should come from one revision; another may have different passages on
    // them.
    if let revision = request.revision, revision != context.snapshot.revision {
      warnings.append(
        QueryWarning(
          code: "revision-changed",
          message: "The index has changed since the previous page; passages may be missing or "
            + "appear twice. Start again at the first page."
        ))
    }
    if found.total.upper == 0, !deadline.hasCut {
      warnings += plan.query.root.phrases.map(QueryWarning.nowhere)
    }
    return warnings + deadline.warnings
  }
}

/// A candidate for the page.
struct RankedCandidate {
  /// The passage.
  let key: PassageKey
  /// The number of the query's preferences that it satisfies.
  let tier: Int
  /// The number of other matching passages in its work, if grouped by work.
  let others: Int
  /// The weight of the first stage.
  private let weight: Double
  /// The bonus of the second stage for words in order and near each other.
  var nearness = 0.0

  init(_ candidate: Candidate) {
    key = candidate.key
    tier = candidate.tier
    others = candidate.others
    weight = candidate.weight
  }

  /// The score within the tier.
  var score: Double { weight + nearness }
  /// Whether it precedes another candidate by tier and score.
  func isBefore(_ other: RankedCandidate) -> Bool {
    (other.tier, other.score) < (tier, score)
  }

  /// Whether only their places order the two candidates.
  func isTied(with other: RankedCandidate) -> Bool { tier == other.tier && score == other.score }

  /// A score that decreases in the order of the candidates, across tiers.
  var orderedScore: Double { Double(tier) * 10_000 + score }
}

extension Passage {
  /// Whether it precedes another passage: in an earlier work, or earlier in the same work.
  fileprivate func isBefore(_ other: Passage) -> Bool {
    work == other.work
      ? ordinal < other.ordinal : work.utf8.lexicographicallyPrecedes(other.work.utf8)
  }
}

extension SearchOrder {
  /// The sort keys that precede weight.
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
  /// The warning for a query without results that no passage contains a phrase, and how to find its
  /// words.
  static func nowhere(_ phrase: Phrase) -> QueryWarning {
    QueryWarning(
      code: "phrase-not-found",
      message: "No passage contains the exact phrase; without quotation marks its words are found "
        + "separately, and their spelling is corrected.",
      position: phrase.range)
  }
}

extension Deadline {
  /// The warning that the deadline cut the answer short, if it did.
  var warnings: [QueryWarning] {
    guard hasCut else { return [] }
    return [
      QueryWarning(
        code: "deadline",
        message: "The search reached its time limit; the results found until then are shown.")
    ]
  }
}
