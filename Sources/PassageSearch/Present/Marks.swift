// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema
import QueryLanguage
import XapianStore

/// What a query highlights in passages, for each part of the query.
struct Marks {
  /// A plain word: a part of the query with the terms and stems that match it.
  struct StemmedWord {
    var part: Int
    var terms: Set<String>
    var stems: Set<String>
  }

  /// The weight of each part of the query in a snippet window that contains it.
  private(set) var weights: [Double] = []
  /// The plain words.
  private(set) var words: [StemmedWord] = []
  /// The parts of terms that are highlighted verbatim.
  private(set) var terms: [String: Int] = [:]
  /// The words that are highlighted by position.
  private(set) var rows: [MarkedRow] = []
  /// The ranges of quotations, by passage id.
  private(set) var quotations: [String: [Range<Int>]] = [:]
  /// The possible beginnings of highlighted words.
  private(set) var beginnings: Beginnings
  /// The sequence marks of the words' stems; a sequence without a mark rules out the word.
  private(set) var stemMarks = Set<UInt16>()

  private let context: SearchContext
  private let answers: Answers
  /// Whether the query will be planned again, so that this pass only collects unknown facts.
  private let isDraft: Bool

  /// Collects what a query highlights.
  init(_ query: QueryNode, _ planner: inout QueryPlanner) throws(IndexError) {
    context = planner.context
    answers = planner.answers
    isDraft = answers.isMissingSome
    beginnings = Beginnings(stemmers: context.snapshot.stemmers)
    quotations = Dictionary(
      planner.quotations.map { ($0.passage, $0.matching) }, uniquingKeysWith: { $0 + $1 })
    try query.plannable.addMarks(to: &self, &planner)
    for member in planner.synonyms { try add(synonym: member) }
    weigh()
  }

  /// Whether there is nothing to highlight.
  var isEmpty: Bool { words.isEmpty && terms.isEmpty && rows.isEmpty && quotations.isEmpty }

  /// Adds plain words and the compounds that hyphens make of them.
  mutating func add(_ tokens: [Token]) throws(IndexError) {
    var joined = ""
    for token in tokens {
      try add(token)
      joined = token.isJoined ? joined + token.term : token.term
      if token.isJoined { try add(Token(term: joined, word: joined, range: token.range)) }
    }
  }

  /// Adds terms that are highlighted verbatim.
  mutating func add(terms: [String]) {
    let part = newPart()
    for term in terms where self.terms[term] == nil {
      self.terms[term] = part
      beginnings.allow(term)
    }
  }

  /// Adds words that are highlighted when near each other; each slot lists alternative terms.
  mutating func add(_ slots: [[String]], within window: Int, _ order: MarkedRow.Order) {
    rows.append(MarkedRow(newPart(weight: 2 * Double(slots.count)), slots, window, order))
  }

  /// Adds a synonym that the thesaurus has for words of the query.
  private mutating func add(synonym: [Token]) throws(IndexError) {
    guard synonym.count > 1 else { return try add(synonym) }
    rows.append(MarkedRow(newPart(), synonym.map { [$0.term] }, synonym.count, .adjacent))
  }

  private mutating func add(_ token: Token) throws(IndexError) {
    let stems = try context.stems(term: token.term, word: token.word)
    if isDraft {
      for stem in stems { _ = answers.frequency(of: Schema.stemPrefix + stem) }
      return
    }
    words.append(StemmedWord(part: newPart(), terms: [token.term], stems: Set(stems)))
    for stem in stems { stemMarks.insert(Schema.mark(of: stem)) }
    for form in stems + stems.flatMap(context.beginnings) + [token.term, token.word] {
      beginnings.allow(form)
    }
  }

  private mutating func newPart(weight: Double = 1) -> Int {
    weights.append(weight)
    return weights.count - 1
  }

  /// Gives rare words a higher weight, and stops highlighting stop words if there are other words.
  private mutating func weigh() {
    guard !words.isEmpty else { return }
    let all = Double(context.snapshot.passageCount)
    for word in words {
      let frequencies = answers.frequencies(of: word.stems.sorted().map { Schema.stemPrefix + $0 })
      let count = frequencies?.max() ?? 0
      weights[word.part] = max(0.1, log((all + 1) / Double(count + 1)))
    }
    let isStopWord = words.map { $0.terms.contains(where: context.stopWords.contains) }
    guard isStopWord.contains(false) || !rows.isEmpty || !terms.isEmpty else { return }
    words = zip(words, isStopWord).filter { !$0.1 }.map(\.0)
  }
}
