// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage
import XapianStore

/// Expands the patterns, fuzzy words and inflected forms of a query to terms of the index, within
/// limits that they share.
struct Expansions {
  private struct Key: Hashable {
    var prefix: String
    var text: String
    /// The edit distance of a fuzzy word; `nil` for a pattern.
    var distance: Int?
  }

  private let context: SearchContext
  private let answers: Answers
  private let deadline: Deadline
  private var found: [Key: [[String]]] = [:]
  private var room = SearchLimits.expansions
  private var notes = QueryNotes()

  init(_ context: SearchContext, _ answers: Answers, until deadline: Deadline) {
    self.context = context
    self.answers = answers
    self.deadline = deadline
  }

  /// Warnings about expansions that were cut short.
  var warnings: [QueryWarning] { notes.warnings }

  /// The terms that match a pattern, the most frequent first.
  mutating func terms(
    of pattern: Pattern, prefix: String = "", limit: Int = SearchLimits.expansion
  ) -> [String] {
    terms(Key(prefix: prefix, text: pattern.text), pattern.range, limit: limit).flatMap(\.self)
  }

  /// The terms that match a fuzzy word, grouped by edit distance.
  mutating func termsByDistance(
    of word: FuzzyWord, prefix: String = "", limit: Int = SearchLimits.expansion
  ) -> [[String]] {
    let key = Key(prefix: prefix, text: word.token.term, distance: word.distance)
    return terms(key, word.token.range, limit: limit)
  }

  /// The terms that match a form in a phrase or an operand of `NEAR`.
  mutating func terms(of form: Form, _ phrase: Phrase? = nil) throws(IndexError) -> [String] {
    let limit = SearchLimits.positionalExpansion
    let terms: [String]
    switch form {
    case .exact(let token):
      guard phrase?.isSpelledEitherWay == true else { return [token.term] }
      return spellings(of: token.term)
    case .inflected(let token): return try inflections(of: token)
    case .pattern(let pattern): terms = self.terms(of: pattern, limit: limit)
    case .fuzzy(let word): terms = termsByDistance(of: word, limit: limit).flatMap(\.self)
    }
    if terms.count > limit { cut(limit, form.range) }
    return Array(terms.prefix(limit))
  }

  private mutating func terms(_ key: Key, _ range: Range<Int>, limit: Int) -> [[String]] {
    if let known = found[key] { return known }
    guard found.count < SearchLimits.patterns else {
      notes.addOnce(
        "too-many-patterns",
        "Only \(SearchLimits.patterns) patterns and fuzzy words are expanded per query.",
        range)
      // Beyond the limit, a fuzzy word is treated as an exact word.
      return [key.distance == nil ? [] : [key.prefix + key.text]]
    }
    var byDistance = [[String]](repeating: [], count: (key.distance ?? 0) + 1)
    let question = ExpansionQuestion(
      prefix: key.prefix, text: key.text, distance: key.distance, limit: limit)
    if let answer = answers.expansion(question) {
      let kept = answer.terms.prefix(max(0, room))
      for (term, distance) in kept where byDistance.indices.contains(distance) {
        byDistance[distance].append(term)
      }
      room -= kept.count
      if answer.isCut {
        notes.add(
          "expansion-stopped",
          "Only \(answer.examined) words of the index were compared with “\(key.text)”.", range)
      } else if answer.matched > kept.count {
        cut(kept.count, range, of: answer.matched)
      }
    }
    found[key] = byDistance
    return byDistance
  }

  private mutating func cut(_ kept: Int, _ range: Range<Int>, of all: Int? = nil) {
    let number = all.map { "\($0) words" } ?? "More words"
    notes.add(
      "expansion-cut",
      "\(number) of the index match; only the \(kept) most frequent are searched.", range)
  }

  /// The words of the index with the same stem, according to the vocabulary and the stemmers.
  ///
  /// Stems have no positions in the index, so the inflected forms themselves are searched.
  private func inflections(of token: Token) throws(IndexError) -> [String] {
    let forms = try answers.remembered("inflections \(token.word)") {
      () throws(IndexError) -> [String]? in
      if deadline.cuts() { return [token.term] }
      return try unknownInflections(of: token)
    }
    return forms ?? [token.term]
  }

  private func unknownInflections(of token: Token) throws(IndexError) -> [String]? {
    let stems = try context.stems(term: token.term, word: token.word)
    // Endings change only the last letters of a stem; all forms share the letters before those.
    let shortest = stems.map(\.unicodeScalars.count).min() ?? 0
    let shared = String(
      String.UnicodeScalarView(token.term.unicodeScalars.prefix(max(2, shortest - 2))))
    let respelled = Array(Set(stems.flatMap(context.words)).subtracting([token.term])).sorted()
    let candidates = answers.terms(prefix: shared, limit: 4_000)?.map(\.term)
    let frequencies = answers.frequencies(of: respelled)
    guard let candidates, let frequencies else { return nil }
    var forms = [token.term]
    forms += zip(respelled, frequencies).filter { $0.1 > 0 }.map(\.0)
    let found = try context.unknownStems(of: candidates.map { ($0, $0) })
    for (candidate, found) in zip(candidates, found)
    where found.contains(where: stems.contains) && !forms.contains(candidate) {
      guard forms.count < SearchLimits.positionalExpansion else { break }
      forms.append(candidate)
    }
    return forms
  }

  /// The British and American spellings of a word that are in the index.
  private func spellings(of term: String) -> [String] {
    let others = SpellingVariants.of(term)
    guard let frequencies = answers.frequencies(of: others) else { return [term] }
    return [term] + zip(others, frequencies).filter { $0.1 > 0 }.map(\.0)
  }
}
