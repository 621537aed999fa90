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
  /// Person and group in focus at the end of the previous passage.
  let before: (person: Mention?, group: String?)

  /// The person that `he` or `she` refers to at a token.
  ///
  /// - Parameter centre: The last speaker, and the sentence in which they spoke.
  func person(at token: Int, centre: (key: String, sentence: Int)? = nil) -> Mention? {
    if let centre, let current = sentences.index(at: token),
      current - centre.sentence <= 3,
      !hasNewSubject(after: centre.sentence, through: current, before: token),
      let speaker = mentions.within(0..<max(0, token)).last(where: { $0.key == centre.key })
    {
      return speaker
    }
    return antecedent(at: token)
  }

  /// Whether a sentence since then begins with someone's name.
  private func hasNewSubject(after sentence: Int, through current: Int, before token: Int) -> Bool {
    guard current > sentence else {
      return !subjects(of: sentences[current], before: token).filter { !$0.isPossessive }.isEmpty
    }
    return ((sentence + 1)...current).contains { index in
      subjects(of: sentences[index], before: index == current ? token : Int.max).contains {
        !$0.isPossessive
          && (index == current || $0.tokens.lowerBound - sentences[index].tokens.lowerBound <= 3)
      }
    }
  }

  private func antecedent(at token: Int) -> Mention? {
    guard let current = sentences.index(at: token) else {
      return before.person
    }
    let same = subjects(of: sentences[current], before: token)
    if let subject = same.first(where: { !$0.isPossessive }) { return subject }
    for index in stride(from: current - 1, through: max(0, current - 5), by: -1) {
      let found = subjects(of: sentences[index], before: Int.max)
      if let subject = found.first(where: { !$0.isPossessive }) ?? found.first { return subject }
    }
    return same.first ?? before.person
  }

  /// The group that `they` refers to at a token.
  func group(at token: Int, subjects: SubjectReader) -> String? {
    guard let current = sentences.index(at: token) else {
      return before.group
    }
    for index in stride(from: current, through: max(0, current - 2), by: -1) {
      let limit = min(token, sentences[index].tokens.upperBound)
      for place in sentences[index].tokens where place < limit && passage.spanOfToken[place] < 0 {
        let word = passage.tokens[place]
        guard word.kind == .word,
          word.folded.hasSuffix("s") && !word.folded.hasSuffix("ss") || word.folded == "opposition",
          let (speaker, _) = subjects.noun(
            endingAt: place, limit: sentences[index].tokens.lowerBound),
          case .collective(let group) = speaker
        else { continue }
        return group
      }
    }
    return before.group
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
    return before.person
  }
}
