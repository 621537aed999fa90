// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import IndexSchema
import QueryLanguage
import XapianStore

/// Finds passages similar to a given one: those that share its most distinctive words.
struct Likeness {
  /// The number of distinctive words taken from the passage.
  private static let telling = 25

  let context: SearchContext
  let answers: Answers

  /// The query for passages similar to the one with an id; `query`, if not empty, must match too.
  ///
  /// - Throws: `IndexError(.notFound)` if there is no such passage.
  func query(like id: String, _ query: ParsedQuery) throws(IndexError) -> ParsedQuery {
    let id = context.present(id)
    guard let answer = answers.passage(id) else { return query }
    guard let passage = answer else {
      throw IndexError(
        .notFound,
        "There is no passage “\(id.prefix(140))” to find similar ones to.",
        hint: "An id is a work and a label: `work/p31`."
      )
    }
    let words = try tellingWords(of: passage)
    var group = QueryGroup(
      parts: [.any(words.map { .words([Word(token: $0)]) })],
      excluded: [.filter(Schema.id, .value(id))]
    )
    if query.root != .everything { group.required = [query.root] }
    var found = query
    found.root = .group(group)
    found.interpreted =
      ["like:\(id)", query.interpreted].filter { !$0.isEmpty }.joined(separator: " ")
    return found
  }

  /// The words with the highest tf · idf that also occur in other passages.
  private func tellingWords(of passage: Passage) throws(IndexError) -> [Token] {
    var tokenizer = Tokenizer()
    var counts: [String: (token: Token, count: Double)] = [:]
    for token in tokenizer.tokens(in: passage.text) {
      let stems = try context.stems(term: token.term, word: token.word)
      guard let stem = stems.first else { continue }
      counts[stem, default: (token, 0)].count += 1
    }
    let stems = counts.keys.sorted()
    guard let frequencies = answers.frequencies(of: stems.map { Schema.stemPrefix + $0 }) else {
      return []
    }
    let all = Double(context.snapshot.passageCount)
    var weighted: [(token: Token, weight: Double)] = []
    for (stem, frequency) in zip(stems, frequencies) where frequency > 1 {
      guard let (token, count) = counts[stem] else { continue }
      let weight = count / (count + 1.2) * log((all + 1) / Double(frequency))
      if weight > 0 { weighted.append((token, weight)) }
    }
    weighted.sort { ($1.weight, $0.token.term) < ($0.weight, $1.token.term) }
    return weighted.prefix(Self.telling).map(\.token)
  }
}
