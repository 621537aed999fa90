// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Tells the words of a query that say little of what is looked for.
///
/// They are not thrown away, which would lose `to be or not to be`, but count less. Phrases such as
/// `I am interested in` are recognised too (Huston and Croft 2010, “Evaluating verbose query
/// processing techniques”, call them stop structure).
struct StopWords {
  private var words: Set<String> = []
  /// By their first words, the longest first.
  private var phrases: [String: [[String]]] = [:]

  /// Takes the stop words of all languages: that of a query is not known.
  init(_ vocabulary: Vocabulary) {
    var tokenizer = Tokenizer()
    for language in vocabulary.languages.values {
      for word in language.stopWords { words.formUnion(tokenizer.tokens(in: word).map(\.term)) }
      for phrase in language.stopPhrases {
        let terms = tokenizer.tokens(in: phrase).map(\.term)
        guard let first = terms.first else { continue }
        phrases[first, default: []].append(terms)
      }
    }
    for first in phrases.keys { phrases[first]?.sort { $0.count > $1.count } }
  }

  /// Whether it is one.
  func contains(_ term: String) -> Bool { words.contains(term) }

  /// What each word counts: less than 1 if it is a stop word or part of a stop phrase; all count 1 if
  /// none would.
  func weights(of tokens: [Token], ranking: Ranking) -> [Double] {
    var weights = tokens.map { words.contains($0.term) ? ranking.stopWord : 1 }
    var index = 0
    while index < tokens.count {
      let rest = tokens[index...].lazy.map(\.term)
      let phrase = phrases[tokens[index].term]?.first { rest.starts(with: $0) }
      guard let phrase else {
        index += 1
        continue
      }
      for place in index..<(index + phrase.count) { weights[place] = ranking.stopPhrase }
      index += phrase.count
    }
    return weights.contains(1) ? weights : tokens.map { _ in 1 }
  }
}
