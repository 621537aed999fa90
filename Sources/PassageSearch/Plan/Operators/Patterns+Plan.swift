// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension Pattern: PlannableUnit {
  func plan(in planner: inout QueryPlanner) -> QueryPlan {
    .synonym(planner.expansions.terms(of: self).map { .term($0) })
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) {
    marks.add(terms: planner.expansions.terms(of: self))
  }

  var isScoredWhole: Bool { true }
}

extension FuzzyWord: PlannableUnit {
  func plan(in planner: inout QueryPlanner) -> QueryPlan {
    // The closer the spelling, the higher the weight. Sum instead of maximum, because the maximum
    // (OP_MAX) crashes in libxapian 1.4.22 when some operands are scaled synonyms (found by
    // fuzzing).
    var plans: [QueryPlan] = []
    for (distance, terms) in planner.expansions.termsByDistance(of: self).enumerated()
    where !terms.isEmpty {
      let plan = QueryPlan.synonym(terms.map { .term($0) })
      plans.append(distance == 0 ? plan : .scaled(plan, by: 1 / Double(1 + 2 * distance)))
    }
    return .any(plans)
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) {
    marks.add(terms: planner.expansions.termsByDistance(of: self).flatMap(\.self))
  }

  var isScoredWhole: Bool { true }
}
