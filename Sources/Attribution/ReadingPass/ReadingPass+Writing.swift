// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Writes the quotations and references that were found into the passages.
  func write(to passages: inout [Passage]) {
    let habit = referenceHabit()
    for index in passages.indices {
      passages[index].references = references[index].sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      let turns = turns(index)
      let quoted = (found[index] + inner[index]).filter(\.isSpeech)
        .filter { quotation in
          // A turn that is set apart is not a quotation besides.
          quotation.span.ends != .block
            || !turns.contains { $0.range.overlaps(quotation.span.range) }
        }
        .map { quotation($0, index, habit) }
      passages[index].quotations = (turns + quoted).sorted {
        ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
      }
    }
  }

  /// Probability from which a name beside the words counts as stated.
  private static let statedFloor = 0.9

  func quotation(_ found: FoundQuotation, _ index: Int, _ habit: ReferenceHabit) -> Quotation {
    let passage = reading.passages[index]
    var evidence = found.evidence
    var basis = Basis.stated
    var speaker = found.speaker
    if let resolution = found.resolution {
      evidence += resolution.rules.map { self.evidence($0, found, index) }
      if resolution.basis == .inferred { basis = .inferred }
      if rules.contains(.referenceAuthor) {
        speaker = author(
          resolution, printed: printedReference(found), beside: speaker, meant: meant(found, index),
          self.evidence(.referenceAuthor, found, index), habit)
      }
    }
    // Below the floor nobody is named.
    if let named = speaker, !isOffered(named) { speaker = nil }
    if let speaker {
      evidence += speaker.evidence
      if !speaker.isStated || Double(speaker.confidence) < Self.statedFloor { basis = .inferred }
    }
    var source = found.resolution?.source
    var via = found.resolution?.via ?? []
    if let pages = found.pages {
      if via.isEmpty { source?.pages = pages } else { via[via.count - 1].pages = pages }
      basis = .inferred
    }
    if source != nil, source?.authors.isEmpty == true, source?.title == nil, !via.isEmpty,
      let name = speaker?.name
    {
      source?.authors = [name]
    }
    // `Berg quotes Lund as saying “…”`, without a reference.
    if source == nil, via.isEmpty, let quoter = speaker?.quoter, quoter != speaker?.name {
      via = [NamedSource(authors: [quoter])]
      evidence.append(self.evidence(.quotedInProse, found, index))
    }
    return Quotation(
      range: found.span.range, text: passage.string(found.span.inner), speaker: speaker?.name,
      printedSpeaker: speaker?.printed, source: source, via: via, note: found.note, basis: basis,
      confidence: speaker.map { Double($0.confidence) }, evidence: evidence)
  }

  /// Code points before a quotation in which a pronoun's antecedent is named at the latest.
  private static let pronounReach = 400

  /// Folded family names of all whom a pronoun beside the words can mean, the less likely ones too; empty
  /// without such a pronoun.
  private func meant(_ found: FoundQuotation, _ index: Int) -> Set<String> {
    guard !found.meant.isEmpty else { return [] }
    let tokens = reading.passages[index].tokens
    let end = found.span.range.lowerBound
    let near = reading.mentions[index].filter {
      (end - Self.pronounReach..<end).contains(tokens[$0.tokens.lowerBound].range.lowerBound)
    }
    return found.meant.union(near.map(\.key))
  }

  /// Evidence for a rule that used the quotation's reference, wherever that reference stands.
  func evidence(
    _ rule: AttributionRule, _ found: FoundQuotation, _ index: Int
  ) -> Evidence {
    guard let reference = found.reference else {
      return Evidence(rule: rule.rawValue, range: found.span.range)
    }
    return Evidence(
      rule: rule.rawValue, range: reference.range,
      passage: reference.passage == index ? nil : sources[reference.passage].label)
  }

  private func printedReference(_ found: FoundQuotation) -> String {
    found.reference.map { reading.passages[$0.passage].string($0.range) } ?? ""
  }

  /// The author named by the reference, or the speaker whom the prose names, whichever is surer.
  func author(
    _ resolution: Resolution, printed cited: @autoclosure () -> String, beside speaker: Speaker?,
    meant: Set<String>,
    _ evidence: Evidence, _ habit: ReferenceHabit
  ) -> Speaker? {
    guard let last = resolution.source.authors.last,
      resolution.source.authors.allSatisfy({ isPerson($0, citedBy: resolution) })
    else { return speaker.map(Self.sourced) }
    let name = resolution.source.authors.joined(separator: " and ")
    var author = Speaker(
      name: name, printed: name, key: NameReader.key(last), isPerson: true, isGeneric: false,
      isStrong: false, confidence: Self.confidence(resolution, habit), evidence: [evidence])
    // `Lund went on. “…,” he declares (Berg, p. 7)`: Berg reports it.
    if !meant.isEmpty, meant.isDisjoint(with: resolution.source.authors.map(NameReader.key)) {
      author.confidence *= Self.reported
    }
    // `One historian writes “…”`: in an essay he is the author who is cited. `A worker said “…”` is not.
    guard let speaker, !speaker.isGeneric || !habit.prevails || !publishes(speaker) else {
      return author
    }
    // `Berg reports “…” (Lund, quoted in Berg)`
    if resolution.namesAuthor, speaker.isPerson,
      resolution.via.contains(where: { $0.authors.map(NameReader.key).contains(speaker.key) }),
      !resolution.source.authors.map(NameReader.key).contains(speaker.key)
    {
      return author
    }
    // `Berg gives up Lund's theory. Says he: “…” (Lund, p. 7)`: the reference says whom the pronoun means.
    if speaker.isByPronoun, resolution.namesAuthor, resolution.via.isEmpty, habit.prevails,
      resolution.source.authors.contains(where: { meant.contains(NameReader.key($0)) })
    {
      return author
    }
    let same = resolution.source.authors.first { NameReader.key($0) == speaker.key }
    if let same {
      // Prose and reference agree; the fuller of the names is given.
      var agreed = speaker
      if let name = speaker.name, same.hasSuffix(" " + name) {
        agreed.name = same
        agreed.isCitedInFull = cited().contains(same)
      }
      agreed.confidence = max(speaker.confidence, author.confidence)
      agreed.evidence.append(evidence)
      return agreed
    }
    // A guess does not stand against an author whom the reference names.
    if resolution.namesAuthor, resolution.via.isEmpty, speaker.confidence < 0.5, habit.prevails {
      return author
    }
    // Whom a verb of saying ties to the words goes before an author whose words may be about him.
    if speaker.isStrong || speaker.confidence > author.confidence { return speaker }
    return author
  }

  /// Whether an unnamed person can be the author whom a reference names: not if a verb of saying ties the
  /// words to somebody who does not publish.
  private func publishes(_ speaker: Speaker) -> Bool {
    !speaker.isStrong || !isOffered(speaker)
      || speaker.printed.split(separator: " ").contains {
        view.lexicon.roles[$0.lowercased()]?.has(.writer) ?? false
      }
  }

  /// How much of the probability of an author remains if a pronoun beside the words means others.
  private static let reported: Float = 0.7

  /// A speaker whose words have a source: that somebody is quoted is no longer in doubt, only who.
  private static func sourced(_ speaker: Speaker) -> Speaker {
    // Whom a pronoun means remains in doubt.
    guard speaker.isStrong, !speaker.isByPronoun else { return speaker }
    var speaker = speaker
    speaker.confidence = 1 - (1 - speaker.confidence) / 2
    return speaker
  }

  /// Probability that the author of a reference says what it is attached to.
  private static func confidence(_ resolution: Resolution, _ habit: ReferenceHabit) -> Float {
    let usual: Double = resolution.namesAuthor ? 0.93 : resolution.basis == .stated ? 0.9 : 0.88
    // `Lund, quoted in Berg` says whose words they are.
    return Float(habit.prevails || !resolution.via.isEmpty ? usual : usual * habit.share)
  }
}
