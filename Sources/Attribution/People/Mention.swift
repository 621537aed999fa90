// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A person's name at a place in a passage.
struct Mention {
  /// Range of tokens that make up the name.
  var tokens: Range<Int>
  /// The name as printed, without a possessive ending.
  var name: String
  /// The family name, folded.
  var key: String
  /// Whether the name is possessive: `Brinton's`.
  var isPossessive: Bool
  /// Whether it consists of more than a family name.
  var isFull: Bool
}

/// Finds runs of capitalised words that may be names.
struct MentionFinder {
  let words: WordUse

  /// The runs of a passage that are accepted as names.
  ///
  /// - Parameter accepts: Decides from the folded family name, and from whether a full name is
  ///   given.
  func mentions(
    _ passage: ReadPassage, accepts: (String, Bool) -> Bool
  ) -> [Mention] {
    var mentions: [Mention] = []
    let tokens = passage.tokens
    var index = 0
    while index < tokens.count {
      guard tokens[index].isCapital, let run = run(tokens, at: index) else {
        index += 1
        continue
      }
      if let mention = mention(passage, run, accepts: accepts) { mentions.append(mention) }
      index = max(run.upperBound, index + 1)
    }
    return mentions
  }

  /// A run of capitalised words, initials and particles.
  private func run(_ tokens: [Token], at start: Int) -> Range<Int>? {
    var first = start
    // `Likewise Tony Cliff`: an ordinary word at the start of a sentence is not part of the name.
    if start == 0 || [".", "!", "?", "(", "[", "\"", "“", ":"].contains(tokens[start - 1].folded),
      first + 1 < tokens.count, tokens[first + 1].isCapital, tokens[first].range.count > 1,
      words.isSmall(tokens[first].folded) || !words.isProper(tokens[first].folded),
      !NameWords.given.contains(tokens[first].folded)
    {
      return start..<(start + 1)
    }
    // `Said Guérard`: the verb is not part of the name.
    if first + 1 < tokens.count, tokens[first + 1].isCapital, tokens[first].range.count > 1,
      ReportingVerbs.all.contains(tokens[first].folded),
      !NameWords.given.contains(tokens[first].folded)
    {
      return start..<(start + 1)
    }
    // `The`, `As` and `In` start sentences; they are not part of a name.
    if NameWords.notPersons.contains(tokens[first].folded)
      || NameWords.titles.contains(tokens[first].folded)
    {
      guard !tokens[first].isInitial || first + 1 >= tokens.count || !tokens[first + 1].isSign(".")
      else {
        return runFrom(tokens, first)
      }
      first += 1
      return first < tokens.count && tokens[first].isCapital ? nil : start..<(start + 1)
    }
    return runFrom(tokens, first)
  }

  private func runFrom(_ tokens: [Token], _ start: Int) -> Range<Int>? {
    var end = start
    var index = start
    var count = 0
    while index < tokens.count, count < 6 {
      let token = tokens[index]
      if index > start {
        let gap = token.range.lowerBound - tokens[index - 1].range.upperBound
        if gap > 1 { break }
      }
      if token.isCapital {
        if count > 0, NameWords.notPersons.contains(token.folded), !token.isInitial,
          !isFamily(tokens, index)
        {
          break
        }
        count += 1
        end = index + 1
        if Self.isPossessive(token.folded) { break }
        index += 1
      } else if token.isSign("."), index > start,
        tokens[index - 1].isInitial || ["wm", "geo", "jr", "st"].contains(tokens[index - 1].folded)
      {
        if tokens[index - 1].isInitial, index + 1 < tokens.count, tokens[index + 1].isCapital {
          index += 1
        } else {
          break
        }
      } else if token.kind == .word, NameWords.particles.contains(token.folded), count > 0,
        index + 1 < tokens.count,
        tokens[index + 1].isCapital
          || NameWords.particles.contains(tokens[index + 1].folded),
        !["y", "e", "la", "do"].contains(token.folded)
      {
        index += 1
      } else {
        break
      }
    }
    return end > start ? start..<end : nil
  }

  /// Whether an ordinary word serves as a family name after a given name: `Bob Black`.
  private func isFamily(_ tokens: [Token], _ index: Int) -> Bool {
    NameWords.given.contains(tokens[index - 1].folded)
      && [
        "black", "white", "red", "law", "church", "north", "west", "march", "may", "april",
        "august", "great", "new",
      ]
      .contains(tokens[index].folded)
  }

  static func isPossessive(_ folded: String) -> Bool {
    folded.hasSuffix("'s") || folded.hasSuffix("s'")
  }

  private func mention(
    _ passage: ReadPassage, _ run: Range<Int>, accepts: (String, Bool) -> Bool
  ) -> Mention? {
    let tokens = passage.tokens
    let last = tokens[run.upperBound - 1]
    var family = last.folded
    if family.hasSuffix("'s") { family = String(family.dropLast(2)) }
    guard family.unicodeScalars.count > 1, run.count > 1 || !NameWords.titles.contains(family),
      !NameWords.notPersons.contains(family)
        || run.count > 1 && isFamily(tokens, run.upperBound - 1)
    else { return nil }
    let key = NameReader.fold(family)
    guard accepts(key, run.count > 1) else { return nil }
    let upper = last.range.upperBound - (last.folded.hasSuffix("'s") ? 2 : 0)
    let name = passage.string(tokens[run.lowerBound].range.lowerBound..<upper)
    let hasApostrophe =
      last.folded.hasSuffix("s") && run.upperBound < tokens.count
      && ["'", "’"].contains(tokens[run.upperBound].folded)
      && tokens[run.upperBound].range.lowerBound == last.range.upperBound
    return Mention(
      tokens: run, name: name, key: key,
      isPossessive: last.folded.hasSuffix("'s") || hasApostrophe,
      isFull: run.count > 1)
  }
}
