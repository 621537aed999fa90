// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// A query operator, as seen by searching.
///
/// Each operator has its own file in `Operators`.
protocol PlannableUnit: QueryUnit {
  /// The plan that matches and weighs passages for the unit.
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan
  /// Adds what the unit marks in the passages found.
  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError)
  /// The sequences of plain words in the unit, each ranked together.
  var wordRows: [[Word]] { get }
  /// Whether the score is explained for the unit as a whole instead of for its parts.
  var isScoredWhole: Bool { get }
}

extension PlannableUnit {
  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError) {
    for part in parts { try part.plannable.addMarks(to: &marks, &planner) }
  }

  var wordRows: [[Word]] { parts.flatMap(\.plannable.wordRows) }
  var isScoredWhole: Bool { false }
}

extension QueryNode {
  /// The planning behaviour of each case; the only switch over all cases in this target.
  var plannable: any PlannableUnit {
    switch self {
    case .words(let words): RankedWords(words: words)
    case .exact(let token): ExactWord(token: token)
    case .phrase(let phrase): phrase
    case .pattern(let pattern): pattern
    case .fuzzy(let word): word
    case .near(let proximity): proximity
    case .quotation(let quotation): quotation
    case .group(let group): group
    case .all(let nodes): Conjunction(nodes: nodes)
    case .any(let nodes): Alternatives(nodes: nodes)
    case .not(let node): Exclusion(node: node)
    case .filter(let field, let value): FieldFilter(field: field, value: value)
    case .everything: Everything()
    }
  }

  /// The parts whose scores are explained individually, besides plain words.
  var scoredParts: [QueryNode] {
    let unit = plannable
    return unit.isScoredWhole ? [self] : unit.parts.flatMap(\.scoredParts)
  }
}
