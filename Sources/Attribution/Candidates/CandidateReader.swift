// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The words of a quotation for which candidates are read.
struct QuotedWords {
  var passage: Int
  /// Range of tokens, marks included.
  var tokens: Range<Int>
  var span: QuoteSpan
  /// Whether a reference or the mark of a note follows it.
  var isCited = false
}

/// Reads who may be the speaker of a quotation, from every pattern.
struct CandidateReader {
  /// Most candidates of a quotation.
  private static let most = 24
  /// Number of nominals back to which a pronoun can refer.
  private static let antecedents = 8

  let view: TextView

  /// The candidates for a quotation.
  ///
  /// - Complexity: O(1): the words that are read around a quotation are bounded.
  func candidates(_ quote: QuotedWords, before: SpeakerMemory) -> [Candidate] {
    var candidates: [Candidate] = []
    let regions = view.regions(quote.passage, quote.tokens)
    let shape = QuoteShape(quote, view: view)
    for region in regions where candidates.count < Self.most {
      read(region, quote, shape, before, into: &candidates)
    }
    carry(quote, shape, before, into: &candidates)
    excludeDistant(&candidates)
    settleRivals(&candidates)
    return candidates
  }

  // MARK: Regions

  private func read(
    _ region: Region, _ quote: QuotedWords, _ shape: QuoteShape, _ memory: SpeakerMemory,
    into candidates: inout [Candidate]
  ) {
    let passage = region.passage
    let read = view.passages[passage]
    let roles = view.roles[passage]
    let range = view.nominals(passage, in: region.tokens)
    let inside = range.filter { read.spanOfToken[view.nominals[passage][$0].tokens.lowerBound] < 0 }
    let clauses = ClauseReader(passage: read, roles: roles, nominals: view.nominals[passage])
    let verbs = region.tokens.count { clauses.strength($0) >= 2 }
    var isTied = false
    for (order, number) in inside.enumerated() {
      let nominal = view.nominals[passage][number]
      var features = shape.features
      let first = nominal.tokens.lowerBound
      let isAfter =
        region.kind == .after || region.kind == .next
        || region.kind == .between && first >= quote.tokens.upperBound
      let verb = clauses.verb(of: nominal, in: region.tokens, isAfter: isAfter)
      let edge =
        isAfter
        ? quote.tokens.upperBound
        : region.distance == 0 ? quote.tokens.lowerBound : region.tokens.upperBound
      let gap =
        isAfter ? first - region.tokens.lowerBound : max(0, edge - nominal.tokens.upperBound)
      features[.region] = Float(region.kind.rawValue)
      features[.gap] = Float(min(gap, 40))
      features[.sentences] = Float(region.distance)
      features.set(.paragraphs, region.kind == .lead)
      features.set(.isFirst, order == 0)
      features.set(.isLast, order == inside.count - 1)
      features[.nominals] = Float(min(inside.count, 10))
      features[.verbs] = Float(min(verbs, 5))
      // What stands between the nominal and the words.
      let between = inside.count { other in
        let nominal = view.nominals[passage][other]
        guard !clauses.isObject(nominal) else { return false }
        return isAfter
          ? nominal.tokens.upperBound <= first
          : nominal.tokens.lowerBound >= view.nominals[passage][number].tokens.upperBound
      }
      features[.subjectsBetween] = Float(min(between, 5))
      var link = Link.none
      if let verb {
        let distance = isAfter ? min(verb.token, first) - edge : edge - verb.token - 1
        features[.verb] = Float(verb.strength)
        features[.gapToVerb] = Float(min(verb.gap, 20))
        features[.verbToQuote] = Float(min(max(0, distance), 40))
        features.set(.isInverted, verb.isInverted)
        features.set(.isApposed, verb.isApposed)
        features.set(.isNegated, verb.isNegated)
        features.set(.isModal, verb.isModal)
        features.set(.isParticiple, verb.strength == 2)
        features.set(.hasObject, !isAfter && hasObject(verb.token, region, inside, passage))
        if verb.strength >= 1 {
          let isAdjacent = verb.gap <= 2 && !verb.isLoose || verb.isApposed
          let isClose = distance <= (isAfter ? 3 : 4)
          link =
            isAdjacent && isClose && (verb.strength > 1 || distance <= 2)
            ? .direct : !verb.isLoose || isClose ? .near : .loose
        }
        if region.distance > 0, region.kind != .lead { link = min(link, .near) }
      }
      describe(nominal, passage, clauses, region, into: &features)
      if clauses.isAgent(nominal) { features.set(.isAccording, true) }
      let isOwner = features[.ownsWords] > 0 && !isAfter && edge - nominal.tokens.upperBound <= 4
      if features[.isAccording] > 0 || isOwner, region.distance == 0 || region.kind == .lead {
        // `In the words of Lund` ties as closely as a verb.
        link = .direct
        features[.verb] = 3
      }
      features[.link] = Float(link.rawValue)
      let start = max(region.tokens.lowerBound, first - 12)
      features.set(
        .isDenied,
        (start..<min(region.tokens.upperBound, nominal.tokens.upperBound + 8)).contains {
          roles[$0].has(.denying)
        })
      if features[.isNegated] == 0 {
        // Within the clause: `When Berg did not answer, Lund said`.
        let clause = (start..<first).reversed().prefix { read.tokens[$0].kind == .word }
        features.set(.isNegated, link != .none && clause.contains { roles[$0].has(.negation) })
      }
      if link == .direct { isTied = true }
      let pattern = pattern(region, link, nominal.kind, features)
      add(
        nominal, passage, pattern, link, features, quote, region, number, memory,
        into: &candidates)
    }
    guard !isTied, region.distance == 0 else { return }
    addUnread(region, quote, shape, clauses, into: &candidates)
  }

  /// Adds that somebody who could not be read is the subject of a verb of saying at the words.
  private func addUnread(
    _ region: Region, _ quote: QuotedWords, _ shape: QuoteShape, _ clauses: ClauseReader,
    into candidates: inout [Candidate]
  ) {
    guard region.tokens.lowerBound >= quote.tokens.upperBound, candidates.count < Self.most,
      let verb = region.tokens.prefix(3).first(where: { clauses.strength($0) == 3 })
    else { return }
    var features = shape.features
    features[.region] = Float(region.kind.rawValue)
    features[.link] = Float(Link.direct.rawValue)
    features[.verb] = 3
    features[.kind] = Float(Nominal.Kind.indefinite.rawValue)
    candidates.append(
      Candidate(
        pattern: .cueAfter, name: "", printed: "", key: "", kind: .indefinite, entityKind: .unknown,
        passage: region.passage, range: view.passages[region.passage].tokens[verb].range,
        link: .direct, features: features))
  }

  private func pattern(
    _ region: Region, _ link: Link, _ kind: Nominal.Kind, _ features: SpeakerFeatures
  ) -> SpeakerPattern {
    if features[.isAccording] > 0 || features[.ownsWords] > 0 { return .ownedWords }
    if link >= .near, region.distance == 0 {
      if kind == .person || kind == .body || kind == .document { return .described }
      if kind == .firstPerson { return .firstPerson }
    }
    switch region.kind {
    case .lead: return .lead
    case .previous, .next: return .speakerBefore
    case _ where link == .none: return .sentenceSubject
    case .between: return .cueAround
    case .after: return .cueAfter
    case .before: return .cueBefore
    }
  }

  /// Whether a verb of saying already has its words as an object that is no quotation: `told Lund`.
  private func hasObject(_ verb: Int, _ region: Region, _ inside: [Int], _ passage: Int) -> Bool {
    inside.contains { view.nominals[passage][$0].tokens.lowerBound == verb + 1 }
  }

  /// Whether the prose says that somebody quotes the nominal: `Berg quotes Lund`.
  private func isQuotedByProse(_ nominal: Nominal, _ passage: Int) -> Bool {
    let first = nominal.tokens.lowerBound
    return first > 0 && Self.quoting.contains(view.passages[passage].tokens[first - 1].folded)
  }

  /// Verbs whose object is the one who speaks.
  private static let quoting: Set<String> = [
    "quotes", "quoting", "quoted", "cites", "citing", "cited", "zitiert", "zitierte", "citiert",
    "cite", "citait", "citant", "cita", "citaba", "citando", "citava", "citeert", "цитирует",
  ]

  private func describe(
    _ nominal: Nominal, _ passage: Int, _ clauses: ClauseReader, _ region: Region,
    into features: inout SpeakerFeatures
  ) {
    let read = view.passages[passage]
    let roles = view.roles[passage]
    let first = nominal.tokens.lowerBound
    let before: WordRole = first > 0 ? roles[first - 1] : []
    features.set(.afterPreposition, before.has(.preposition))
    features.set(
      .afterBy,
      first > 0
        && ["by", "par", "von", "por", "da", "door"].contains(read.tokens[first - 1].folded))
    features.set(
      .isAccording,
      before.has(.according) && !before.has(.via) || isQuotedByProse(nominal, passage)
        || nominal.tokens.upperBound < roles.count
          && roles[nominal.tokens.upperBound].has(.according)
          && view.lexicon.capitalisesNouns
    )
    features.set(.isPossessive, nominal.isPossessive)
    let next = nominal.tokens.upperBound
    let owns =
      nominal.isPossessive
      && (next..<min(next + 4, roles.count)).contains {
        roles[$0].has([.sayingNoun, .writingNoun, .workNoun])
      }
    let owned =
      first > 1 && ["of", "de", "von", "di", "del", "van"].contains(read.tokens[first - 1].folded)
      && roles[first - 2].has([.sayingNoun, .writingNoun])
    features.set(.ownsWords, owns || owned)
    features.set(.isSubject, !clauses.isObject(nominal))
    features.set(
      .startsClause,
      first == region.tokens.lowerBound || before.has([.conjunction, .subordinator])
        || first > 0 && read.tokens[first - 1].kind == .sign)
    features[.kind] = Float(nominal.kind.rawValue)
    features.set(.isDetermined, nominal.hasDeterminer)
    features.set(.isDescribed, nominal.isDescribed)
    features[.length] = Float(min(nominal.tokens.count, 8))
    features.set(.isPlace, roles[nominal.head].has(.place))
    features.set(.isNoName, roles[nominal.head].has(.function))
    features.set(.hasPlural, read.tokens[nominal.head].folded.hasSuffix("s"))
    guard nominal.run >= 0 else { return }
    let run = view.runs[passage][nominal.run]
    let entity = view.table.entities[run.entity]
    let count = Float(entity.count)
    features[.entityKind] = Float(entity.kind.rawValue) + 1
    features[.mentions] = min(count, 200)
    features[.speaking] = min(Float(entity.speaking), 50)
    features[.speakingShare] = Float(entity.speaking) / max(count, 1)
    features[.articleShare] = Float(entity.withArticle) / max(count, 1)
    features[.placeShare] = Float(entity.withPlace) / max(count, 1)
    features[.openingShare] = Float(entity.opening) / max(count, 1)
    features[.titled] = min(Float(entity.titled), 5)
    features[.given] = min(Float(entity.given), 5)
    features.set(.isAlsoWord, entity.isAlsoWord)
    features.set(.isAuthor, entity.isAuthor)
  }

  // MARK: Names

  private func add(
    _ nominal: Nominal, _ passage: Int, _ pattern: SpeakerPattern, _ link: Link,
    _ features: SpeakerFeatures, _ quote: QuotedWords, _ region: Region, _ number: Int,
    _ memory: SpeakerMemory, into candidates: inout [Candidate]
  ) {
    guard candidates.count < Self.most else { return }
    switch nominal.kind {
    case .name, .person, .body, .document:
      candidates.append(candidate(nominal, passage, pattern, link, features))
    case .pronoun:
      guard link != .none || features[.isAccording] > 0 || pattern == .lead else { return }
      resolve(nominal, number, passage, pattern, link, features, memory, into: &candidates)
    case .firstPerson, .secondPerson, .indefinite:
      // Nobody is named, but that somebody else speaks is known. `I` is who wrote the text.
      var candidate = candidate(nominal, passage, pattern, link, features)
      let isAuthor =
        nominal.kind == .firstPerson
        && ["i", "ich", "je", "j'", "yo", "ik", "io", "eu", "я"].contains(
          candidate.printed.lowercased())
      candidate.name = isAuthor ? view.author ?? "" : ""
      candidates.append(candidate)
    }
  }

  private func candidate(
    _ nominal: Nominal, _ passage: Int, _ pattern: SpeakerPattern, _ link: Link,
    _ features: SpeakerFeatures
  ) -> Candidate {
    let name = view.name(nominal, in: passage)
    let tokens = view.passages[passage].tokens
    let range =
      tokens[nominal.tokens.lowerBound].range
      .lowerBound..<tokens[nominal.tokens.upperBound - 1].range.upperBound
    let entity =
      nominal.run >= 0 ? view.table.entities[view.runs[passage][nominal.run].entity] : nil
    return Candidate(
      pattern: pattern, name: name.name, printed: name.printed,
      key: entity?.key ?? name.name.lowercased(), kind: nominal.kind,
      entityKind: entity?.kind ?? .unknown, passage: passage, range: range, link: link,
      features: features, isQuoted: isQuotedByProse(nominal, passage))
  }

  /// Adds whom a pronoun can mean: the nominals before it that agree in sex and number.
  private func resolve(
    _ pronoun: Nominal, _ number: Int, _ passage: Int, _ pattern: SpeakerPattern, _ link: Link,
    _ features: SpeakerFeatures, _ memory: SpeakerMemory, into candidates: inout [Candidate]
  ) {
    var place = passage
    var index = number - 1
    var seen: Set<String> = []
    var steps = 0
    var rank = 0
    let pronounSentence = view.sentences[passage].index(at: pronoun.tokens.lowerBound) ?? 0
    let tokens = view.passages[passage].tokens
    let range = tokens[pronoun.tokens.lowerBound].range
    var found: [Candidate] = []
    while steps < Self.antecedents {
      if index < 0 {
        guard place == passage, let before = view.previous(passage) else { break }
        place = before
        index = view.nominals[before].count - 1
        if index < 0 { break }
      }
      let nominal = view.nominals[place][index]
      index -= 1
      guard [.name, .person, .body].contains(nominal.kind) else { continue }
      steps += 1
      let agreement = agreement(pronoun, nominal, place)
      guard agreement > 0 else { continue }
      var antecedent = candidate(nominal, place, .pronoun, link, features)
      guard seen.insert(antecedent.key).inserted else { continue }
      let clauses = ClauseReader(
        passage: view.passages[place], roles: view.roles[place], nominals: view.nominals[place])
      let sentence = view.sentences[place].index(at: nominal.tokens.lowerBound) ?? 0
      describe(
        nominal, place, clauses,
        Region(kind: .previous, passage: place, tokens: 0..<1, distance: 0),
        into: &antecedent.features)
      antecedent.features[.region] = features[.region]
      antecedent.features.set(.isAntecedent, true)
      antecedent.features[.agreement] = Float(agreement)
      antecedent.features[.rank] = Float(rank)
      antecedent.features[.sentences] =
        place == passage ? Float(min(6, pronounSentence - sentence)) : 6
      antecedent.features.set(.paragraphs, place != passage)
      antecedent.features.set(.isLastSpeaker, memory.speaker?.key == antecedent.key)
      antecedent.range = range
      antecedent.passage = passage
      antecedent.printed = tokens[pronoun.head].folded
      found.append(antecedent)
      rank += 1
    }
    for place in found.indices {
      found[place].features[.rivals] = Float(found.count - 1)
      if candidates.count < Self.most { candidates.append(found[place]) }
    }
  }

  /// 2 if sex and number agree, 1 if the text does not tell, 0 if they differ.
  private func agreement(_ pronoun: Nominal, _ nominal: Nominal, _ passage: Int) -> Int {
    let isHe = pronoun.roles.has(.he) && !pronoun.roles.has(.she)
    let isShe = pronoun.roles.has(.she) && !pronoun.roles.has([.he, .they])
    let isThey = pronoun.roles.has(.they) && !pronoun.roles.has([.he, .she])
    if nominal.run >= 0 {
      let entity = view.table.entities[view.runs[passage][nominal.run].entity]
      switch entity.kind {
      case .body: return isThey ? 2 : 0
      case .document, .place: return 0
      default: break
      }
      if isThey { return 0 }
      switch entity.sex {
      case .man: return isShe ? 0 : isHe ? 2 : 1
      case .woman: return isHe ? 0 : isShe ? 2 : 1
      case .unknown: return 1
      }
    }
    if nominal.kind == .body { return isThey ? 2 : view.lexicon.language == "en" ? 0 : 1 }
    let isMan = nominal.roles.has([.man, .titleOfMan])
    let isWoman = nominal.roles.has([.woman, .titleOfWoman])
    if isHe { return isMan ? 2 : isWoman ? 0 : 1 }
    if isShe { return isWoman ? 2 : isMan ? 0 : 1 }
    return isThey ? 1 : 1
  }

  // MARK: What other quotations show

  /// Adds the speaker of the quotation before in the same paragraph.
  private func carry(
    _ quote: QuotedWords, _ shape: QuoteShape, _ memory: SpeakerMemory,
    into candidates: inout [Candidate]
  ) {
    guard let last = memory.speaker,
      last.passage == quote.passage || quote.span.ends == .continued || memory.isOpen
    else { return }
    let begins = last.passage == quote.passage
    var changes = 0
    if begins, last.end < quote.tokens.lowerBound {
      let range = view.nominals(quote.passage, in: last.end..<quote.tokens.lowerBound)
      changes = range.count {
        view.nominals[quote.passage][$0].kind != .document
          && view.passages[quote.passage].spanOfToken[
            view.nominals[quote.passage][$0].tokens.lowerBound] < 0
      }
      // A new paragraph in one passage ends what is carried.
      if quote.span.ends != .continued,
        hasParagraph(quote.passage, last.end..<quote.tokens.lowerBound + 1), !memory.isOpen
      {
        return
      }
    }
    var features = shape.features
    features[.region] = 6
    features.set(.isCarried, true)
    features[.chain] = Float(min(last.chain, 6))
    features[.changes] = Float(min(changes, 6))
    features[.link] = Float(last.link.rawValue)
    features[.gap] = Float(min(40, begins ? quote.tokens.lowerBound - last.end : 40))
    let sentence = view.sentences[quote.passage].index(at: quote.tokens.lowerBound) ?? 0
    features.set(.isSameSentence, begins && sentence == last.sentence)
    features[.sentences] = begins ? Float(min(8, sentence - last.sentence)) : 8
    features[.kind] = last.features[.kind]
    for feature in [
      SpeakerFeature.entityKind, .mentions, .speaking, .speakingShare, .articleShare, .placeShare,
      .openingShare, .titled, .given, .isAlsoWord, .verb, .isAntecedent, .agreement, .rank, .rivals,
      .isInverted, .isDescribed, .isDetermined, .gapToVerb,
    ] {
      features[feature] = last.features[feature]
    }
    candidates.append(
      Candidate(
        pattern: .sameSpeaker, name: last.name, printed: last.printed, key: last.key,
        kind: last.kind, entityKind: last.entityKind, passage: last.evidencePassage,
        range: last.range, link: last.link, features: features))
  }

  private func hasParagraph(_ passage: Int, _ tokens: Range<Int>) -> Bool {
    guard !view.sources[passage].joins.isEmpty else { return false }
    return tokens.contains {
      $0 > 0 && $0 < view.passages[passage].tokens.count && view.beginsParagraph(passage, $0)
    }
  }

  /// Leaves out those who stand farther off where a verb of saying ties somebody else to the words.
  private func excludeDistant(_ candidates: inout [Candidate]) {
    let tied = candidates.filter {
      $0.link == .direct && $0.features[.sentences] * (1 - $0.features[.isAntecedent]) == 0
        && $0.features[.verb] >= 2 && $0.pattern != .sameSpeaker && $0.pattern != .lead
    }
    guard !tied.isEmpty else { return }
    let keys = Set(tied.map(\.key))
    // `You told him, “…”`: nobody who is named, and so nobody farther off either.
    if tied.allSatisfy(\.name.isEmpty) {
      candidates.removeAll { $0.link < .direct && !$0.name.isEmpty }
    }
    candidates.removeAll {
      [.speakerBefore, .sentenceSubject, .sameSpeaker, .lead].contains($0.pattern)
        && !keys.contains($0.key)
    }
  }

  /// Tells each candidate how closely others are tied to the words, and how many say the same.
  private func settleRivals(_ candidates: inout [Candidate]) {
    let directs = candidates.count { $0.link == .direct && $0.pattern != .sameSpeaker }
    for place in candidates.indices {
      let key = candidates[place].key
      var rival = Link.none
      var agreeing = 0
      for other in candidates.indices where other != place {
        if candidates[other].key == key {
          agreeing += 1
        } else if candidates[other].pattern != .sameSpeaker,
          candidates[other].features[.isAntecedent] == 0
            || candidates[place].features[.isAntecedent] == 0
        {
          rival = max(rival, candidates[other].link)
        }
      }
      candidates[place].features[.rivalLink] = Float(rival.rawValue)
      candidates[place].features[.agreeing] = Float(min(agreeing, 4))
      candidates[place].features[.directs] = Float(min(directs, 4))
    }
  }
}
