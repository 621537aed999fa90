// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads subjects: a name, a pronoun, or a noun phrase for a speaker.
struct SubjectReader {
  let passage: ReadPassage
  let mentions: [Mention]

  private static let pronouns: Set<String> = [
    "he", "she", "him", "they", "who", "il", "elle", "ils", "er", "sie", "él", "ella", "ellos",
  ]
  private static let skipped: Set<String> = [
    "had", "has", "have", "having", "would", "could", "did", "does", "do", "was", "were", "is",
    "be",
    "been", "being", "to", "also", "then", "once", "later", "himself", "herself", "themselves",
    "himself,",
    "even", "still", "again", "now", "never", "always", "often", "further", "both", "all",
    "himself", "just", "a",
    "had", "may", "might", "must", "should", "can", "will", "not", "so", "itself", "first", "thus",
    "therefore",
    "quite", "long", "ago", "elsewhere", "already", "indeed", "only", "himself", "goes", "went",
    "on", "lui-même", "avait", "hat", "había",
  ]

  /// The mention that contains a token.
  func mention(at token: Int) -> Mention? {
    let next = mentions.partition { $0.tokens.upperBound > token }
    guard next < mentions.count, mentions[next].tokens.contains(token) else { return nil }
    return mentions[next]
  }

  /// Whether a token can stand between subject and verb.
  private func isBetween(_ token: Token) -> Bool {
    Self.skipped.contains(token.folded) || token.folded.hasSuffix("ly") && token.kind == .word
  }

  /// The subject that precedes a verb, searching back to `limit`.
  func subject(before verb: Int, limit: Int) -> (Cue.Speaker, Int)? {
    var index = verb - 1
    while index >= limit, isBetween(passage.tokens[index]), mention(at: index) == nil { index -= 1 }
    index = skipApposition(index, limit: limit)
    if let found = subject(endingAt: index, limit: limit) { return found }
    return nearest(before: index, limit: limit)
  }

  /// Skips back over `, one of his supporters,` and `(in 1918)`.
  private func skipApposition(_ start: Int, limit: Int) -> Int {
    var index = start
    guard index >= limit else { return index }
    if passage.tokens[index].isSign(")") {
      while index >= limit, !passage.tokens[index].isSign("(") { index -= 1 }
      return index - 1
    }
    guard passage.tokens[index].isSign(",") else { return index }
    var comma = index - 1
    while comma >= max(limit, index - 14), !passage.tokens[comma].isSign(",") { comma -= 1 }
    if comma > limit, passage.tokens[comma].isSign(","), mention(at: comma - 1) != nil {
      return comma - 1
    }
    return index - 1
  }

  /// The subject whose last token is at this index.
  func subject(endingAt index: Int, limit: Int) -> (Cue.Speaker, Int)? {
    guard index >= limit, index < passage.tokens.count else { return nil }
    let token = passage.tokens[index]
    if Self.pronouns.contains(token.folded) {
      if token.folded == "who" {
        return relative(before: index, limit: limit)
      }
      return (.pronoun(token.folded), index)
    }
    if let mention = mention(at: index), !mention.isPossessive {
      return (.person(joined(mention)), mention.tokens.lowerBound)
    }
    return noun(endingAt: index, limit: limit)
  }

  /// Joins coordinated names into one speaker: `Dorril and Ramsay`.
  private func joined(_ mention: Mention) -> Mention {
    let first = mention.tokens.lowerBound
    guard first >= 2, ["and", "&"].contains(passage.tokens[first - 1].folded),
      let other = self.mention(at: first - 2), !other.isPossessive
    else { return mention }
    var both = mention
    both.name = "\(other.name) and \(mention.name)"
    return both
  }

  /// The antecedent of `who`: the nearest preceding name that is not possessive.
  private func relative(before index: Int, limit: Int) -> (Cue.Speaker, Int)? {
    if let found = mentions.within(limit..<max(limit, index)).last(where: {
      $0.tokens.upperBound <= index && !$0.isPossessive
        && !isObject($0)
    }) {
      return (.person(found), found.tokens.lowerBound)
    }
    return noun(endingAt: index - 1, limit: limit)
  }

  /// Whether a preposition precedes the name.
  private func isObject(_ mention: Mention) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return before >= 0
      && ["of", "in", "to", "with", "for", "on", "from", "against", "about", "than", "like", "at"]
        .contains(
          passage.tokens[before].folded)
  }

  /// The nearest name in the clause that is not an object, or else a noun for speakers.
  private func nearest(before index: Int, limit: Int) -> (Cue.Speaker, Int)? {
    let names = mentions.within(limit..<max(limit, index + 1)).filter {
      $0.tokens.upperBound <= index + 1
        && passage.spanOfToken[$0.tokens.lowerBound] < 0
    }
    if let found = names.last(where: { !$0.isPossessive && !isObject($0) }) {
      return (.person(joined(found)), found.tokens.lowerBound)
    }
    var place = index
    while place >= limit, place > index - 24 {
      if passage.spanOfToken[place] < 0 {
        if Self.pronouns.contains(passage.tokens[place].folded),
          passage.tokens[place].folded != "who"
        {
          return (.pronoun(passage.tokens[place].folded), place)
        }
        if isHead(place), let found = noun(endingAt: place, limit: limit) {
          // `the congress of weavers`
          if place < index, index - place <= 5, passage.tokens[place + 1].folded == "of",
            passage.tokens[(place + 1)...index].allSatisfy({ $0.kind == .word })
          {
            return (.collective(string(found.1...index)), found.1)
          }
          return found
        }
      }
      place -= 1
    }
    return nil
  }

  /// Whether the noun is a head rather than a modifier, as it is in `the anarchist tradition`.
  private func isHead(_ index: Int) -> Bool {
    guard index + 1 < passage.tokens.count else { return true }
    let next = passage.tokens[index + 1]
    return next.kind == .sign || Self.skipped.contains(next.folded) || next.folded.hasSuffix("ly")
      || ReportingVerbs.all.contains(next.folded)
      || [
        "who", "that", "which", "of", "in", "at", "from", "and", "by", "for", "on", "with", "whose",
      ].contains(next.folded)
  }

  /// A noun phrase for a speaker: `one moderate Conservative MP`.
  func noun(endingAt index: Int, limit: Int) -> (Cue.Speaker, Int)? {
    guard index >= limit, index < passage.tokens.count else { return nil }
    let token = passage.tokens[index]
    let isPlural = token.isCapital && token.folded.hasSuffix("s") && token.folded.count > 4
    guard token.kind == .word,
      SpeakerNouns.persons.contains(token.folded) || SpeakerNouns.bodies.contains(token.folded)
        || isPlural
          && (index == limit || passage.tokens[index - 1].folded == "the"
            || !passage.tokens[index - 1].isCapital)
    else { return nil }
    var first = index
    while first > limit, index - first < 6 {
      let before = passage.tokens[first - 1]
      // `the Weavers’ Congress`
      if ["'", "’"].contains(before.folded), first - 2 >= limit,
        passage.tokens[first - 2].isCapital, passage.tokens[first - 2].folded.hasSuffix("s"),
        passage.tokens[first - 2].range.upperBound == before.range.lowerBound
      {
        first -= 2
        continue
      }
      guard before.kind == .word, mention(at: first - 1) == nil || before.isCapital else { break }
      if SpeakerNouns.determiners.contains(before.folded) {
        if !["the", "a", "an"].contains(before.folded) { first -= 1 }
        return (.collective(string(first...index)), first)
      }
      guard before.isCapital || isAdjective(before) else { break }
      first -= 1
    }
    return (.collective(string(first...index)), first)
  }

  private func isAdjective(_ token: Token) -> Bool {
    !token.folded.hasSuffix("ly") && !ReportingVerbs.all.contains(token.folded)
      && !Self.functionWords.contains(token.folded)
  }

  private static let functionWords: Set<String> = [
    "of", "in", "and", "or", "that", "as", "by", "to", "with", "for", "on", "from", "is", "was",
    "at",
    "he", "she", "it", "they", "we", "i", "you", "who", "which", "what", "when", "where", "before",
    "after", "became", "become", "becomes", "are", "were", "be", "been", "has", "have", "had",
    "not",
    "but", "if", "than", "then", "so", "very", "more", "most", "also", "only", "while", "because",
    "into", "upon", "over", "under", "between", "among", "against", "without", "about", "there",
    "no",
    "him", "them", "us", "me", "do", "did", "does", "will", "would", "can", "could", "may", "might",
    "said", "made", "gave", "took", "one's", "how", "why", "whether", "though", "although", "until",
  ]

  func string(_ tokens: ClosedRange<Int>) -> String {
    passage.string(
      passage.tokens[tokens.lowerBound].range
        .lowerBound..<passage.tokens[tokens.upperBound].range.upperBound)
  }

  /// `the Nabat`: a capitalised phrase that counts as a speaker within a frame.
  func body(startingAt start: Int, limit: Int) -> (Cue.Speaker, Range<Int>)? {
    guard start + 1 < limit, passage.tokens[start].folded == "the",
      passage.tokens[start + 1].isCapital
    else { return nil }
    var end = start + 1
    while end < limit, passage.tokens[end].isCapital { end += 1 }
    return (.collective(string((start + 1)...(end - 1))), start..<end)
  }

  /// The subject that begins at a token: `historian E. H. Carr`, `the committee`, `he`.
  func subject(startingAt start: Int, limit: Int) -> (Cue.Speaker, Range<Int>)? {
    var index = start
    while index < limit, index < start + 7 {
      let token = passage.tokens[index]
      if passage.spanOfToken[index] >= 0 { return nil }
      if Self.pronouns.contains(token.folded), index == start, token.folded != "who" {
        return (.pronoun(token.folded), start..<(index + 1))
      }
      if let mention = mention(at: index), !mention.isPossessive {
        var end = mention.tokens.upperBound
        var both = mention
        if end + 1 < limit, ["and", "&"].contains(passage.tokens[end].folded),
          let other = self.mention(at: end + 1)
        {
          both.name = "\(mention.name) and \(other.name)"
          both.key = other.key
          end = other.tokens.upperBound
        }
        return (.person(both), start..<end)
      }
      if token.kind == .sign, !["-", ","].contains(token.folded) || token.folded == "," { break }
      if let (speaker, _) = noun(endingAt: index, limit: start),
        index + 1 >= limit
          || mention(at: index + 1) == nil
            && !SpeakerNouns.persons.contains(passage.tokens[index + 1].folded)
            && !SpeakerNouns.bodies.contains(passage.tokens[index + 1].folded)
      {
        return (speaker, start..<(index + 1))
      }
      guard token.kind == .word,
        SpeakerNouns.determiners.contains(token.folded)
          || isAdjective(token) && !ReportingVerbs.all.contains(token.folded)
      else { break }
      index += 1
    }
    return nil
  }
}
