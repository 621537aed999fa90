// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian

/// The terms of the index that the patterns, the misspelt words and the inflected forms of a query
/// stand for: found once, within bounds that all of them share.
struct Expansions {
  private struct Key: Hashable {
    var prefix: String
    var text: String
    /// The distance of a misspelt word; -1 for a pattern.
    var distance: Int
  }

  private let snapshot: Snapshot
  private let deadline: Deadline
  private var found: [Key: [[String]]] = [:]
  private var inflections: [String: [String]] = [:]
  private var variants: [String: [String]] = [:]
  private var room = SearchLimits.expansions
  private var time = SearchLimits.expansionTime
  private var notes = QueryNotes()

  init(_ snapshot: Snapshot, until deadline: Deadline) {
    self.snapshot = snapshot
    self.deadline = deadline
  }

  /// What was cut.
  var warnings: [QueryWarning] { notes.warnings }

  /// The terms of a pattern, the most frequent first.
  mutating func terms(
    of pattern: Pattern, prefix: String = "", limit: Int = SearchLimits.expansion
  ) throws(IndexError) -> [String] {
    let key = Key(prefix: prefix, text: pattern.text, distance: -1)
    return try terms(key, pattern.range, limit: limit).flatMap(\.self)
  }

  /// The terms of a misspelt word by their distance from it.
  mutating func termsByDistance(
    of word: FuzzyWord, prefix: String = "", limit: Int = SearchLimits.expansion
  ) throws(IndexError) -> [[String]] {
    let key = Key(prefix: prefix, text: word.token.term, distance: word.distance)
    return try terms(key, word.token.range, limit: limit)
  }

  /// The terms that may stand where a form stands, in a phrase or beside `NEAR`.
  mutating func terms(of form: Form, _ phrase: Phrase? = nil) throws(IndexError) -> [String] {
    let limit = SearchLimits.positionalExpansion
    let terms: [String]
    switch form {
    case .exact(let token):
      guard phrase?.isSpelledEitherWay == true else { return [token.term] }
      return try spellings(of: token.term)
    case .inflected(let token): return try inflections(of: token)
    case .pattern(let pattern): terms = try self.terms(of: pattern, limit: limit)
    case .fuzzy(let word): terms = try termsByDistance(of: word, limit: limit).flatMap(\.self)
    }
    if terms.count > limit { cut(limit, form.range) }
    return Array(terms.prefix(limit))
  }

  private mutating func terms(
    _ key: Key, _ range: Range<Int>, limit: Int
  ) throws(IndexError) -> [[String]] {
    if let known = found[key] { return known }
    guard found.count < SearchLimits.patterns else {
      notes.addOnce(
        "too-many-patterns",
        "Only \(SearchLimits.patterns) patterns and misspelt words are looked for in a query.",
        range)
      // A misspelt word beyond the bound is a word.
      return [key.distance < 0 ? [] : [key.prefix + key.text]]
    }
    let clock = ContinuousClock()
    let start = clock.now
    let block = try snapshot.database.expansion(
      of: key.text,
      prefix: key.prefix,
      distance: key.distance < 0 ? nil : UInt32(key.distance),
      limit: min(limit, room),
      microseconds: deadline.microsecondsLeft(most: max(time, 0))
    )
    time -= Int((clock.now - start) / .microseconds(1))
    var byDistance: [[String]] = Array(repeating: [], count: max(key.distance, 0) + 1)
    let items = try block.map { (item, bytes) throws(IndexError) in
      (Int(item.weight), String(decoding: bytes, as: UTF8.self))
    }
    for (distance, term) in items where byDistance.indices.contains(distance) {
      byDistance[distance].append(term)
    }
    room -= items.count
    if block.isCut {
      notes.add(
        "expansion-stopped",
        "Only \(block.total.upper) words of the index were compared with “\(key.text)”.", range)
    } else if block.total.estimate > items.count {
      cut(items.count, range, of: block.total.estimate)
    }
    found[key] = byDistance
    return byDistance
  }

  private mutating func cut(_ kept: Int, _ range: Range<Int>, of all: Int? = nil) {
    let number = all.map { "\($0) words" } ?? "More words"
    notes.add(
      "expansion-cut",
      "\(number) of the index are like this; the \(kept) most frequent are searched.", range)
  }

  // MARK: Forms of a word

  /// The words of the index that have the same stem, as the vocabulary and the stemmers make them.
  ///
  /// Stems have no positions in the index, so the forms themselves are looked for.
  private mutating func inflections(of token: Token) throws(IndexError) -> [String] {
    if let known = inflections[token.word] { return known }
    if deadline.cuts() { return [token.term] }
    let stems = try snapshot.stems(term: token.term, word: token.word)
    // Endings change the last letters of a stem; what stands before them is in every form.
    let shortest = stems.map(\.unicodeScalars.count).min() ?? 0
    let shared = String(
      String.UnicodeScalarView(token.term.unicodeScalars.prefix(max(2, shortest - 2))))
    let candidates = try snapshot.database.terms(withPrefix: shared, limit: 4_000).strings
    var forms = [token.term]
    let respelled = Array(Set(stems.flatMap(snapshot.words)).subtracting(forms)).sorted()
    let frequencies = try snapshot.database.frequencies(ofTerms: respelled)
    forms += zip(respelled, frequencies).filter { $0.1 > 0 }.map(\.0)
    let found = try snapshot.unknownStems(of: candidates.map { ($0, $0) })
    for (candidate, found) in zip(candidates, found)
    where found.contains(where: stems.contains) && !forms.contains(candidate) {
      guard forms.count < SearchLimits.positionalExpansion else { break }
      forms.append(candidate)
    }
    inflections[token.word] = forms
    return forms
  }

  /// The British and the American spelling of a word, those that the index has.
  private mutating func spellings(of term: String) throws(IndexError) -> [String] {
    if let known = variants[term] { return known }
    let others = SpellingVariants.of(term)
    let frequencies = try snapshot.database.frequencies(ofTerms: others)
    let spellings = [term] + zip(others, frequencies).filter { $0.1 > 0 }.map(\.0)
    variants[term] = spellings
    return spellings
  }
}

extension QueryCompiler {
  /// The terms of a pattern under a field's prefix.
  mutating func expanded(_ pattern: Pattern, prefix: String) throws(IndexError) -> [String] {
    try expansions.terms(of: pattern, prefix: prefix)
  }

  /// The terms of a misspelt word under a field's prefix.
  mutating func expanded(_ word: FuzzyWord, prefix: String) throws(IndexError) -> [String] {
    try expansions.termsByDistance(of: word, prefix: prefix).flatMap(\.self)
  }
}
