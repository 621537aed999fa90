// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds out who is said to speak from the prose around a quotation.
///
/// Rules are tried in order: after the quotation; before it; frames such as `according to`; the
/// owner of what is quoted; and the subject of a sentence that ends in a colon.
struct CueFinder {
  let passage: ReadPassage
  let subjects: SubjectReader
  let rules: Set<AttributionRule>

  /// The cue for a quotation within its sentence.
  func cue(for span: QuoteSpan, in sentence: Sentence) -> Cue? {
    let first = passage.token(at: span.range.lowerBound)
    let end = passage.token(at: span.range.upperBound)
    if let cue = after(span, end, limit: sentence.tokens.upperBound) { return cue }
    let start = zoneStart(first, sentence)
    return before(first, from: start, sentence)
  }

  /// The cue for a block quotation, from the sentence that introduces it.
  func cue(leadingBy sentence: Sentence) -> Cue? {
    let end = sentence.tokens.upperBound
    // A quotation inside the sentence must not hide its subject.
    return before(end, from: sentence.tokens.lowerBound, sentence, isLead: true)
  }

  /// The cue in a sentence that reports what someone says without quoting.
  func cue(reportedBy sentence: Sentence) -> Cue? {
    verbCue(sentence.tokens.upperBound, from: sentence.tokens.lowerBound, sentence)
  }

  /// Start of the text that can introduce a quotation: the end of the previous quotation.
  private func zoneStart(_ first: Int, _ sentence: Sentence) -> Int {
    var index = first - 1
    while index >= sentence.tokens.lowerBound, passage.spanOfToken[index] < 0 { index -= 1 }
    return max(index + 1, sentence.tokens.lowerBound)
  }

  // MARK: After the words

  private func after(_ span: QuoteSpan, _ end: Int, limit: Int) -> Cue? {
    guard rules.contains(.cueAfter) else { return nil }
    var index = end
    var hasComma = endsOpen(span)
    while index < limit, passage.tokens[index].kind == .sign,
      [",", "-", "—", "–"].contains(passage.tokens[index].folded)
    {
      hasComma = true
      index += 1
    }
    guard index < limit, passage.spanOfToken[index] < 0 else { return nil }
    if passage.tokens[index].folded == "as" { index += 1 }
    guard index < limit else { return nil }
    let token = passage.tokens[index]
    if ["according", "selon", "según", "laut"].contains(token.folded) {
      let skip = token.folded == "according" ? 2 : 1
      if let (speaker, range) = subjects.subject(startingAt: index + skip, limit: limit) {
        return cue(speaker, .frame, index..<range.upperBound)
      }
    }
    if ReportingVerbs.all.contains(token.folded),
      let (speaker, range) = subjects.subject(
        startingAt: skipAdverbs(index + 1, limit), limit: limit),
      hasComma
        || range.upperBound < limit && [".", ","].contains(passage.tokens[range.upperBound].folded)
    {
      return cue(speaker, .cueAfter, index..<range.upperBound)
    }
    guard hasComma, let (speaker, range) = subjects.subject(startingAt: index, limit: limit) else {
      return nil
    }
    let verb = skipAdverbs(range.upperBound, limit)
    guard verb < limit, passage.spanOfToken[verb] < 0,
      ReportingVerbs.all.contains(passage.tokens[verb].folded)
    else { return nil }
    // `Avrich argues that “…”` introduces what follows.
    if verb + 1 < limit, passage.tokens[verb + 1].folded == "that" { return nil }
    let follows =
      verb + 1 < limit
      && (passage.spanOfToken[verb + 1] >= 0
        || [",", ":"].contains(passage.tokens[verb + 1].folded))
    return cue(
      speaker, follows && rules.contains(.cueAround) ? .cueAround : .cueAfter,
      range.lowerBound..<(verb + 1))
  }

  /// Whether the quotation ends in a way that lets a reporting clause follow.
  private func endsOpen(_ span: QuoteSpan) -> Bool {
    guard
      let last = passage.text[span.inner].last(where: {
        !$0.properties.isWhitespace && !"'’”".unicodeScalars.contains($0)
      })
    else {
      return false
    }
    return ",?!—–-".unicodeScalars.contains(last)
  }

  private func skipAdverbs(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, passage.tokens[index].kind == .word,
      passage.tokens[index].folded.hasSuffix("ly")
        || [
          "also", "then", "once", "had", "has", "later", "himself", "herself", "rightly", "would",
          "further", "did", "again", "themselves", "does",
        ].contains(passage.tokens[index].folded)
    {
      index += 1
    }
    return index
  }

  // MARK: Before the words

  private func before(
    _ first: Int, from start: Int, _ sentence: Sentence, isLead: Bool = false
  ) -> Cue? {
    guard first > start else { return nil }
    if let frame = frame(first, from: start) { return frame }
    if rules.contains(.cueBefore), let cue = verbCue(first, from: start, sentence) { return cue }
    if let owned = owned(first, from: start) { return owned }
    if isLead || passage.tokens[first - 1].isSign(":") { return colonSubject(first, sentence) }
    return nil
  }

  private func verbCue(_ first: Int, from start: Int, _ sentence: Sentence) -> Cue? {
    var index = first - 1
    while index >= start {
      defer { index -= 1 }
      let token = passage.tokens[index]
      guard token.kind == .word, passage.spanOfToken[index] < 0,
        ReportingVerbs.all.contains(token.folded), subjects.mention(at: index) == nil
      else { continue }
      if Self.reacting.contains(token.folded),
        passage.tokens[index + 1..<first].first?.folded == "with"
      {
        continue
      }
      if ReportingVerbs.weak.contains(token.folded), !isNear(index, first) { continue }
      if index > start, ["not", "n't", "never", "nor"].contains(passage.tokens[index - 1].folded) {
        continue
      }
      // `denied that “…”`, `Nobody held that “…”`: these are someone else's words.
      if Self.denying.contains(token.folded) || passage.tokens[start].folded == "nobody" {
        return nil
      }
      // `accused Berg of saying that “…”`
      if token.folded.hasSuffix("ing"), index >= start + 2,
        passage.tokens[index - 1].folded == "of",
        let accused = subjects.mention(at: index - 2), !accused.isPossessive
      {
        return cue(.person(accused), .cueBefore, accused.tokens.lowerBound..<(index + 1))
      }
      // `the report said`: a noun that could also be a verb form.
      if isNoun(index) { continue }
      if rules.contains(.passiveCue), let passive = passive(index, first) { return passive }
      // `were described as “…”`: no speaker is named.
      if isAgentless(index) { return nil }
      // `Brinton quotes Lenin: “…”`
      if Self.quoting.contains(token.folded), rules.contains(.quotedInProse),
        let (quoted, range) = subjects.subject(startingAt: index + 1, limit: first),
        case .person = quoted
      {
        return cue(quoted, .quotedInProse, index..<range.upperBound)
      }
      guard
        let (speaker, place) = subjects.subject(
          before: index, limit: sentence.tokens.lowerBound)
      else { continue }
      var rule = AttributionRule.cueBefore
      // `Brinton quotes the historian E. H. Carr, stating that “…”`
      if case .person(let mention) = speaker, isQuotedObject(mention) { rule = .quotedInProse }
      return Cue(
        speaker: speaker, rule: rule,
        range: passage.tokens[place].range.lowerBound..<passage.tokens[index].range.upperBound,
        place: place)
    }
    return nil
  }

  private func isQuotedObject(_ mention: Mention) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return before > 0
      && ["quotes", "quoted", "quoting", "cites", "citing"].contains(passage.tokens[before].folded)
  }

  /// `The peasants responded with a “dramatic rebellion”` does not quote them.
  private static let reacting: Set<String> = [
    "respond", "responds", "responded", "reply", "replies", "replied", "answer", "answers",
    "answered",
    "agree", "agrees", "agreed", "presented", "charged", "ended", "condemned", "defended",
  ]

  private static let denying: Set<String> = ["deny", "denies", "denied", "denying"]

  /// Whether the sentence introduces the quotation without naming a speaker:
  /// `it is often said that`.
  func isImpersonal(before span: QuoteSpan, in sentence: Sentence) -> Bool {
    let first = passage.token(at: span.range.lowerBound)
    let start = zoneStart(first, sentence)
    return start < first
      && (start..<first).contains {
        ReportingVerbs.all.contains(passage.tokens[$0].folded) && isAgentless($0)
          && passage.tokens[start..<$0].contains { $0.folded == "it" }
      }
  }

  private static let quoting: Set<String> = [
    "quotes", "quoted", "quoting", "cites", "cited", "citing", "quote", "cite",
  ]

  /// Whether the word is used as a noun: `in his report “…”`, `this claim “…”`.
  private func isNoun(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = passage.tokens[index - 1]
    return before.kind == .word
      && (MentionFinder.isPossessive(before.folded) || Self.nounMarks.contains(before.folded))
  }

  private static let nounMarks: Set<String> = [
    "the", "a", "an", "this", "these", "those", "his", "her", "their", "such", "my", "our", "its",
    "no",
    "any", "of", "some", "many", "in", "for", "with", "by", "from",
  ]

  /// Whether the quotation starts within a few words: `considered it as “…”`.
  private func isNear(_ verb: Int, _ first: Int) -> Bool {
    if verb + 1 < first, passage.tokens[verb + 1].folded == "out" { return true }
    if passage.tokens[verb + 1..<first].contains(where: { ["that", "as", ":"].contains($0.folded) })
    {
      return first - verb <= 12
    }
    return first - verb <= 4
  }

  /// Finds the agent of a passive: `as was recognised by Lenin in 1922: “…”`.
  private func passive(_ verb: Int, _ first: Int) -> Cue? {
    let word = passage.tokens[verb].folded
    guard ReportingVerbs.isParticiple(word), !word.hasPrefix("accept"), !word.hasPrefix("found")
    else { return nil }
    var index = verb + 1
    while index < first, index <= verb + 6 {
      if ["by", "par", "por", "von"].contains(passage.tokens[index].folded) {
        guard let (speaker, range) = subjects.subject(startingAt: index + 1, limit: first) else {
          return nil
        }
        return cue(speaker, .passiveCue, verb..<range.upperBound)
      }
      index += 1
    }
    return nil
  }

  /// Whether a participle is part of a passive: `was said`, `is often called`.
  private func isAgentless(_ verb: Int) -> Bool {
    guard
      ReportingVerbs.isParticiple(passage.tokens[verb].folded)
        || ["called", "written"].contains(passage.tokens[verb].folded)
    else { return false }
    var index = verb - 1
    while index >= 0,
      passage.tokens[index].folded.hasSuffix("ly")
        || ["also", "often", "sometimes", "not"].contains(passage.tokens[index].folded)
    { index -= 1 }
    return index >= 0
      && ["be", "been", "was", "were", "is", "are", "being"].contains(passage.tokens[index].folded)
  }

  // MARK: Frames

  private static let frames: [[String]] = [
    ["according", "to"], ["in", "the", "words", "of"], ["to", "quote"], ["quoting"],
    ["to", "use", "the", "words", "of"],
    ["in", "the", "opinion", "of"], ["in", "the", "view", "of"], ["to", "paraphrase"], ["for"],
    ["to"], ["with"],
    ["selon"], ["d'après"], ["pour"], ["según"], ["para"], ["laut"], ["nach"], ["secondo"],
    ["in", "the", "phrase", "of"], ["agree", "with"], ["agrees", "with"], ["agreed", "with"],
    ["by"],
  ]

  private func frame(_ first: Int, from start: Int) -> Cue? {
    guard rules.contains(.frame) else { return nil }
    var index = start
    while index < first {
      for frame in Self.frames where frame[0] == passage.tokens[index].folded {
        let end = index + frame.count
        guard end < first, zip(frame, passage.tokens[index..<end]).allSatisfy({ $0 == $1.folded }),
          passage.spanOfToken[index] < 0,
          let (speaker, range) = subjects.subject(startingAt: end, limit: first)
            ?? (frame.count > 1 ? subjects.body(startingAt: end, limit: first) : nil)
        else { continue }
        // `For Brinton, “…”` and `To Makhno, “…”`: short frames only right before the quotation.
        let isShort =
          frame.count == 1
          && ["for", "to", "with", "by", "pour", "para", "nach"].contains(frame[0])
        if isShort {
          guard
            index == start || passage.tokens[index].isCapital
              || passage.tokens[index - 1].isSign(",") || frame[0] == "by" || frame[0] == "with"
          else { continue }
          var next = range.upperBound
          while next < first, [",", ":"].contains(passage.tokens[next].folded) { next += 1 }
          guard
            next == first
              || next + 1 == first && ["this", "it"].contains(passage.tokens[next].folded)
              || next + 3 >= first && frame[0] != "to" && index == start
                && !["by", "with"].contains(frame[0])
          else { continue }
          if case .collective = speaker, frame[0] != "for" { continue }
        } else if frame.count == 2, frame[1] == "with", !passage.tokens[first - 1].isSign(":") {
          continue
        }
        var found = cue(speaker, .frame, index..<range.upperBound)
        // `To Makhno, “…”` may render his view in other words.
        if isShort { found.isStrong = false }
        return found
      }
      index += 1
    }
    return nil
  }

  /// Finds the owner: `Tristan's slogan: “…”`, `in his words, “…”`, `Lenin's claim that “…”`.
  private func owned(_ first: Int, from start: Int) -> Cue? {
    guard rules.contains(.ownedWords) else { return nil }
    var index = first - 1
    while index > start, index >= first - 7 {
      defer { index -= 1 }
      guard SpeakerNouns.sayings.contains(passage.tokens[index].folded),
        passage.spanOfToken[index] < 0
      else { continue }
      var owner = index - 1
      while owner > start, owner > index - 4, passage.tokens[owner].kind == .word,
        subjects.mention(at: owner) == nil,
        !["his", "her", "their"].contains(passage.tokens[owner].folded)
      {
        owner -= 1
      }
      guard owner >= start else { continue }
      if let mention = subjects.mention(at: owner), mention.isPossessive {
        return cue(.person(mention), .ownedWords, mention.tokens.lowerBound..<(index + 1))
      }
      let word = passage.tokens[owner].folded
      if ["his", "her", "their"].contains(word) {
        return cue(
          .pronoun(word == "their" ? "they" : word == "his" ? "he" : "she"), .ownedWords,
          owner..<(index + 1))
      }
      if passage.tokens[owner + 1].folded == "of"
        || index + 1 < first && passage.tokens[index + 1].folded == "of",
        let (speaker, range) = subjects.subject(startingAt: index + 2, limit: first)
      {
        return cue(speaker, .ownedWords, index..<range.upperBound)
      }
    }
    return nil
  }

  /// The subject of a sentence that ends in a colon.
  private func colonSubject(_ first: Int, _ sentence: Sentence) -> Cue? {
    guard rules.contains(.colonSubject) else { return nil }
    let inside = subjects.mentions.within(sentence.tokens).filter {
      $0.tokens.upperBound <= first
        && passage.spanOfToken[$0.tokens.lowerBound] < 0
    }
    if let name = inside.first(where: { !$0.isPossessive }) ?? inside.first {
      var found = cue(.person(name), .colonSubject, name.tokens)
      found.isStrong = !name.isPossessive
      return found
    }
    let words = sentence.tokens.filter { $0 < first && passage.spanOfToken[$0] < 0 }
    if let index = words.first(where: { ["he", "she", "they"].contains(passage.tokens[$0].folded) })
    {
      return cue(.pronoun(passage.tokens[index].folded), .colonSubject, index..<(index + 1))
    }
    for index in words.reversed() {
      let word = passage.tokens[index].folded
      if SpeakerNouns.bodies.contains(word) || SpeakerNouns.persons.contains(word),
        let (speaker, place) = subjects.noun(endingAt: index, limit: sentence.tokens.lowerBound)
      {
        // Only a named organisation counts: `the Communist Party congress`.
        guard passage.tokens[place...index].contains(where: \.isCapital), place < index else {
          continue
        }
        var found = cue(speaker, .collectiveSpeaker, place..<(index + 1))
        found.isStrong = false
        return found
      }
    }
    return nil
  }

  private func cue(_ speaker: Cue.Speaker, _ rule: AttributionRule, _ tokens: Range<Int>) -> Cue {
    Cue(
      speaker: speaker, rule: rule,
      range: passage.tokens[tokens.lowerBound].range
        .lowerBound..<passage.tokens[tokens.upperBound - 1].range.upperBound,
      place: tokens.lowerBound)
  }
}
