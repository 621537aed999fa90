// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What to stem instead of a word, where the vocabulary overrides the stemmer.
package struct StemForm: Sendable, Hashable {
  /// The word to stem instead, or the stem itself.
  package var text: String
  /// Whether `text` is already the stem.
  package var isStem: Bool
}

/// Applies the vocabulary of one language to words before they are stemmed.
package struct StemForms: Sendable {
  /// The minimum number of letters a word must have besides a listed beginning or ending.
  private static let shortestRest = 3

  private var stems: [String: String] = [:]
  private var words: [String: [String]] = [:]
  private var kept: [String] = []
  private var beginnings: [Vocabulary.Spelling] = []
  private var endings: [Vocabulary.Spelling] = []

  /// Reads the vocabulary for a stemmer's language.
  package init(_ vocabulary: Vocabulary, stemmer: String) {
    guard let language = vocabulary.languages[stemmer] else { return }
    var tokenizer = Tokenizer()
    func folded(_ text: String) -> String? { tokenizer.tokens(in: text).first?.term }
    kept = language.kept.compactMap(folded)
    beginnings = language.beginnings
    endings = language.endings.sorted { $0.from.utf8.count > $1.from.utf8.count }
    for group in language.same {
      guard let stem = group.first.flatMap(folded) else { continue }
      for word in group.compactMap(folded) {
        stems[word] = stem
        words[stem, default: []].append(word)
      }
    }
  }

  /// The words to which the vocabulary assigns a stem.
  package func words(of stem: String) -> [String] { words[stem] ?? [] }

  /// The printed beginnings of words with a stem: `sceptic` for the stem of `skeptic`.
  package func beginnings(of stem: String) -> [String] {
    beginnings.filter { stem.hasPrefix($0.to) || $0.to.hasPrefix(stem) }.map(\.from)
  }

  /// The replacement for a word; `nil` if the stemmer should get the word unchanged.
  package func form(of term: String) -> StemForm? {
    if stems.isEmpty && endings.isEmpty && beginnings.isEmpty { return nil }
    if let stem = stem(of: term) { return StemForm(text: stem, isStem: true) }
    guard let respelled = respelled(term), !kept.contains(where: term.hasPrefix) else {
      return nil
    }
    if let stem = stem(of: respelled) { return StemForm(text: stem, isStem: true) }
    return StemForm(text: respelled, isStem: false)
  }

  /// The listed stem of a word, also if it is a plural or possessive.
  private func stem(of term: String) -> String? {
    if let stem = stems[term] { return stem }
    guard term.utf8.last == 0x73 else { return nil }
    return stems[String(term.dropLast(term.hasSuffix("'s") ? 2 : 1))]
  }

  private func respelled(_ term: String) -> String? {
    var word = term
    if let pair = beginnings.first(where: { word.hasPrefix($0.from) }) {
      word = pair.to + word.dropFirst(pair.from.count)
    }
    if let pair = endings.first(where: { word.hasSuffix($0.from) }),
      word.utf8.count >= pair.from.utf8.count + Self.shortestRest
    {
      word = word.dropLast(pair.from.count) + pair.to
    }
    return word == term ? nil : word
  }
}
