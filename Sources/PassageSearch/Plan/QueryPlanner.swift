// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// Turns a query into a plan of what the store is to match; asks `Answers`, never the index.
struct QueryPlanner {
  let context: SearchContext
  let answers: Answers
  /// How plain words are ranked.
  let ranking: Ranking
  /// When the answer has to be there.
  let deadline: Deadline
  /// Whether a passage must have all parts of a group, and not rank the higher for it.
  let needsAllParts: Bool
  /// Whether only the words of the passage count, not those of its title, headings and authors: for
  /// what is excluded, and for what has to be shown in its place.
  private(set) var isInText: Bool
  /// The terms that patterns, misspelt words and inflected forms stand for.
  var expansions: Expansions
  /// The passages that quotations were found in.
  var quotations: [QuotationMatch] = []
  /// What the thesaurus added to the words.
  private(set) var synonyms: [[Token]] = []
  var notes = QueryNotes()
  /// How many phrases and `NEAR`s may yet be compared by positions.
  private var positionalRoom = SearchLimits.positional
  /// Where the unit stands that is being planned.
  var place = Place.top
  /// What passages must match beside the query.
  private(set) var restrictions: [QueryPlan] = []

  /// Where in a query a group stands.
  enum Place {
    /// In no other group.
    case top
    /// In another group, for whose weight it counts.
    case part
    /// Where only being there counts.
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

  /// What was bounded.
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

  /// The plans of what must not be there: in the words of the passage, and as typed.
  mutating func excluded(_ nodes: [QueryNode]) throws(IndexError) -> [QueryPlan] {
    let isInText = self.isInText
    self.isInText = true
    defer { self.isInText = isInText }
    return try plans(nodes)
  }

  // MARK: Plain words

  /// Passages that have a word in any of its inflected forms, by their stems: those of a field under
  /// its prefix; those of no field under the prefix that all fields are ranked by, or where only
  /// the words of the passage count, under theirs.
  func plan(of token: Token, prefix: String = "") throws(IndexError) -> QueryPlan {
    let stems = try context.stems(term: token.term, word: token.word)
    let prefix = prefix.isEmpty && !isInText ? ranking.prefix : Schema.stemPrefix + prefix
    return .synonym(stems.map { .term(prefix + $0) })
  }

  /// The parts of a group together.
  ///
  /// Only the outermost group ranks passages with all phrases first: a plan names them twice for
  /// that, and groups in groups would grow it beyond all bounds.
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

  /// Plain words as `PlainWords` ranks them, and what it adds to them, which is said.
  private mutating func ranked(_ words: [Word]) throws(IndexError) -> QueryPlan {
    let plain = try PlainWords(words.map(\.token), in: context, ranking: ranking)
    let findings = try plain.synonyms(answers)
    for finding in findings {
      synonyms += finding.others
      let typed = plain.words[finding.first..<(finding.first + finding.count)].map(\.token)
      // A word that must be there is found as it is.
      if words.contains(where: { $0.isRequired && typed.contains($0.token) }) { continue }
      notes.added(finding, to: typed)
    }
    return try plain.plan(with: findings)
  }

  /// Plain words, and what stands beside them, which comes before what only has some of the words:
  /// it is marked as belonging together.
  private mutating func ranked(
    _ words: [Word], beside others: [QueryPlan]
  ) throws(IndexError) -> QueryPlan {
    var parts = others
    if !words.isEmpty { parts.insert(try ranked(words), at: 0) }
    guard parts.count > 1, !others.isEmpty else { return .any(parts) }
    return .preferring(.any(parts), those: .all(others))
  }

  // MARK: Positions

  /// The terms that may stand at each place of a phrase.
  mutating func slots(of phrase: Phrase) throws(IndexError) -> [QueryPlan] {
    var slots: [QueryPlan] = []
    for form in phrase.forms {
      slots.append(.any(try expansions.terms(of: form, phrase).map { .term($0) }))
    }
    return slots
  }

  /// The plan, or one without regard to positions if the query compares too many already.
  mutating func positional(
    _ plan: QueryPlan, _ slots: [QueryPlan], _ range: Range<Int>
  ) -> QueryPlan {
    guard slots.count > 1 else { return plan }
    if slots.contains(where: \.isNothing) { return .nothing }
    guard positionalRoom > 0 else {
      notes.addOnce(
        "too-many-phrases",
        "Only \(SearchLimits.positional) phrases are looked for as they stand; of others all words "
          + "must be there.", range)
      return .all(slots)
    }
    positionalRoom -= 1
    return plan
  }

  /// What looks for quotations.
  var quotationFinder: QuotationFinder {
    QuotationFinder(answers: answers, deadline: deadline, restrictions: restrictions)
  }
}
