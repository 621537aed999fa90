// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Recognises the words of a query that carry little meaning.
///
/// They are not dropped, which would lose `to be or not to be`, but count less. Phrases such as `I
/// am interested in` are recognised too (“stop structure” in Huston and Croft 2010, “Evaluating
/// verbose query processing techniques”).
struct StopWords {
  private var words: Set<String> = []
  /// Stop phrases by their first word, the longest first.
  private var phrases: [String: [[String]]] = [:]

  /// Takes the stop words of all languages, because the language of a query is not known.
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

  /// Whether a word is a stop word.
  func contains(_ term: String) -> Bool { words.contains(term) }

  /// The weight of each word: less than 1 for stop words and words of stop phrases, but 1 for all
  /// if all would be less.
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
