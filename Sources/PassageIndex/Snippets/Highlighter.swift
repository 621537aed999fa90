// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus
import Glibc

/// Finds in passages what a query matches: by the same tokenizer and the same stems as the index,
/// part by part of the query.
///
/// Own code, because libxapian's snippets know no offsets and break inside characters.
struct Highlighter {
  private struct StemmedWord {
    var part: Int
    var terms: Set<String>
    var stems: Set<String>
  }

  /// What each part of the query adds to a window that has it.
  private(set) var weights: [Double] = []

  private var words: [StemmedWord] = []
  private var terms: [String: Int] = [:]
  private var sequences: [Sequence] = []
  private let quotations: [String: [Range<Int>]]
  private var beginnings: Beginnings
  /// The marks of the stems of words, by which a sequence tells that a word cannot match.
  private var marks = Set<UInt16>()
  private let snapshot: Snapshot
  private var tokenizer = Tokenizer()

  /// Prepares to find what a query matches.
  init(_ query: QueryNode, _ compiled: CompiledQuery, snapshot: Snapshot) throws(IndexError) {
    self.snapshot = snapshot
    beginnings = Beginnings(stemmers: snapshot.stemmers)
    quotations = Dictionary(
      compiled.quotations.map { ($0.passage, $0.matching) }, uniquingKeysWith: { $0 + $1 })
    var expansions = compiled.expansions
    try add(query, &expansions)
    for member in compiled.synonyms { try addSynonym(member) }
    try weigh()
  }

  /// Whether there is anything to find.
  var isEmpty: Bool {
    words.isEmpty && terms.isEmpty && sequences.isEmpty && quotations.isEmpty
  }

  private mutating func newPart(weight: Double = 1) -> Int {
    weights.append(weight)
    return weights.count - 1
  }

  // MARK: Parts of the query

  private mutating func add(
    _ node: QueryNode, _ expansions: inout Expansions
  ) throws(IndexError) {
    switch node {
    case .words(let words): try add(words.map(\.token))
    case .exact(let token): add([token.term])
    case .pattern(let pattern): add(try expansions.terms(of: pattern))
    case .fuzzy(let word): add(try expansions.termsByDistance(of: word).flatMap(\.self))
    case .phrase(let phrase):
      var slots: [[String]] = []
      for form in phrase.forms { slots.append(try expansions.terms(of: form, phrase)) }
      let order: Sequence.Order = phrase.slop == 0 ? .adjacent : .ordered
      add(Sequence(newPart(weight: 2 * Double(slots.count)), slots, phrase.window, order))
    case .near(let proximity):
      var slots: [[String]] = []
      for side in proximity.sides {
        var terms: [String] = []
        for form in side { terms += try expansions.terms(of: form) }
        slots.append(terms)
      }
      let order: Sequence.Order = proximity.isOrdered ? .ordered : .any
      add(Sequence(newPart(weight: 2 * Double(slots.count)), slots, proximity.window, order))
    case .group(let group): for node in group.parts { try add(node, &expansions) }
    case .all(let nodes), .any(let nodes): for node in nodes { try add(node, &expansions) }
    case .quotation(let quotation): try add(quotation.plainWords.map(\.token))
    case .not, .filter, .everything: break
    }
  }

  /// Plain words, and what hyphens make of them.
  private mutating func add(_ tokens: [Token]) throws(IndexError) {
    var joined = ""
    for token in tokens {
      try add(token)
      joined = token.isJoined ? joined + token.term : token.term
      if token.isJoined { try add(Token(term: joined, word: joined, range: token.range)) }
    }
  }

  /// A name that the thesaurus has for words of the query.
  private mutating func addSynonym(_ member: [Token]) throws(IndexError) {
    guard member.count > 1 else { return try add(member) }
    add(Sequence(newPart(), member.map { [$0.term] }, member.count, .adjacent))
  }

  private mutating func add(_ token: Token) throws(IndexError) {
    let stems = try snapshot.stems(term: token.term, word: token.word)
    words.append(StemmedWord(part: newPart(), terms: [token.term], stems: Set(stems)))
    for stem in stems { marks.insert(withBytes(stem) { cx_mark($0) }) }
    for form in stems + stems.flatMap(snapshot.beginnings) + [token.term, token.word] {
      beginnings.allow(form)
    }
  }

  private mutating func add(_ terms: [String]) {
    let part = newPart()
    for term in terms where self.terms[term] == nil {
      self.terms[term] = part
      beginnings.allow(term)
    }
  }

  private mutating func add(_ sequence: Sequence) { sequences.append(sequence) }

  /// Gives rare words weight and takes from stop words their marks, if there are others.
  private mutating func weigh() throws(IndexError) {
    guard !words.isEmpty else { return }
    let stems = words.map { $0.stems.first.map { Schema.stemPrefix + $0 } ?? "" }
    let counts = try snapshot.database.frequencies(ofTerms: stems)
    let all = Double(snapshot.passageCount)
    for (word, count) in zip(words, counts) {
      weights[word.part] = max(0.1, log((all + 1) / Double(count + 1)))
    }
    let isStopWord = words.map { $0.terms.contains(where: snapshot.stopWords.contains) }
    guard isStopWord.contains(false) || !sequences.isEmpty || !terms.isEmpty else { return }
    words = zip(words, isStopWord).filter { !$0.1 }.map(\.0)
  }

  // MARK: Passages

  /// The places in a passage that match, in ascending order.
  ///
  /// - Parameter sequence: The stems of the passage in order, as the index keeps them, if they are at
  ///   hand: words that they show not to match need not be stemmed.
  mutating func highlights(
    in passage: Passage,
    sequence: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) throws(IndexError) -> [Highlight] {
    if let places = quotations[passage.id] {
      return places.sorted { $0.lowerBound < $1.lowerBound }.map { Highlight(range: $0, part: 0) }
    }
    return try highlights(in: passage.text, sequence)
  }

  private mutating func highlights(
    in text: String, _ sequence: UnsafeRawBufferPointer
  ) throws(IndexError) -> [Highlight] {
    guard !isEmpty else { return [] }
    var found: [Highlight] = []
    var candidates: [(term: String, word: String, range: Range<Int>, mayMatch: Bool)] = []
    var compounds: [(term: String, range: Range<Int>)] = []
    let collectsAll = !sequences.isEmpty
    // Terms of patterns have no stems; of a word with accents the sequence has one of two stems.
    let usesMarks = terms.isEmpty
    var offset = 0
    var compound = CompoundWord()
    tokenizer.forEachJoinedToken(in: text) { [beginnings, marks] term, word, range, isJoined in
      defer { offset += 2 }
      compound.take(term, range, isJoined: isJoined)
      if isJoined, let joined = compound.form(beginnings) { compounds.append(joined) }
      var mayMatch = beginnings.mayBegin(term)
      if mayMatch, usesMarks, word.isEmpty, offset + 1 < sequence.count {
        mayMatch = marks.contains(UInt16(sequence[offset]) | UInt16(sequence[offset + 1]) << 8)
      }
      guard collectsAll || mayMatch else { return }
      let form = String(decoding: term, as: UTF8.self)
      candidates.append(
        (form, word.isEmpty ? form : String(decoding: word, as: UTF8.self), range, mayMatch)
      )
    }
    let possible =
      candidates.filter(\.mayMatch).map { ($0.term, $0.word, $0.range) }
      + compounds.map { ($0.term, $0.term, $0.range) }
    let stems =
      words.isEmpty
      ? possible.map { _ in [] } : try snapshot.stems(of: possible.map { ($0.0, $0.1) })
    for ((term, _, range), stems) in zip(possible, stems) {
      if let part = part(matching: term, stems) {
        found.append(Highlight(range: range, part: part))
      }
    }
    for sequence in sequences {
      found += sequence.highlights(in: candidates.lazy.map { ($0.term, $0.range) })
    }
    found.sort { ($0.range.lowerBound, $0.part) < ($1.range.lowerBound, $1.part) }
    return found
  }

  private func part(matching term: String, _ stems: [String]) -> Int? {
    if let part = terms[term] { return part }
    if let exact = words.first(where: { $0.terms.contains(term) }) { return exact.part }
    return words.first { word in stems.contains { word.stems.contains($0) } }?.part
  }
}
