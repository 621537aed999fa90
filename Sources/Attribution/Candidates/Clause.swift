// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A verb of saying and how it stands to its subject.
struct ReportingVerb {
  /// Index of its token.
  var token: Int
  /// 3 for a verb of saying, 2 for a participle or a form with an auxiliary, 1 for a weak one.
  var strength: Int
  /// Number of tokens between the subject and the verb.
  var gap: Int
  var isInverted = false
  var isApposed = false
  var isNegated = false
  var isModal = false
  /// Whether the subject is not the nearest word that could be one.
  var isLoose = false
}

/// Reads the clauses of a region: which verb of saying belongs to which nominal.
struct ClauseReader {
  /// Most tokens that an apposition between commas has.
  private static let apposition = 16
  private static let reach = 28

  let passage: ReadPassage
  let roles: [WordRole]
  let nominals: [Nominal]
  /// Whether nouns are written with a capital letter.
  let capitalisesNouns: Bool

  /// 3 for a verb of saying at a token, 2 for a participle, 1 for a weak verb, 0 for none.
  func strength(_ index: Int) -> Int {
    guard passage.tokens.indices.contains(index), passage.spanOfToken[index] < 0 else { return 0 }
    let role = roles[index]
    if role.has(.saying) { return 3 }
    if role.has(.passiveSaying),
      (max(0, index - 3)..<index).contains(where: { roles[$0].has(.auxiliary) })
    {
      return 2
    }
    if role.has(.sayingParticiple) { return 2 }
    guard role.has(.weakSaying) else { return 0 }
    return announces(index) || isParenthetical(index) ? 3 : 1
  }

  /// Words after which the words of somebody are told or quoted.
  static let that: Set<String> = ["that", "que", "qu'", "dass", "daß", "che", "dat", "что"]

  /// Whether what was said follows a verb at once: `notes that “…”`, `notes: “…”`.
  private func announces(_ verb: Int) -> Bool {
    var next = verb + 1
    guard next < passage.tokens.count, !isNoun(verb) else { return false }
    if Self.that.contains(passage.tokens[next].folded)
      || passage.tokens[next].isSign(":") || passage.tokens[next].isSign(",")
    {
      next += 1
    } else {
      return false
    }
    return next < passage.tokens.count && passage.spanOfToken[next] >= 0
  }

  /// Whether a verb and its subject are put into a sentence: `the weavers, notes Lund, “…”`.
  private func isParenthetical(_ verb: Int) -> Bool {
    let tokens = passage.tokens
    guard verb > 0, tokens[verb - 1].isSign(","), !tokens[verb].isCapital else { return false }
    let first = nominals.partition { $0.tokens.lowerBound >= verb + 1 }
    guard first < nominals.count, nominals[first].tokens.lowerBound == verb + 1,
      nominals[first].kind == .name
    else { return false }
    let end = nominals[first].tokens.upperBound
    return end < tokens.count && tokens[end].isSign(",")
  }

  /// The verb of which a nominal is the subject, within a range of tokens.
  ///
  /// - Parameter isAfter: Whether the region follows the words, so that the verb can come first.
  func verb(of nominal: Nominal, in region: Range<Int>, isAfter: Bool) -> ReportingVerb? {
    if let verb = relativeVerb(of: nominal, in: region) { return verb }
    guard !isObject(nominal) else { return nil }
    // `dit-il`
    if nominal.kind == .pronoun, roles[nominal.head].has([.saying, .weakSaying]) {
      return ReportingVerb(
        token: nominal.head, strength: strength(nominal.head), gap: 0, isInverted: true)
    }
    let after = verb(after: nominal, in: region)
    let before = verb(before: nominal, in: region, isAfter: isAfter)
    guard let before else { return after }
    guard let after, !after.isLoose else { return before }
    // `said Lund` beside the words is inverted only if no other verb follows at once.
    return after.gap <= before.gap && after.strength >= before.strength ? after : before
  }

  /// Whether a preposition makes the nominal an object, or it is possessive.
  func isObject(_ nominal: Nominal) -> Bool {
    if nominal.isPossessive { return true }
    var before = nominal.tokens.lowerBound - 1
    // `nach der Hochzeit`, `in trüben Stunden`: where nouns have capitals, small words before one
    // describe it.
    var steps = 0
    while before > 0, steps < 3, passage.tokens[before].kind == .word,
      roles[before].has(.anyArticle)
        || capitalisesNouns && !passage.tokens[before].isCapital
          && !roles[before].has([
            .preposition, .saying, .weakSaying, .auxiliary, .modal, .conjunction, .subordinator,
            .pronoun, .firstPerson, .relative,
          ])
    {
      before -= 1
      steps += 1
    }
    guard before >= 0 else { return false }
    // `Lund pointed, like Berg, to …`
    if Self.comparing.contains(passage.tokens[before].folded),
      nominal.tokens.upperBound < passage.tokens.count,
      passage.tokens[nominal.tokens.upperBound].isSign(",")
    {
      return true
    }
    guard roles[before].has(.preposition), !roles[before].has(.subordinator) else { return false }
    // `nach Lund` is a source, `nach der Hochzeit` a time.
    return !roles[before].has(.according) || capitalisesNouns && steps > 0
  }

  /// Words before somebody with whom a subject is compared, by language.
  private static let comparing: Set<String> = [
    "like", "unlike", "comme", "wie", "como", "come", "zoals", "как",
  ]

  /// The verb of a relative clause that begins right after a nominal, whatever the nominal is in its
  /// own clause: `refuted by Lund, who wrote:`.
  private func relativeVerb(of nominal: Nominal, in region: Range<Int>) -> ReportingVerb? {
    var index = nominal.tokens.upperBound
    if index < region.upperBound, passage.tokens[index].isSign(",") { index += 1 }
    guard index < region.upperBound, roles[index].has(.relative) else { return nil }
    index += 1
    while index < region.upperBound, index < nominal.tokens.upperBound + 6 {
      if strength(index) >= 2 {
        return ReportingVerb(
          token: index, strength: strength(index), gap: index - nominal.tokens.upperBound,
          isApposed: true)
      }
      guard roles[index].has([.adverb, .auxiliary]), !roles[index].has(.negation) else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Forms of `be` and the like that make a verb passive, by language.
  private static let passive: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "got", "wird", "werden", "wurde", "wurden",
    "worden", "est", "sont", "fut", "furent", "était", "étaient", "été", "fue", "fueron", "era",
    "eran",
    "sido", "fu", "furono", "stato", "stata", "werd", "werden", "wordt", "foi", "foram", "был",
    "была",
  ]

  /// Whether the verb at a token is passive: what precedes it was told, and tells nothing.
  func isPassive(_ verb: Int) -> Bool {
    guard roles[verb].has(.passiveSaying) else { return false }
    var index = verb - 1
    while index >= 0, verb - index <= 3 {
      if Self.passive.contains(passage.tokens[index].folded) { return true }
      guard roles[index].has([.adverb, .negation, .auxiliary]) else { return false }
      index -= 1
    }
    return false
  }

  /// Whether a nominal is the agent of a passive verb of saying: `it was said by Lund`.
  func isAgent(_ nominal: Nominal) -> Bool {
    let first = nominal.tokens.lowerBound
    return follows(nominal, Self.agency)
      && (max(0, first - 5)..<first - 1).contains { isPassive($0) }
  }

  /// Prepositions of the agent of a passive, by language.
  static let agency: Set<String> = ["by", "par", "von", "por", "da", "door"]

  /// Whether one of the words stands right before a nominal.
  func follows(_ nominal: Nominal, _ words: Set<String>) -> Bool {
    let first = nominal.tokens.lowerBound
    return first > 0 && words.contains(passage.tokens[first - 1].folded)
  }

  private func verb(after nominal: Nominal, in region: Range<Int>) -> ReportingVerb? {
    let tokens = passage.tokens
    var index = nominal.tokens.upperBound
    var isNegated = false
    var isModal = false
    var apposed = false
    let start = index
    func found(_ at: Int, loose: Bool) -> ReportingVerb {
      ReportingVerb(
        token: at, strength: strength(at), gap: at - start, isApposed: apposed,
        isNegated: isNegated, isModal: isModal, isLoose: loose)
    }
    var isBroken = false
    while index < region.upperBound, index - start <= Self.reach {
      let role = roles[index]
      guard passage.spanOfToken[index] < 0 else { return nil }
      if role.has(.negation) { isNegated = true }
      if role.has(.modal) { isModal = true }
      if strength(index) > 0, !(role.has([.article, .preposition]) && index == start),
        !isNoun(index)
      {
        if isPassive(index) || isParenthetical(index) { return nil }
        return found(index, loose: isBroken)
      }
      if tokens[index].kind == .sign {
        switch tokens[index].folded {
        case ",", "(", "—", "–":
          // `Kritzman, a left Communist, criticized`
          let close = tokens[index].folded == "(" ? ")" : tokens[index].folded
          if index == start,
            let end = (index + 1..<min(region.upperBound, index + Self.apposition)).first(where: {
              tokens[$0].folded == close && passage.spanOfToken[$0] < 0
            }), end + 1 < region.upperBound
          {
            var next = end + 1
            while next < region.upperBound, next < end + 4,
              roles[next].has([.adverb, .auxiliary, .modal, .negation])
            {
              if roles[next].has(.negation) { isNegated = true }
              next += 1
            }
            if next < region.upperBound, strength(next) > 0,
              !(index + 1..<end).contains(where: {
                strength($0) == 3 && !isAfterRelative($0, from: index)
              })
            {
              apposed = true
              return found(next, loose: false)
            }
          }
          isBroken = true
        case ";", ":", ".": return nil
        default: break
        }
      } else if !role.has([.adverb, .auxiliary, .modal, .negation]) {
        // Another subject begins here: what follows is no longer about this one.
        if role.has([.he, .she, .they, .firstPerson]), !role.has([.her, .his]) { return nil }
        isBroken = true
      }
      index += 1
    }
    return nil
  }

  private func isAfterRelative(_ index: Int, from start: Int) -> Bool {
    (start..<index).contains { roles[$0].has(.relative) }
  }

  /// Whether a word that can be a verb of saying is a noun here: `the claim`, `his answer`.
  private func isNoun(_ index: Int) -> Bool {
    guard index > 0, roles[index].has([.sayingNoun, .writingNoun, .collectiveNoun]) else {
      return false
    }
    return roles[index - 1].has([.article, .indefiniteArticle, .his, .her, .their, .preposition])
  }

  private func verb(before nominal: Nominal, in region: Range<Int>, isAfter: Bool) -> ReportingVerb?
  {
    var index = nominal.tokens.lowerBound - 1
    let start = index
    var isNegated = false
    while index >= region.lowerBound, start - index <= (isAfter ? 9 : 3) {
      guard passage.spanOfToken[index] < 0 else { return nil }
      let role = roles[index]
      let strength = strength(index)
      if strength > 0, strength != 2, !isNoun(index) {
        // `Lund told Berg`: the one before the verb speaks.
        guard !hasSubject(before: index, in: region) else { return nil }
        // `disait à la conférence le délégué`: only if the verb stands at the words.
        guard start - index <= 3 || index <= region.lowerBound + 2 else { return nil }
        return ReportingVerb(
          token: index, strength: strength, gap: start - index, isInverted: true,
          isNegated: isNegated, isLoose: start - index > 3)
      }
      if role.has(.negation) { isNegated = true }
      let isFree = role.has([.adverb, .auxiliary, .article])
      guard
        isFree
          || isAfter && passage.tokens[index].kind == .word
            && !role.has([.pronoun, .firstPerson, .conjunction, .subordinator])
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a nominal that can be its subject stands before a verb in the same clause.
  private func hasSubject(before verb: Int, in region: Range<Int>) -> Bool {
    // `…, sagte Hauke`: another clause ends before the verb.
    if verb > region.lowerBound, passage.tokens[verb - 1].isSign(",") { return false }
    let first = nominals.partition { $0.tokens.lowerBound >= max(region.lowerBound, verb - 14) }
    for nominal in nominals[first...] {
      guard nominal.tokens.upperBound <= verb else { break }
      guard !isObject(nominal) else { continue }
      let isBroken = (nominal.tokens.upperBound..<verb).contains {
        [":", ";"].contains(passage.tokens[$0].folded) || passage.spanOfToken[$0] >= 0
      }
      if !isBroken { return true }
    }
    return false
  }
}
