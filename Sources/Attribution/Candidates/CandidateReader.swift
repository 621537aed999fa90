// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The words of a quotation for which candidates are read.
struct QuotedWords {
  var passage: Int
  /// Range of tokens, marks included.
  var tokens: Range<Int>
  var span: QuoteSpan
  /// Whether a reference or the mark of a note follows it.
  var isCited: Bool

  init(_ span: QuoteSpan, in read: ReadPassage, passage: Int, isCited: Bool = false) {
    let first = read.token(at: span.range.lowerBound)
    let last = min(read.token(at: span.range.upperBound), read.tokens.count)
    self.passage = passage
    tokens = first..<max(first + 1, last)
    self.span = span
    self.isCited = isCited
  }
}

/// Reads who may be the speaker of a quotation, from every pattern.
struct CandidateReader {
  /// Most candidates of a quotation.
  static let most = 24

  let view: TextView

  /// The candidates for a quotation.
  ///
  /// - Complexity: O(1): the words that are read around a quotation are bounded.
  func candidates(_ quote: QuotedWords, before: SpeakerMemory) -> [Candidate] {
    var candidates: [Candidate] = []
    let regions = view.regions(quote.passage, quote.tokens)
    let shape = QuoteShape(quote, view: view)
    for region in regions where candidates.count < Self.most {
      // Words that are set apart are announced, or a line below them says whose they are.
      if quote.span.ends == .block, region.kind == .previous || region.kind == .next { continue }
      read(region, quote, shape, before, into: &candidates)
    }
    carry(quote, shape, before, into: &candidates)
    excludeDistant(&candidates)
    settleRivals(&candidates)
    return candidates
  }

  private func read(
    _ region: Region, _ quote: QuotedWords, _ shape: QuoteShape, _ memory: SpeakerMemory,
    into candidates: inout [Candidate]
  ) {
    let passage = region.passage
    let read = view.passages[passage]
    let roles = view.roles[passage]
    let inside = view.nominals(passage, in: region.tokens)
    let clauses = view.clauses(passage)
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
        features.set(.hasObject, !isAfter && hasObject(verb.token, inside, passage))
        if verb.strength >= 1 {
          let isAdjacent = verb.gap <= 2 && !verb.isLoose || verb.isApposed
          let isClose = distance <= (isAfter ? 3 : 4)
          link =
            isAdjacent && isClose && (verb.strength > 1 || distance <= 2)
            ? .direct : !verb.isLoose || isClose ? .near : .loose
        }
        if region.distance > 0, region.kind != .lead { link = min(link, .near) }
        // `Lund writes while the weavers sing under his window: “…”`
        if !isAfter, verb.token < edge,
          let other = (verb.token + 1..<edge).first(where: { roles[$0].has(.subordinator) }),
          (other + 1..<max(other + 1, edge)).contains(where: { clauses.strength($0) == 3 })
        {
          link = min(link, .loose)
        }
      }
      describe(nominal, passage, clauses, from: region.tokens.lowerBound, into: &features)
      // `“…,” but Lund added another`: what follows the conjunction is another clause.
      if region.kind == .after || region.kind == .between && isAfter,
        link > .loose, opensClause(region, passage, before: first)
      {
        link = .loose
      }
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
      add(nominal, number, passage, pattern, link, features, memory, into: &candidates)
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
      let verb = region.tokens.prefix(3).first(where: { clauses.strength($0) == 3 }),
      // `and even claimed`: whoever spoke before goes on.
      !(region.tokens.lowerBound..<verb).contains(where: {
        view.roles[region.passage][$0].has(.conjunction)
      })
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
    if region.distance == 0 || region.kind == .lead,
      features[.isAccording] > 0 || features[.ownsWords] > 0
    {
      return .ownedWords
    }
    if link >= .near, region.distance == 0 {
      if kind == .person || kind == .body || kind == .document { return .described }
      if kind == .firstPerson { return .firstPerson }
    }
    switch region.kind {
    case .lead: return .lead
    case .previous, .next:
      return link >= .near && region.distance == 1 && isReporting(region)
        ? .reportedBeside : .speakerBefore
    case _ where link == .none: return .sentenceSubject
    case .between: return .cueAround
    case .after: return .cueAfter
    case .before: return .cueBefore
    }
  }

  /// Whether the words after a quotation begin with a conjunction that leads to a subject.
  private func opensClause(_ region: Region, _ passage: Int, before subject: Int) -> Bool {
    let tokens = view.passages[passage].tokens
    guard let first = region.tokens.first(where: { tokens[$0].kind == .word }), first < subject,
      view.roles[passage][first].has([.conjunction, .subordinator])
    else { return false }
    // `“…,” as Lund says`
    return !Self.asSaid.contains(tokens[first].folded)
  }

  /// Conjunctions of a clause that tells who says so, by language.
  private static let asSaid: Set<String> = [
    "as", "wie", "so", "comme", "ainsi", "como", "come", "siccome", "zoals", "gelijk", "как",
    "according", "selon", "laut", "or",
  ]

  /// Whether the sentence of a region has quoted words of its own.
  private func isReporting(_ region: Region) -> Bool {
    let spans = view.passages[region.passage].spanOfToken
    guard let sentence = view.sentences[region.passage].index(at: region.tokens.lowerBound) else {
      return false
    }
    return view.sentences[region.passage][sentence].tokens.contains { spans[$0] >= 0 }
  }

  /// Whether a verb of saying already has its words as an object that is no quotation: `told Lund`.
  private func hasObject(_ verb: Int, _ inside: Range<Int>, _ passage: Int) -> Bool {
    inside.contains { view.nominals[passage][$0].tokens.lowerBound == verb + 1 }
  }

  private func add(
    _ nominal: Nominal, _ number: Int, _ passage: Int, _ pattern: SpeakerPattern, _ link: Link,
    _ features: SpeakerFeatures, _ memory: SpeakerMemory, into candidates: inout [Candidate]
  ) {
    guard candidates.count < Self.most, !isDoubtfulName(nominal, passage) else { return }
    switch nominal.kind {
    case .name, .person, .body, .document:
      candidates.append(candidate(nominal, passage, pattern, link, features))
    case .pronoun:
      guard link != .none || features[.isAccording] > 0 || pattern == .lead else { return }
      resolve(nominal, number, passage, pattern, link, features, memory, into: &candidates)
    case .indefinite where nominal.pointsBack && link >= .near && memory.speaker != nil:
      if let again = again(nominal, passage, link, features, memory) { candidates.append(again) }
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

  /// Whether a word with a capital letter may be a noun or an adverb, in a language in which such a letter
  /// shows no name: nothing shows that it names a person, and no verb of saying stands beside it
  /// elsewhere than at the start of a sentence.
  private func isDoubtfulName(_ nominal: Nominal, _ passage: Int) -> Bool {
    guard view.lexicon.capitalisesNouns, nominal.run >= 0 else { return false }
    let run = view.runs[passage][nominal.run]
    let entity = view.table.entities[run.entity]
    guard run.tokens.count == 1, entity.kind == .unknown || entity.kind == .place else {
      return false
    }
    return !entity.isSure || entity.speaking == 0 && (entity.count < 5 || entity.withArticle > 0)
  }

  func candidate(
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
    let isQuoted = isQuotedByProse(nominal, passage)
    return Candidate(
      pattern: pattern, name: name.name, printed: name.printed,
      key: entity?.key ?? name.name.lowercased(), kind: nominal.kind,
      entityKind: entity?.kind ?? .unknown, passage: passage, range: range, link: link,
      features: features, isQuoted: isQuoted, quoter: isQuoted ? quoter(of: nominal, passage) : nil)
  }
}
