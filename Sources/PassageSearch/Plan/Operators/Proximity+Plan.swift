// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension Proximity: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    var slots: [QueryPlan] = []
    for side in sides {
      var names: [String] = []
      for form in side {
        for term in try planner.expansions.terms(of: form) where !names.contains(term) {
          names.append(term)
        }
      }
      slots.append(.any(names.map { .term($0) }))
    }
    let plan: QueryPlan =
      isOrdered ? .phrase(slots, window: window) : .near(slots, window: window)
    return planner.positional(plan, slots, sides.first?.first?.range ?? 0..<0)
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError) {
    var slots: [[String]] = []
    for side in sides {
      var terms: [String] = []
      for form in side { terms += try planner.expansions.terms(of: form) }
      slots.append(terms)
    }
    marks.add(slots, within: window, isOrdered ? .ordered : .any)
  }

  var isScoredWhole: Bool { true }
}
