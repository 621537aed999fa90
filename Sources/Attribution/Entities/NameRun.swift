// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Capitalised words in a row that can be a name, with the title before them.
struct NameRun {
  /// Range of the tokens of the name, without titles.
  var tokens: Range<Int>
  /// Index of the first token of the title before the name; `tokens.lowerBound` if there is none.
  var start: Int
  /// Whether the name is possessive: `Brinton's`.
  var isPossessive: Bool
  /// Whether it opens a sentence, where any word has a capital letter.
  var opensSentence: Bool
  /// Whether it only says to what the name after it belongs: `House Speaker Paul Ryan`.
  var isAttributive = false
  /// Index in the table of entities.
  var entity = -1

  var hasTitle: Bool { start < tokens.lowerBound }
}

/// Finds the runs of capitalised words in a passage.
///
/// A run never crosses a full stop (except after initials and titles), a comma or a line of marks,
/// and ends after a noun that names a body (`Constituent Assembly`) unless `of` goes on.
struct NameRunReader {
  /// Most words of a name, initials included.
  private static let longest = 7

  /// Signs after which a sentence or a part of one begins.
  private static let opening = Set(".?!:;([—–".unicodeScalars)

  private static let marks = Set("\"“”‘’„«»'".unicodeScalars)

  let lexicon: Lexicon
  let words: WordUse

  func runs(_ passage: ReadPassage, _ roles: [WordRole]) -> [NameRun] {
    var runs: [NameRun] = []
    let tokens = passage.tokens
    var index = 0
    var opens = true
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .word, token.isCapital,
        var run = run(passage, roles, at: index, opens: opens)
      {
        let end = run.tokens.upperBound
        run.isAttributive =
          !run.isPossessive && end < tokens.count && tokens[end].isCapital && isNear(tokens, end)
          && roles[end - 1].has([.collectiveNoun, .writingNoun]) && !roles[end].has(.function)
        runs.append(run)
        index = end
        opens = false
        continue
      }
      if token.kind == .sign {
        if token.isSign(in: Self.opening) {
          opens = true
        } else if token.isSign(in: Self.marks) {
          // A closing mark opens no sentence: `“We carried it,” Old Marrable wrote`.
          let end = token.range.upperBound
          if end < passage.text.count, Tokens.isLetter(passage.text[end]) { opens = true }
        }
      } else {
        opens = false
      }
      index += 1
    }
    return runs
  }

  private func run(
    _ passage: ReadPassage, _ roles: [WordRole], at first: Int, opens: Bool
  ) -> NameRun? {
    let tokens = passage.tokens
    var start = first
    // Titles: `Mr. Bingley`, `Herr Dr. Otto Behrend`.
    while start + 1 < tokens.count, roles[start].has(.anyTitle),
      !tokens[start].isInitial || isStop(tokens, start + 1),
      let next = afterTitle(tokens, start), isNear(tokens, next),
      // `Mme de Staël`
      isName(passage, next)
        || isParticle(tokens, roles, next) && next + 1 < tokens.count && isName(passage, next + 1)
    {
      start = next
    }
    let hasTitle = start > first
    guard canBegin(tokens, roles, start, opens: opens && !hasTitle, hasTitle: hasTitle) else {
      return nil
    }
    var end = start
    var index = start
    var count = 0
    while index < tokens.count, count < Self.longest {
      let token = tokens[index]
      if index > start, !isNear(tokens, index) { break }
      if isName(passage, index) {
        if count > 0, !canContinue(tokens, roles, index) { break }
        count += 1
        end = index + 1
        if MentionFinder.isPossessive(token.folded) { break }
        // A name of a body ends with its noun, unless `of` goes on.
        if roles[index].has([.collectiveNoun, .writingNoun]), count > 1,
          !roles[index].has(.anyGiven)
        {
          guard index + 2 < tokens.count, isOf(tokens[index + 1]), isNear(tokens, index + 1) else {
            break
          }
          index += 1
          if index + 1 < tokens.count, roles[index + 1].has(.article) { index += 1 }
          guard index + 1 < tokens.count, tokens[index + 1].isCapital else { break }
        }
        index += 1
      } else if token.isSign("."), index > start, isShort(tokens[index - 1], roles[index - 1]),
        index + 1 < tokens.count, tokens[index + 1].isCapital
      {
        index += 1
      } else if isParticle(tokens, roles, index), count > 0 || hasTitle, index + 1 < tokens.count,
        isName(passage, index + 1)
          || isParticle(tokens, roles, index + 1) && index + 2 < tokens.count
            && isName(passage, index + 2)
      {
        index += 1
      } else if token.isSign(","), index + 1 < tokens.count, roles[index + 1].has(.suffix),
        tokens[index + 1].isCapital, !roles[index + 1].has(.anyGiven),
        !(tokens[index + 1].isInitial && tokens[index + 1].isNumeral)
      {
        index += 1
        end = index + 1
        break
      } else if token.isSign("’") || token.isSign("'"), index > start, index + 1 < tokens.count,
        tokens[index - 1].folded.hasSuffix("s"), tokens[index + 1].isCapital,
        roles[index + 1].has(.collectiveNoun)
      {
        // `Weavers’ Congress`
        index += 1
      } else if token.isSign("&"), count > 0, index + 1 < tokens.count, tokens[index + 1].isCapital
      {
        index += 1
      } else {
        break
      }
    }
    guard end > start else { return nil }
    return NameRun(
      tokens: start..<end, start: first,
      isPossessive: isPossessive(tokens, end), opensSentence: opens && !hasTitle)
  }

  /// Whether a word can be part of a name: with a capital letter, also behind an elided particle.
  private func isName(_ passage: ReadPassage, _ index: Int) -> Bool {
    let token = passage.tokens[index]
    guard token.kind == .word, !token.isCapital else { return token.isCapital }
    guard token.range.count > 3, token.folded.hasPrefix("d'") || token.folded.hasPrefix("l'") else {
      return false
    }
    return Tokens.isCapital(passage.text[token.range.lowerBound + 2])
  }

  /// Whether a word joins parts of a name: `de`, `van der`; words that join two names do not.
  private func isParticle(_ tokens: [Token], _ roles: [WordRole], _ index: Int) -> Bool {
    guard roles[index].has(.particle), !tokens[index].isCapital else { return false }
    return !["und", "et", "y", "e", "i", "zu", "zum", "zur", "auf", "the"].contains(
      tokens[index].folded)
  }

  private func isOf(_ token: Token) -> Bool {
    ["of", "for", "de", "des", "du", "der", "di", "del", "van"].contains(token.folded)
  }

  /// Whether nothing but a space stands before a token.
  private func isNear(_ tokens: [Token], _ index: Int) -> Bool {
    index == 0 || tokens[index].range.lowerBound - tokens[index - 1].range.upperBound <= 1
  }

  private func isStop(_ tokens: [Token], _ index: Int) -> Bool {
    index < tokens.count && tokens[index].isSign(".")
  }

  private func afterTitle(_ tokens: [Token], _ index: Int) -> Int? {
    var next = index + 1
    if isStop(tokens, next) { next += 1 }
    return next < tokens.count ? next : nil
  }

  /// Whether a full stop after a word abbreviates it rather than ends a sentence.
  private func isShort(_ token: Token, _ roles: WordRole) -> Bool {
    token.isInitial || roles.has(.anyTitle) && token.range.count <= 4
      || token.isCapital && token.range.count <= 2 && !token.isNumeral
      || token.isCapital && NameWords.abbreviatedGiven.contains(token.folded)
  }

  /// Adjectives that are printed as part of a name.
  private static let epithets: Set<String> = [
    "old", "young", "big", "little", "red", "black", "mad", "new", "south", "north", "east", "west",
    "great",
  ]

  private func canBegin(
    _ tokens: [Token], _ roles: [WordRole], _ index: Int, opens: Bool, hasTitle: Bool
  ) -> Bool {
    guard index < tokens.count, tokens[index].isCapital || hasTitle else { return false }
    let token = tokens[index]
    let role = roles[index]
    // `XI. Mirabeau`, `XI. Moniteur`: the number of a chapter or volume.
    if token.isNumeral, isStop(tokens, index + 1),
      !(token.isInitial && index + 2 < tokens.count && tokens[index + 2].isInitial)
    {
      return false
    }
    if token.isInitial {
      return token.folded != "i" && isStop(tokens, index + 1) && index + 2 < tokens.count
        && tokens[index + 2].isCapital
    }
    if hasTitle {
      return !role.has(.function) || role.has(.anyGiven) || isParticle(tokens, roles, index)
    }
    // `Old Marrable`, `South Carolina`
    if !opens, Self.epithets.contains(token.folded), index + 1 < tokens.count,
      tokens[index + 1].isCapital
    {
      return true
    }
    let isGivenWithFamily =
      role.has(.anyGiven) && index + 1 < tokens.count && tokens[index + 1].isCapital
    if role.has(.function), !isGivenWithFamily || role.has([.he, .she, .they, .article]) {
      return false
    }
    guard opens, !isGivenWithFamily else { return true }
    if role.has([.saying, .weakSaying, .sayingParticiple, .passiveSaying, .according, .denying]) {
      return false
    }
    if lexicon.capitalisesNouns { return true }
    // The first word of a sentence has a capital letter in any case.
    if role.has([.anyGiven, .collectiveNoun, .place]) { return true }
    return !words.isSmall(token.folded) || words.isProper(token.folded)
  }

  private func canContinue(_ tokens: [Token], _ roles: [WordRole], _ index: Int) -> Bool {
    let role = roles[index]
    if tokens[index].isInitial, isStop(tokens, index + 1) { return true }
    if role.has([
      .he, .she, .they, .article, .indefiniteArticle, .auxiliary, .conjunction, .subordinator,
    ]) {
      return false
    }
    if role.has([.noName, .month]) {
      // `Samuel J. May`, `William Small`
      let isAfterInitial = tokens[index - 1].isSign(".") && index > 1 && tokens[index - 2].isInitial
      return isAfterInitial || roles[index - 1].has(.anyGiven) && !role.has(.month)
    }
    // A title within: another name begins.
    if role.has(.anyTitle), !role.has(.anyGiven), !tokens[index].isInitial,
      !roles[index - 1].has(.anyTitle)
    {
      return index + 1 >= tokens.count || !tokens[index + 1].isCapital && !isStop(tokens, index + 1)
    }
    return true
  }

  private func isPossessive(_ tokens: [Token], _ end: Int) -> Bool {
    let last = tokens[end - 1]
    if last.folded.hasSuffix("'s") { return true }
    return last.folded.hasSuffix("s") && end < tokens.count
      && ["'", "’"].contains(tokens[end].folded)
      && tokens[end].range.lowerBound == last.range.upperBound
  }
}
