// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

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
  /// The first bytes of everything that may match; most words of a passage fail here.
  private var firstBytes: [Bool]
  private let snapshot: Snapshot
  private var tokenizer = Tokenizer()

  /// Stemmers that take off prefixes: with them the first letter tells nothing.
  private static let prefixStemmers: Set<String> = ["ar", "id", "hy", "ne", "ta"]

  /// Prepares to find what a query matches.
  init(_ query: QueryNode, _ compiled: CompiledQuery, snapshot: Snapshot) throws(IndexError) {
    self.snapshot = snapshot
    let mayStripPrefixes = snapshot.stemmers.contains { Self.prefixStemmers.contains($0) }
    firstBytes = Array(repeating: mayStripPrefixes, count: 256)
    quotations = Dictionary(
      compiled.quotations.map { ($0.passage, $0.matching) }, uniquingKeysWith: { $0 + $1 })
    var expansions = compiled.expansions
    try add(query, &expansions)
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
    case .words(let words): for word in words { try add(word.token) }
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
    case .quotation(let quotation):
      if !quotation.isQuoted {
        for token in quotation.tokens.prefix(SearchLimits.terms) { try add(token) }
      }
    case .not, .filter, .everything: break
    }
  }

  private mutating func add(_ token: Token) throws(IndexError) {
    let stems = try snapshot.stems(term: token.term, word: token.word)
    words.append(StemmedWord(part: newPart(), terms: [token.term], stems: Set(stems)))
    for form in stems + stems.flatMap(snapshot.respellings) + [token.term, token.word] {
      allow(form)
    }
  }

  private mutating func add(_ terms: [String]) {
    let part = newPart()
    for term in terms where self.terms[term] == nil {
      self.terms[term] = part
      allow(term)
    }
  }

  private mutating func add(_ sequence: Sequence) { sequences.append(sequence) }

  private mutating func allow(_ form: String) {
    guard let byte = form.utf8.first else { return }
    firstBytes[Int(byte)] = true
    // A letter with an accent may begin the word and none the stem.
    if byte >= 0x80 { firstBytes = Array(repeating: true, count: 256) }
  }

  /// Gives rare words weight and takes from common ones their marks, if there are others.
  private mutating func weigh() throws(IndexError) {
    guard !words.isEmpty else { return }
    let stems = words.map { $0.stems.first.map { Schema.stemPrefix + $0 } ?? "" }
    let counts = try snapshot.database.frequencies(ofTerms: stems)
    let all = Double(snapshot.passageCount)
    for (word, count) in zip(words, counts) {
      weights[word.part] = max(0.1, log((all + 1) / Double(count + 1)))
    }
    let isCommon = counts.map { all >= 400 && Double($0) > all / 4 }
    guard isCommon.contains(false) || !sequences.isEmpty || !terms.isEmpty else { return }
    words = zip(words, isCommon).filter { !$0.1 }.map(\.0)
  }

  // MARK: Passages

  /// The places in a passage that match, in ascending order.
  mutating func highlights(in passage: Passage) throws(IndexError) -> [Highlight] {
    if let places = quotations[passage.id] {
      return places.sorted { $0.lowerBound < $1.lowerBound }.map { Highlight(range: $0, part: 0) }
    }
    return try highlights(in: passage.text)
  }

  private mutating func highlights(in text: String) throws(IndexError) -> [Highlight] {
    guard !isEmpty else { return [] }
    var found: [Highlight] = []
    var candidates: [(term: String, word: String, range: Range<Int>)] = []
    let collectsAll = !sequences.isEmpty
    tokenizer.forEachToken(in: text) { [firstBytes] term, word, range in
      guard collectsAll || (term.first.map { firstBytes[Int($0)] } ?? false) else { return }
      let form = String(decoding: term, as: UTF8.self)
      candidates.append(
        (form, word.isEmpty ? form : String(decoding: word, as: UTF8.self), range)
      )
    }
    for candidate in candidates {
      guard let byte = candidate.term.utf8.first, firstBytes[Int(byte)] else { continue }
      if let part = try part(matching: candidate.term, candidate.word) {
        found.append(Highlight(range: candidate.range, part: part))
      }
    }
    for sequence in sequences {
      found += sequence.highlights(in: candidates.lazy.map { ($0.term, $0.range) })
    }
    found.sort { ($0.range.lowerBound, $0.part) < ($1.range.lowerBound, $1.part) }
    return found
  }

  private func part(matching term: String, _ word: String) throws(IndexError) -> Int? {
    if let part = terms[term] { return part }
    guard !words.isEmpty else { return nil }
    if let exact = words.first(where: { $0.terms.contains(term) }) { return exact.part }
    let stems = try snapshot.stems(term: term, word: word)
    return words.first { word in stems.contains { word.stems.contains($0) } }?.part
  }
}
