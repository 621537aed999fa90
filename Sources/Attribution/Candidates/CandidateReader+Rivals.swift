// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension CandidateReader {
  /// Adds the speaker of the quotation before in the same paragraph.
  func carry(
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
      changes = range.count { view.nominals[quote.passage][$0].kind != .document }
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
    features[.link] = Float(last.candidate.link.rawValue)
    features[.gap] = Float(min(40, begins ? quote.tokens.lowerBound - last.end : 40))
    let sentence = view.sentences[quote.passage].index(at: quote.tokens.lowerBound) ?? 0
    features.set(.isSameSentence, begins && sentence == last.sentence)
    features[.sentences] = begins ? Float(min(8, sentence - last.sentence)) : 8
    features[.kind] = last.candidate.features[.kind]
    for feature in [
      SpeakerFeature.entityKind, .mentions, .speaking, .speakingShare, .articleShare, .placeShare,
      .openingShare, .titled, .given, .isAlsoWord, .verb, .isAntecedent, .agreement, .rank, .rivals,
      .isInverted, .isDescribed, .isDetermined, .gapToVerb,
    ] {
      features[feature] = last.candidate.features[feature]
    }
    var carried = last.candidate
    carried.pattern = .sameSpeaker
    carried.features = features
    carried.isQuoted = false
    candidates.append(carried)
  }

  private func hasParagraph(_ passage: Int, _ tokens: Range<Int>) -> Bool {
    guard !view.sources[passage].joins.isEmpty else { return false }
    return tokens.contains {
      $0 > 0 && $0 < view.passages[passage].tokens.count && view.beginsParagraph(passage, $0)
    }
  }

  /// Leaves out those who stand farther off where a verb of saying ties somebody else to the words.
  func excludeDistant(_ candidates: inout [Candidate]) {
    let tied = candidates.filter {
      $0.link == .direct && $0.features[.sentences] * (1 - $0.features[.isAntecedent]) == 0
        && $0.features[.verb] >= 2 && $0.pattern != .sameSpeaker && $0.pattern != .lead
    }
    // `He said, according to Lund`: he speaks, and Lund only passes it on.
    let isSaid = candidates.contains {
      $0.link >= .near && $0.pattern != .sameSpeaker && $0.pattern != .ownedWords
        && $0.features[.region] <= Float(Region.Kind.before.rawValue) && $0.features[.verb] == 3
        && $0.features[.isAccording] == 0
    }
    if isSaid {
      candidates.removeAll {
        $0.pattern == .ownedWords && $0.features[.isAccording] > 0 && !$0.isQuoted
          && $0.features[.region] < Float(Region.Kind.before.rawValue)
      }
    }
    // `Berg quotes Lund: “…”`: the words are not those of the one who quotes.
    let quoted = candidates.filter { $0.isQuoted && $0.features[.sentences] == 0 }
    if !quoted.isEmpty {
      candidates.removeAll {
        $0.pattern == .cueBefore && !$0.isQuoted && !Self.isOne($0, of: quoted)
      }
    }
    excludeWhoeverReports(&candidates)
    excludeOtherSentences(&candidates)
    guard !tied.isEmpty else { return }
    // `You told him, “…”`: nobody who is named, and so nobody farther off either.
    if tied.allSatisfy(\.name.isEmpty) {
      candidates.removeAll { $0.link < .direct && !$0.name.isEmpty }
    }
    candidates.removeAll {
      ($0.pattern.isOfOtherSentence
        || [.sentenceSubject, .sameSpeaker, .lead].contains($0.pattern))
        && !Self.isOne($0, of: tied)
    }
  }

  /// Leaves out the subject of a verb whose object is what somebody else says: `Lund summed up Berg's
  /// view: “…”`, but not `Lund answered Berg's question: “…”`.
  private func excludeWhoeverReports(_ candidates: inout [Candidate]) {
    let owners = candidates.filter {
      $0.pattern == .ownedWords && $0.features[.ownsWords] > 0 && $0.features[.isPossessive] > 0
        && $0.features[.afterPreposition] == 0
        && $0.features[.region] <= Float(Region.Kind.before.rawValue)
        && isReported($0)
    }
    guard !owners.isEmpty else { return }
    candidates.removeAll {
      $0.pattern == .cueBefore && $0.features[.isAccording] == 0 && !Self.isOne($0, of: owners)
    }
  }

  /// Whether a verb of saying that is no answer, or its particle, stands right before whoever owns words.
  private func isReported(_ owner: Candidate) -> Bool {
    let read = view.passages[owner.passage]
    let before = read.token(at: owner.range.lowerBound) - 1
    guard before >= 0 else { return false }
    let word = read.tokens[before].folded
    return !Self.answering.contains(word)
      && (Self.particles.contains(word)
        || view.roles[owner.passage][before].has([.saying, .weakSaying, .adverb]))
  }

  /// Particles of verbs such as `sum up`.
  private static let particles: Set<String> = ["up", "out", "down", "zusammen"]

  /// Verbs whose object is what is answered, by language.
  private static let answering: Set<String> = [
    "answer", "answered", "answers", "met", "interrupted", "challenged", "beantwortete",
    "beantwortet", "interrompit", "interrumpió", "interruppe",
  ]

  /// Whether a candidate is one of those who are tied to the words: `Old Lund` is not `Anna Lund`.
  private static func isOne(_ candidate: Candidate, of tied: [Candidate]) -> Bool {
    tied.contains {
      $0.key == candidate.key && ($0.name == candidate.name || !$0.name.contains(" "))
    }
  }

  /// Leaves out those whom another sentence names if this one has a named subject of its own with a
  /// verb that can be one of saying: `Lund rejected the idea that it had “to be done at once”`.
  private func excludeOtherSentences(_ candidates: inout [Candidate]) {
    let own = candidates.filter {
      $0.kind == .name && $0.link >= .near && $0.features[.isAntecedent] == 0
        && [.cueBefore, .cueAfter, .cueAround].contains($0.pattern)
    }
    guard !own.isEmpty else { return }
    let previous = Float(Region.Kind.previous.rawValue)
    let next = Float(Region.Kind.next.rawValue)
    candidates.removeAll {
      (previous...next).contains($0.features[.region]) && !Self.isOne($0, of: own)
    }
  }

  /// Tells each candidate how closely others are tied to the words, and how many say the same.
  func settleRivals(_ candidates: inout [Candidate]) {
    let directs = candidates.count { $0.link == .direct && $0.pattern != .sameSpeaker }
    for place in candidates.indices {
      let key = candidates[place].key
      var rival = Link.none
      var agreeing = 0
      for other in candidates.indices where other != place {
        if candidates[other].key == key {
          // Several pronouns for one person are one reason.
          if candidates[other].pattern != candidates[place].pattern { agreeing += 1 }
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
