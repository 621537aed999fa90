// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import People
import QueryLanguage
import XapianStore

extension FieldFilter: PlannableUnit {
  func plan(in planner: inout QueryPlanner) throws(IndexError) -> QueryPlan {
    switch value {
    case .value(let stated):
      // Searches that were written down keep working after a work's facts were corrected.
      let isID = field.name == Schema.work.name || field.name == Schema.id.name
      let value = isID ? planner.context.present(stated) : stated
      planner.noteUnknown(value, in: field)
      return .term(field.prefix + value)
    case .numbers(let range):
      if range.lowerBound == range.upperBound { return .term(field.prefix + "\(range.lowerBound)") }
      guard let slot = field.slot else { return .nothing }
      return .range(slot: slot, Double(range.lowerBound), Double(range.upperBound))
    case .words(let tokens, let isExact):
      let others = field == Schema.speaker ? try planner.otherForms(of: tokens) : []
      var words: [QueryPlan] = []
      for token in tokens {
        let isStemmed = !isExact && field.isStemmed
        if !isStemmed, others.isEmpty { planner.noteUnknown(token.term, in: field) }
        words.append(
          isStemmed
            ? try planner.plan(of: token, prefix: field.prefix) : .term(field.prefix + token.term))
      }
      return others.isEmpty ? .all(words) : .any([.all(words)] + others)
    case .pattern(let pattern):
      return .any(
        planner.expansions.terms(of: pattern, prefix: field.prefix).map { .term($0) })
    case .fuzzy(let word):
      let terms = planner.expansions.termsByDistance(of: word, prefix: field.prefix)
      return .any(terms.joined().map { .term($0) })
    }
  }
}

extension QueryPlanner {
  /// The most forms of names that one name stands for.
  private static let mostForms = 100

  /// The plans of the other forms in which the speaker with a name is named; says so.
  fileprivate mutating func otherForms(of tokens: [Token]) throws(IndexError) -> [QueryPlan] {
    var tokenizer = Tokenizer()
    let asked = Set(tokens.map(\.term))
    var plans: [QueryPlan] = []
    var forms: [String] = []
    for person in try context.snapshot.people().people(named: tokens.map(\.word)) {
      for form in person.forms where form.counts.speaker > 0 && plans.count < Self.mostForms {
        let words = tokenizer.tokens(in: form.text).map(\.term)
        guard !words.isEmpty, !asked.isSubset(of: words) else { continue }
        plans.append(.all(words.map { .term(Schema.speaker.prefix + $0) }))
        forms.append(form.text)
      }
    }
    if !forms.isEmpty {
      let others = forms.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
      let rest = forms.count > 5 ? " and \(forms.count - 5) more" : ""
      notes.add(
        "other-names",
        "`speaker:\(tokens.map(\.word).joined(separator: " "))` also finds \(others)\(rest): other "
          + "forms of the name (`pamphlet people`).", nil)
    }
    return plans
  }

  /// Warns that no passage has a value, and suggests the nearest one.
  mutating func noteUnknown(_ value: String, in field: Field) {
    guard answers.frequency(of: field.prefix + value) == 0 else { return }
    let question = ExpansionQuestion(
      prefix: field.prefix, text: value, distance: FuzzyWord.mostLetters(value), limit: 1)
    guard let answer = answers.expansion(question) else { return }
    let near = answer.terms.first.map { $0.term.dropFirst(field.prefix.count) }
    let guess = near.map { " Did you mean `\(field.name):\($0)`?" } ?? ""
    notes.add(
      "unknown-value", "No passage has `\(field.name):\(value)`.\(guess)", nil)
  }
}
