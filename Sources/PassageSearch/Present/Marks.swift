// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema
import QueryLanguage
import XapianStore

/// What a query marks in passages, part by part of the query.
struct Marks {
  /// A plain word: a part of the query, the terms and the stems that match it.
  struct StemmedWord {
    var part: Int
    var terms: Set<String>
    var stems: Set<String>
  }

  /// What each part of the query adds to a window of a snippet that has it.
  private(set) var weights: [Double] = []
  /// The plain words.
  private(set) var words: [StemmedWord] = []
  /// The parts of terms that are marked as they stand.
  private(set) var terms: [String: Int] = [:]
  /// The words that are marked by where they stand to each other.
  private(set) var rows: [MarkedRow] = []
  /// The places of quotations in the passages that have them, by the ids of these.
  private(set) var quotations: [String: [Range<Int>]] = [:]
  /// How words may begin that are marked.
  private(set) var beginnings: Beginnings
  /// The sequence marks of the stems of words, by which a sequence tells that a word cannot match.
  private(set) var stemMarks = Set<UInt16>()

  private let context: SearchContext

  /// Gathers what a query marks.
  init(_ query: QueryNode, _ planner: inout QueryPlanner) throws(IndexError) {
    context = planner.context
    beginnings = Beginnings(stemmers: context.snapshot.stemmers)
    quotations = Dictionary(
      planner.quotations.map { ($0.passage, $0.matching) }, uniquingKeysWith: { $0 + $1 })
    try query.plannable.addMarks(to: &self, &planner)
    for member in planner.synonyms { try add(synonym: member) }
    weigh(planner.answers)
  }

  /// Whether nothing is marked.
  var isEmpty: Bool { words.isEmpty && terms.isEmpty && rows.isEmpty && quotations.isEmpty }

  /// Adds plain words, and what hyphens make of them.
  mutating func add(_ tokens: [Token]) throws(IndexError) {
    var joined = ""
    for token in tokens {
      try add(token)
      joined = token.isJoined ? joined + token.term : token.term
      if token.isJoined { try add(Token(term: joined, word: joined, range: token.range)) }
    }
  }

  /// Adds terms that are marked as they stand.
  mutating func add(terms: [String]) {
    let part = newPart()
    for term in terms where self.terms[term] == nil {
      self.terms[term] = part
      beginnings.allow(term)
    }
  }

  /// Adds words that are marked where they stand near each other; of each place any term may stand.
  mutating func add(_ slots: [[String]], within window: Int, _ order: MarkedRow.Order) {
    rows.append(MarkedRow(newPart(weight: 2 * Double(slots.count)), slots, window, order))
  }

  /// Adds a name that the thesaurus has for words of the query.
  private mutating func add(synonym: [Token]) throws(IndexError) {
    guard synonym.count > 1 else { return try add(synonym) }
    rows.append(MarkedRow(newPart(), synonym.map { [$0.term] }, synonym.count, .adjacent))
  }

  private mutating func add(_ token: Token) throws(IndexError) {
    let stems = try context.stems(term: token.term, word: token.word)
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

  /// Gives rare words weight and takes from stop words their marks, if there are others.
  private mutating func weigh(_ answers: Answers) {
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
