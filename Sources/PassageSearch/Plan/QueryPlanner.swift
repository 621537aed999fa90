// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// Turns a query into a plan for the store; asks `Answers`, never the index.
struct QueryPlanner {
  let context: SearchContext
  let answers: Answers
  /// The ranking of plain words.
  let ranking: Ranking
  /// The time by which the answer must be ready.
  let deadline: Deadline
  /// Whether passages must match all parts of a group, instead of ranking higher the more they
  /// match.
  let needsAllParts: Bool
  /// Whether only the words of the passage count and not those of its title, headings and authors:
  /// for exclusions, and for results that must be shown in context.
  private(set) var isInText: Bool
  /// Expands patterns, fuzzy words and inflected forms to terms.
  var expansions: Expansions
  /// The matches of quotations found so far.
  var quotations: [QuotationMatch] = []
  /// The plain words of the outermost group; `nil` if there are none.
  private(set) var plainWords: PlainWords?
  /// The words added by the thesaurus.
  private(set) var synonyms: [[Token]] = []
  var notes = QueryNotes()
  /// How many more phrases and `NEAR`s may be compared by position.
  private var positionalRoom = SearchLimits.positional
  /// The place of the unit being planned.
  var place = Place.top
  /// Conditions that passages must satisfy besides the query.
  private(set) var restrictions: [QueryPlan] = []

  /// The place of a group in a query.
  enum Place {
    /// Not inside another group.
    case top
    /// Inside another group, contributing to its weight.
    case part
    /// Used only as a condition; its weight does not count.
    case condition
  }

  init(
    _ context: SearchContext, _ answers: Answers, ranking: Ranking = .standard,
    until deadline: Deadline, needsAllParts: Bool = false, isInText: Bool = false
  ) {
    self.context = context
    self.answers = answers
    self.ranking = ranking
    self.deadline = deadline
    self.needsAllParts = needsAllParts
    self.isInText = isInText
    expansions = Expansions(context, answers, until: deadline)
  }

  /// Warnings about limits that applied.
  var warnings: [QueryWarning] { notes.warnings + expansions.warnings }

  /// The plan of a whole query.
  mutating func plan(_ query: ParsedQuery) throws(IndexError) -> QueryPlan {
    restrictions = try plans(query.restrictions)
    return try restrictions.reduce(plan(query.root)) { .filtered($0, by: $1) }
  }

  /// The plan of a part of a query.
  mutating func plan(_ node: QueryNode) throws(IndexError) -> QueryPlan {
    try node.plannable.plan(in: &self)
  }

  mutating func plans(_ nodes: [QueryNode]) throws(IndexError) -> [QueryPlan] {
    var plans: [QueryPlan] = []
    for node in nodes { plans.append(try plan(node)) }
    return plans
  }

  /// The plans of exclusions: in the words of the passage only, and as typed.
  mutating func excluded(_ nodes: [QueryNode]) throws(IndexError) -> [QueryPlan] {
    let isInText = self.isInText
    self.isInText = true
    defer { self.isInText = isInText }
    return try plans(nodes)
  }

  // MARK: Plain words

  /// Matches passages with any inflected form of a word, by its stems.
  ///
  /// Words of a field use the field's prefix. Other words use the prefix that ranks all fields
  /// together, or where only the words of the passage count, the prefix of those.
  func plan(of token: Token, prefix: String = "") throws(IndexError) -> QueryPlan {
    let stems = try context.stems(term: token.term, word: token.word)
    let prefix = prefix.isEmpty && !isInText ? ranking.prefix : Schema.stemPrefix + prefix
    return .synonym(stems.map { .term(prefix + $0) })
  }

  /// Combines the parts of a group.
  ///
  /// Only the outermost group ranks passages with all phrases first: this repeats them in the plan,
  /// which would grow exponentially for nested groups.
  mutating func plan(
    of words: [Word], beside others: [QueryPlan], at place: Place
  ) throws(IndexError) -> QueryPlan {
    if needsAllParts {
      var all = others
      for word in words {
        all.append(isInText ? try plan(of: word.token) : try ranked([word]))
      }
      return .all(all)
    }
    if isInText {
      var any = others
      for word in words { any.append(try plan(of: word.token)) }
      return .any(any)
    }
    if place == .top { return try ranked(words, beside: others) }
    return .any(others + (words.isEmpty ? [] : [try ranked(words)]))
  }

  /// Ranks plain words with `PlainWords`, and notes what the thesaurus adds.
  private mutating func ranked(_ words: [Word]) throws(IndexError) -> QueryPlan {
    try ranked(words, PlainWords(words.map(\.token), in: context, ranking: ranking))
  }

  private mutating func ranked(
    _ words: [Word], _ plain: PlainWords
  ) throws(IndexError) -> QueryPlan {
    let findings = try plain.synonyms(answers)
    for finding in findings {
      synonyms += finding.others
      let typed = plain.words[finding.first..<(finding.first + finding.count)].map(\.token)
      // A required word is found as typed.
      if words.contains(where: { $0.isRequired && typed.contains($0.token) }) { continue }
      notes.added(finding, to: typed)
    }
    return try plain.plan(with: findings)
  }

  /// Ranks plain words together with the units beside them.
  ///
  /// Passages with all of those units come before passages with only some of the words.
  private mutating func ranked(
    _ words: [Word], beside others: [QueryPlan]
  ) throws(IndexError) -> QueryPlan {
    var parts = others
    if !words.isEmpty {
      let plain = try PlainWords(words.map(\.token), in: context, ranking: ranking)
      plainWords = plain
      parts.insert(try ranked(words, plain), at: 0)
    }
    guard parts.count > 1, !others.isEmpty else { return .any(parts) }
    return .preferring(.any(parts), those: .all(others))
  }

  // MARK: Positions

  /// The alternative terms for each place of a phrase.
  mutating func slots(of phrase: Phrase) throws(IndexError) -> [QueryPlan] {
    var slots: [QueryPlan] = []
    for form in phrase.forms {
      slots.append(.any(try expansions.terms(of: form, phrase).map { .term($0) }))
    }
    return slots
  }

  /// The plan, or a conjunction without positions if the query already compares too many.
  mutating func positional(
    _ plan: QueryPlan, _ slots: [QueryPlan], _ range: Range<Int>
  ) -> QueryPlan {
    guard slots.count > 1 else { return plan }
    if slots.contains(where: \.isNothing) { return .nothing }
    guard positionalRoom > 0 else {
      notes.addOnce(
        "too-many-phrases",
        "Only \(SearchLimits.positional) phrases per query are searched as phrases; for the others, "
          + "all words must occur.", range)
      return .all(slots)
    }
    positionalRoom -= 1
    return plan
  }

  /// Finds quotations under the restrictions of this query.
  var quotationFinder: QuotationFinder {
    QuotationFinder(answers: answers, deadline: deadline, restrictions: restrictions)
  }
}
