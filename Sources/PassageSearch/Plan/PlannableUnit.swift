// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// An operator of the query language, as searching sees it.
///
/// Each is in a file of its own in `Operators`.
protocol PlannableUnit: QueryUnit {
  /// Which passages the unit finds, and what they weigh for it.
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan
  /// Adds what is marked in the passages that are found.
  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError)
  /// The rows of plain words of the unit, each ranked together.
  var wordRows: [[Word]] { get }
  /// Whether the score of the unit is explained as one, and not as that of its parts.
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
  /// What the case means for searching: the only switch over all cases in this target.
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

  /// The parts whose scores are explained each by itself, beside plain words.
  var scoredParts: [QueryNode] {
    let unit = plannable
    return unit.isScoredWhole ? [self] : unit.parts.flatMap(\.scoredParts)
  }
}
