// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

extension RankedWords: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    try planner.plan(of: words, beside: [], at: .top)
  }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) throws(IndexError) {
    try marks.add(words.map(\.token))
  }

  var wordRows: [[Word]] { [words] }
}

extension ExactWord: PlannableUnit {
  func plan(in planner: inout QueryPlanner) -> QueryPlan { .term(token.term) }

  func addMarks(to marks: inout Marks, _ planner: inout QueryPlanner) {
    marks.add(terms: [token.term])
  }

  var isScoredWhole: Bool { true }
}
