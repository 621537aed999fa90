// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds reporting clauses.
struct ReportingClauseReader {
  let passage: ReadPassage
  let vocabulary: QuotationWords
  /// Language of the passage, as a BCP 47 primary tag.
  let language: String

  /// Longest clause, in tokens.
  static let longest = 40

  /// The first clause in a range of tokens.
  ///
  /// - Parameter isDialogue: Whether a dash opens the words: then other dashes may tell what the
  ///   speaker does, too.
  func clause(in tokens: Range<Int>, isDialogue: Bool = false) -> ReportingClause? {
    if isDialogue, let told = told(in: tokens) {
      return clause(in: tokens.lowerBound..<told.tokens.lowerBound) ?? told
    }
    for verb in tokens.dropFirst()
    where !passage.tokens[verb].isCapital && passage.tokens[verb].kind == .word {
      guard let saying = saying(passage.tokens[verb].folded),
        let opening = opening(before: verb, from: tokens.lowerBound)
      else { continue }
      let subject = subject(after: verb, limit: tokens.upperBound)
      guard saying.hasPronoun || subject != nil || opening.isDash else { continue }
      let after = max(subject?.end ?? 0, verb + 1)
      let (end, resumption) =
        opening.isDash
        ? afterDash(after, limit: tokens.upperBound)
        : afterComma(after, limit: tokens.upperBound)
      return ReportingClause(
        speechEnd: passage.tokens[opening.last].range.upperBound, tokens: opening.first..<end,
        name: subject?.name, resumption: resumption)
    }
    return nil
  }

  /// The first part between dashes that tells what the speaker does: the dash touches it, as in
  /// Spanish (`. —Y se fue.`), or ends a sentence before it.
  private func told(in tokens: Range<Int>) -> ReportingClause? {
    for dash in tokens.dropFirst() where isDash(dash) && dash + 1 < tokens.upperBound {
      let next = passage.tokens[dash + 1]
      guard next.kind == .word else { continue }
      // A verb of saying is found by itself, with its subject.
      if !next.isCapital, saying(next.folded) != nil { return nil }
      let (end, resumption) = afterDash(dash + 1, limit: tokens.upperBound)
      guard isOpening(dash) || tellsOnly && endsSentence(dash - 1) && next.isCapital,
        !DashUse.isSpoken(passage.tokens[dash + 1..<max(end, dash + 2)], vocabulary)
      else { continue }
      return ReportingClause(
        speechEnd: passage.tokens[dash - 1].range.upperBound,
        tokens: (dash + 1)..<max(end, dash + 2), name: nil, resumption: resumption)
    }
    return nil
  }

  /// Whether a dash behind a sentence tells, as in Polish, Portuguese and Russian; in French and
  /// Italian another speaker may answer.
  var tellsOnly: Bool {
    ["es", "pt", "pl", "ru", "uk", "bg", "cs", "sk"].contains(language)
  }

  private func endsSentence(_ token: Int) -> Bool {
    [".", "!", "?", "…"].contains(passage.tokens[token].folded)
  }

  /// Whether a dash touches the word behind it and not the one before.
  func isOpening(_ dash: Int) -> Bool {
    guard dash + 1 < passage.tokens.count else { return false }
    let range = passage.tokens[dash].range
    return passage.tokens[dash + 1].range.lowerBound == range.upperBound
      && (dash == 0 || passage.tokens[dash - 1].range.upperBound < range.lowerBound)
  }

  /// Whether a word is a verb of saying, alone or with its pronoun: `dit-il`, `demanda-t-elle`.
  private func saying(_ word: String) -> (word: String, hasPronoun: Bool)? {
    guard let hyphen = word.firstIndex(of: "-") else {
      return vocabulary.isSaying(word) ? (word, false) : nil
    }
    let verb = String(word[..<hyphen])
    guard vocabulary.isSaying(verb), let last = word.split(separator: "-").last else {
      return nil
    }
    return (verb, vocabulary.isSubject(String(last)))
  }

  func isDash(_ index: Int) -> Bool {
    passage.tokens[index].kind == .sign
      && ["—", "–", "―", "-"].contains(passage.tokens[index].folded)
  }

  /// What ends the words before the verb: a dash, comma, question or exclamation mark; a short
  /// pronoun may stand before the verb: `— lui dit Anna`.
  private func opening(
    before verb: Int, from start: Int
  ) -> (last: Int, first: Int, isDash: Bool)? {
    var index = verb - 1
    while index > start, verb - index <= 2, passage.tokens[index].kind == .word,
      SpeechVerbs.between.contains(passage.tokens[index].folded)
    {
      index -= 1
    }
    let first = index + 1
    guard index >= start, passage.tokens[index].kind == .sign else { return nil }
    let isDash = isDash(index)
    while index >= start, self.isDash(index) || passage.tokens[index].isSign(",") { index -= 1 }
    guard index >= start else { return nil }
    let isOpen =
      isDash || index + 1 < first
      || ["?", "!", "…"].contains(passage.tokens[index].folded)
      || index > start && passage.tokens[index].isSign(".") && passage.tokens[index - 1].isSign(".")
    return isOpen ? (index, first, isDash) : nil
  }

  /// The subject behind a verb: a pronoun, a name, or an article with a noun.
  private func subject(after verb: Int, limit: Int) -> (name: Range<Int>?, end: Int)? {
    var index = verb + 1
    // `dit timidement Louisa`
    while index < limit, index <= verb + 2, vocabulary.isAdverb(passage.tokens[index].folded) {
      index += 1
    }
    guard index < limit, passage.tokens[index].kind == .word else { return nil }
    if let name = name(after: index, limit: limit) { return (name, name.upperBound) }
    let word = passage.tokens[index].folded
    if vocabulary.isSubject(word) { return (nil, index + 1) }
    guard vocabulary.isDeterminer(word) || SpeechVerbs.beforeName.contains(word),
      index + 1 < limit, passage.tokens[index + 1].kind == .word
    else {
      // `dit l'homme`
      return word.hasPrefix("l'") ? (nil, index + 1) : nil
    }
    return (nil, index + 2)
  }

  /// The name that follows: up to four capitalised words with particles; a title may precede it.
  private func name(after start: Int, limit: Int) -> Range<Int>? {
    var index = start
    while index < limit, index < start + 3, passage.tokens[index].kind == .word,
      !passage.tokens[index].isCapital,
      SpeechVerbs.beforeName.contains(passage.tokens[index].folded)
    {
      index += 1
    }
    let first = index
    var end = index
    while index < limit, index < first + 6 {
      let token = passage.tokens[index]
      if token.isCapital {
        end = index + 1
      } else if token.isSign("."), index > first,
        passage.tokens[index - 1].isInitial
          || NameWords.titles.contains(passage.tokens[index - 1].folded)
      {
      } else if !(token.kind == .word && index > first && NameWords.particles.contains(token.folded)
        && index + 1 < limit && passage.tokens[index + 1].isCapital)
      {
        break
      }
      index += 1
    }
    guard end > first, !NameWords.notPersons.contains(passage.tokens[first].folded) else {
      return nil
    }
    return first..<end
  }
}
