// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension PastedQuotation: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    let found =
      isQuoted || planner.ranking.findsQuotations
      ? try planner.quotationFinder.matches(of: tokens) : []
    planner.quotations += found
    if isQuoted || !found.isEmpty {
      let end = isQuoted || planner.needsAllParts ? "are shown." : "come first."
      planner.notes.add(
        "quotation",
        "The query is treated as a quotation: passages that contain most or all of it \(end)",
        tokens.span)
    }
    let plans = found.map(\.plan)
    if isQuoted { return .any(plans) }
    let ranked = try planner.plan(of: ownWords, beside: [], at: .top)
    guard !plans.isEmpty else { return ranked }
    return .preferring(.any([ranked] + plans), those: .any(plans))
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError) {
    try marks.add(ownWords.map(\.token))
  }

  var wordRows: [[Word]] { [ownWords] }
}
