// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension QueryGroup: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    let place = planner.place
    defer { planner.place = place }
    var words: [Word] = []
    var others: [QueryPlan] = []
    // A condition with required parts ignores the optional ones.
    let isRequired = place == .condition && hasRequired && !planner.needsAllParts
    if place == .top { planner.place = .part }
    for part in isRequired ? [] : parts {
      if case .words(let more) = part {
        words += more
      } else {
        others.append(try planner.plan(part))
      }
    }
    var plan =
      words.isEmpty && others.isEmpty
      ? QueryPlan.everything(weight: 0)
      : try planner.plan(of: words, beside: others, at: place)
    planner.place = .condition
    var conditions = try planner.plans(restrictions)
    // Where all parts must match, required ones need no further condition.
    if !planner.needsAllParts {
      conditions += try planner.plans(required)
      for word in requiredWords { conditions.append(try planner.plan(of: word.token)) }
    }
    for condition in conditions { plan = .filtered(plan, by: condition) }
    let excluded = try planner.excluded(excluded)
    return excluded.isEmpty ? plan : .except(plan, .any(excluded))
  }

  var wordRows: [[Word]] {
    [words]
      + parts.flatMap { part -> [[Word]] in
        if case .words = part { [] } else { part.plannable.wordRows }
      }
  }
}
