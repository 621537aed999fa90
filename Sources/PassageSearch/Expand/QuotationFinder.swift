// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import QueryLanguage
import XapianStore

/// Finds the passages that contain a quotation, verbatim or approximately.
///
/// The rarest words of the quotation select a few passages, and each of them is aligned with it.
/// Errors of scanning or memory then cost a few words, not the whole passage.
struct QuotationFinder {
  /// The number of rarest words that select the passages.
  private static let telling = 12
  /// The minimum part of the quotation that a passage must contain, and the minimum share of equal
  /// words between the first and the last equal ones.
  ///
  /// Short quotations need more of both, since half of one says nothing.
  private static let least = (part: 0.5, agreement: 0.7)
  private static let leastOfShort = (part: 0.75, agreement: 0.75)
  /// The minimum similarity for a short quotation: a few words in a row can match by chance.
  private static let leastSimilarity = 0.65
  /// For a quotation spread over several passages: the minimum number of almost contiguous words in
  /// one.
  private static let leastWords = 12
  private static let leastAgreement = 0.8

  let answers: Answers
  let deadline: Deadline
  /// Conditions that passages must also satisfy.
  var restrictions: [QueryPlan] = []

  /// The passages that contain the quotation, the most similar first; empty while they are not
  /// known.
  func matches(of quotation: [Token]) throws(IndexError) -> [QuotationMatch] {
    try answers.remembered("quotation \(quotation.joined)") { () throws(IndexError) in
      guard let plan = candidates(of: quotation), let found = answers.firstFound([plan]) else {
        return nil
      }
      return matches(of: quotation, in: found?.passages ?? [])
    } ?? []
  }

  /// The passages that contain a phrase approximately, unless some contain it verbatim; `nil` if
  /// some do, or if that is not known yet.
  ///
  /// - Parameter exact: The plan for passages that contain it verbatim.
  func matches(
    of phrase: [Token], unlessFound exact: QueryPlan
  ) throws(IndexError) -> [QuotationMatch]? {
    try answers.remembered(exact) { () throws(IndexError) in
      guard let plan = candidates(of: phrase) else { return nil }
      var verbatim = MatchPlan(exact)
      verbatim.limit = 1
      guard let found = answers.firstFound([verbatim, plan]), found?.plan != 0 else { return nil }
      return matches(of: phrase, in: found?.passages ?? [])
    }
  }

  /// The plan for passages with the rarest words of a quotation; `nil` while those are not known.
  private func candidates(of quotation: [Token]) -> MatchPlan? {
    guard let telling = tellingTerms(of: quotation) else { return nil }
    var query = QueryPlan.any(telling.map { .term($0) })
    for restriction in restrictions { query = .filtered(query, by: restriction) }
    var plan = MatchPlan(query)
    plan.limit = telling.isEmpty ? 0 : SearchLimits.candidates
    return plan
  }

  private func matches(of quotation: [Token], in candidates: [Passage]) -> [QuotationMatch] {
    let quotation = Array(quotation.prefix(SearchLimits.quotation))
    var tokenizer = Tokenizer()
    var found: [QuotationMatch] = []
    for passage in candidates {
      if deadline.cuts() { break }
      let words = tokenizer.tokens(in: passage.text)
      let alignment = WordAlignment(of: quotation.map(\.term), with: words.map(\.term))
      if let match = Self.match(alignment, quotation, words, passage) { found.append(match) }
    }
    return found.sorted { ($1.similarity, $0.passage) < ($0.similarity, $1.passage) }
  }

  /// The rarest words that are in the index, without duplicates.
  private func tellingTerms(of quotation: [Token]) -> [String]? {
    var terms: [String] = []
    var seen: Set<String> = []
    for token in quotation.prefix(SearchLimits.quotation) where seen.insert(token.term).inserted {
      terms.append(token.term)
    }
    guard let frequencies = answers.frequencies(of: terms) else { return nil }
    return zip(terms, frequencies).filter { $0.1 > 0 }.sorted { $0.1 < $1.1 }
      .prefix(Self.telling).map(\.0)
  }

  private static func match(
    _ alignment: WordAlignment, _ quotation: [Token], _ words: [Token], _ passage: Passage
  ) -> QuotationMatch? {
    guard let first = alignment.pairs.first, let last = alignment.pairs.last else { return nil }
    let matched = alignment.pairs.count
    let asked = last.asked - first.asked + 1
    let spanned = last.found - first.found + 1
    let part = Double(matched) / Double(quotation.count)
    let agreement = Double(matched) / Double(max(asked, spanned))
    let inserted = spanned - matched
    let similarity = Double(matched) / Double(quotation.count + max(0, inserted))
    let isShort = quotation.count < PastedQuotation.fewestOfLong
    let least = isShort ? leastOfShort : Self.least
    guard
      part >= least.part && agreement >= least.agreement
        && (!isShort || similarity >= leastSimilarity)
        || matched >= leastWords && agreement >= leastAgreement
    else { return nil }
    return QuotationMatch(
      passage: passage.id,
      similarity: similarity,
      range: words[first.found].range.lowerBound..<words[last.found].range.upperBound,
      matching: runs(alignment.pairs.map { words[$0.found].range }, alignment.pairs),
      differences: differences(alignment, quotation, words, passage.text)
    )
  }

  /// The places of the equal words; adjacent words are one place.
  private static func runs(
    _ ranges: [Range<Int>], _ pairs: [WordAlignment.Pair]
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, range) in ranges.enumerated() {
      if index > 0, let last = runs.last, pairs[index].found == pairs[index - 1].found + 1,
        pairs[index].asked == pairs[index - 1].asked + 1
      {
        runs[runs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        runs.append(range)
      }
    }
    return runs
  }

  private static func differences(
    _ alignment: WordAlignment, _ quotation: [Token], _ words: [Token], _ text: String
  ) -> [QuotationDifference] {
    let scalars = Array(text.unicodeScalars)
    var differences: [QuotationDifference] = []
    var asked = 0
    // If the first words differ, as many words of the passage precede the first equal word.
    var found = max(0, (alignment.pairs.first?.found ?? 0) - (alignment.pairs.first?.asked ?? 0))
    func add(_ askedEnd: Int, _ foundEnd: Int) {
      guard asked < askedEnd || found < foundEnd else { return }
      let position = span(quotation, asked..<askedEnd)
      let range = span(words, found..<foundEnd)
      differences.append(
        QuotationDifference(
          asked: quotation[asked..<askedEnd].map(\.word).joined(separator: " "),
          found: String(String.UnicodeScalarView(scalars[range])), position: position, range: range)
      )
    }
    for pair in alignment.pairs {
      add(pair.asked, pair.found)
      asked = pair.asked + 1
      found = pair.found + 1
    }
    add(quotation.count, min(words.count, found + quotation.count - asked))
    return differences
  }

  /// The range of some words in code points; if there are none, an empty range before the next
  /// word.
  private static func span(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
    if !range.isEmpty {
      return tokens[range.lowerBound].range
        .lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }
    let place =
      range.lowerBound < tokens.count
      ? tokens[range.lowerBound].range.lowerBound : tokens.last?.range.upperBound ?? 0
    return place..<place
  }
}
