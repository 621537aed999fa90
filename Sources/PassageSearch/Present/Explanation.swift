// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// A part of a query that contributes to the score, with its own plan.
struct ScoredPart {
  /// The maximum number of parts that are explained.
  private static let most = 40

  /// The part, in the query language.
  var name: String
  /// Matches the passages that the part finds.
  var plan: QueryPlan

  /// The scored parts of a query: each plain word, and each other unit.
  static func parts(
    of root: QueryNode, _ planner: QueryPlanner
  ) throws(IndexError) -> [ScoredPart] {
    var planner = planner
    var parts: [ScoredPart] = []
    for words in root.plannable.wordRows { parts += try self.parts(of: words, &planner) }
    for node in root.scoredParts.prefix(most) {
      parts.append(ScoredPart(name: node.described, plan: try planner.plan(node)))
    }
    return Array(parts.prefix(most))
  }

  /// The parts for words ranked together: each word once, with its total weight.
  private static func parts(
    of words: [Word], _ planner: inout QueryPlanner
  ) throws(IndexError) -> [ScoredPart] {
    let plain = try PlainWords(
      words.map(\.token), in: planner.context, ranking: planner.ranking
    ).words
    var parts: [(name: String, weight: Double, plan: QueryPlan, isTelling: Bool)] = []
    for word in plain {
      let weight = planner.needsAllParts ? 1 : word.weight
      if let known = parts.firstIndex(where: { $0.name == word.token.word }) {
        parts[known].weight += weight
      } else {
        let plan = try planner.plan(.words([Word(token: word.token)]))
        parts.append((word.token.word, weight, plan, weight == 1))
      }
    }
    let telling = parts.filter(\.isTelling).map(\.plan)
    return parts.map { part in
      let plan = QueryPlan.scaled(part.plan, by: part.weight)
      // Stop words only count beside a word that is not one.
      return ScoredPart(
        name: part.name, plan: part.isTelling ? plan : .filtered(plan, by: .any(telling)))
    }
  }
}

/// Explains what each part of a query adds to the scores of passages.
///
/// Each part is searched separately in those passages, so that the weights are libxapian's own and
/// not a second computation. The second stage and a quotation are parts of their own, and so is
/// what all parts together add beyond the sum.
struct Explanation {
  /// Smaller differences are rounding errors.
  private static let least = 0.001

  private var weights: [(part: String, byPassage: [PassageKey: Double])] = []

  /// Whether the query is a quotation, which adds to the weight of its words.
  private let hasQuotation: Bool

  /// Computes the weights of the parts in the passages found.
  init(
    _ plan: SearchPlan, of ids: [String], _ keys: [PassageKey], _ ranking: Ranking,
    _ snapshot: any StoreSnapshot, _ deadline: Deadline
  ) throws(IndexError) {
    if case .quotation = plan.query.root { hasQuotation = true } else { hasQuotation = false }
    guard !ids.isEmpty, !plan.scoredParts.isEmpty else { return }
    let passages = QueryPlan.any(ids.map { .term(Schema.id.prefix + $0) })
    let questions = plan.scoredParts.map { part in
      var match = MatchPlan(.filtered(part.plan, by: passages), k1: ranking.k1, b: ranking.b)
      match.limit = ids.count
      match.ordersTies = false
      return IndexQuestion.match(match)
    }
    let answers = try snapshot.answers(to: questions, until: deadline)
    for (part, answer) in zip(plan.scoredParts, answers) {
      guard case .match(let found) = answer else { continue }
      weights.append(
        (
          part.name,
          Dictionary(found.map { ($0.key, $0.weight) }, uniquingKeysWith: { first, _ in first })
        ))
    }
  }

  /// What the parts add to the score of a passage, the largest weight first.
  func parts(of hit: Hit, _ ranked: RankedCandidate) -> [ScorePart] {
    var parts = weights.compactMap { part, byPassage in
      byPassage[ranked.key].map { ScorePart(part: part, weight: $0) }
    }
    if ranked.nearness > Self.least {
      parts.append(ScorePart(part: "words in order and near", weight: ranked.nearness))
    }
    if hasQuotation, let quotation = hit.quotation {
      parts.append(ScorePart(part: "the quotation", weight: quotation.weight))
    }
    parts.sort { ($1.weight, $0.part) < ($0.weight, $1.part) }
    let rest = hit.score - parts.reduce(0) { $0 + $1.weight }
    if abs(rest) > Self.least { parts.append(ScorePart(part: "together", weight: rest)) }
    return parts
  }
}
