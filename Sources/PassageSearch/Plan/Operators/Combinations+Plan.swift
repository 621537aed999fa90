// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension Conjunction: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    var wanted: [QueryNode] = []
    var unwanted: [QueryNode] = []
    for node in nodes {
      if case .not(let inner) = node { unwanted.append(inner) } else { wanted.append(node) }
    }
    let plans = try planner.plans(wanted)
    let excluded = try planner.excluded(unwanted)
    let plan = plans.isEmpty ? QueryPlan.everything(weight: 0) : .all(plans)
    return excluded.isEmpty ? plan : .except(plan, .any(excluded))
  }
}

extension Alternatives: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    .any(try planner.plans(nodes))
  }
}

extension Exclusion: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    .except(.everything(weight: 0), .any(try planner.excluded([node])))
  }
}

extension Everything: PlannableUnit {
  func plan(in planner: inout QueryPlanner) -> QueryPlan { .everything(weight: 0) }
}
