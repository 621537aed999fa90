// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Resolves pronouns.
///
/// The subject of a sentence is the most likely antecedent in the next one (Grosz, Joshi and
/// Weinstein, *Centering*, 1995), so preceding sentences are searched backwards for their first
/// name.
struct Discourse {
  let passage: ReadPassage
  let mentions: [Mention]
  let sentences: [Sentence]
  /// Person in focus at the end of the previous passage.
  let before: Mention?

  /// The person that `he` or `she` refers to at a token.
  func person(at token: Int) -> Mention? {
    guard let current = sentences.index(at: token) else {
      return before
    }
    let same = subjects(of: sentences[current], before: token)
    if let subject = same.first(where: { !$0.isPossessive }) { return subject }
    for index in stride(from: current - 1, through: max(0, current - 5), by: -1) {
      let found = subjects(of: sentences[index], before: Int.max)
      if let subject = found.first(where: { !$0.isPossessive }) ?? found.first { return subject }
    }
    return same.first ?? before
  }

  /// The names in a sentence outside quotations and references, in order.
  private func subjects(of sentence: Sentence, before limit: Int) -> [Mention] {
    mentions.within(sentence.tokens).filter { mention in
      guard mention.tokens.upperBound <= limit,
        passage.spanOfToken[mention.tokens.lowerBound] < 0
      else { return false }
      let place = passage.tokens[mention.tokens.lowerBound].range.lowerBound
      return passage.references(in: place..<(place + 1)).isEmpty
    }
  }

  /// The person in focus at the end of the passage.
  func atEnd() -> Mention? {
    for sentence in sentences.reversed() {
      let found = subjects(of: sentence, before: Int.max)
      if let subject = found.first(where: { !$0.isPossessive }) ?? found.first { return subject }
    }
    return before
  }
}
