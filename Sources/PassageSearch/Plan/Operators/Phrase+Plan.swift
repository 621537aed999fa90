// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension Phrase: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    let slots = try planner.slots(of: self)
    let exact = QueryPlan.phrase(slots, window: window)
    guard slots.count >= PastedQuotation.fewestQuotedWords, slop == 0, let tokens else {
      return planner.positional(exact, slots, range)
    }
    // Verbatim, or if no passage has it verbatim, the closest approximation.
    let found = try planner.quotationFinder.matches(of: tokens, unlessFound: exact)
    guard let found, !found.isEmpty else { return exact }
    planner.notes.add(
      "not-verbatim", "No passage contains the phrase verbatim; the closest ones are shown.", range)
    planner.quotations += found
    return .any(found.map(\.plan))
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError) {
    var slots: [[String]] = []
    for form in forms { slots.append(try planner.expansions.terms(of: form, self)) }
    marks.add(slots, within: window, slop == 0 ? .adjacent : .ordered)
  }

  var isScoredWhole: Bool { true }
}
