// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  func beginsWithReference(_ passage: ReadPassage) -> Bool {
    passage.references.first.map { $0.range.lowerBound <= 1 } ?? false
  }

  /// Where a reference is read: an author and date in the sentence, `Lund (1903: 45) holds that “…”`,
  /// are the source of the words after them.
  func place(
    of reference: ParsedReference, _ index: Int, _ spans: [QuoteSpan], _ sentences: [Sentence]
  ) -> Int {
    let start = reference.range.lowerBound
    let passage = reading.passages[index]
    func sentence(_ offset: Int) -> Int? { sentences.index(at: passage.token(at: offset)) }
    guard reference.rule == .authorDate, passage.text[start] != "(", passage.text[start] != "[",
      case let next = spans.partition(where: { $0.range.lowerBound >= reference.range.upperBound }),
      next < spans.count, sentence(start) == sentence(spans[next].range.lowerBound)
    else { return start }
    // Not if the words before it in the sentence are those that it names.
    if let before = spans[..<next].last, before.range.upperBound <= start,
      sentence(before.range.lowerBound) == sentence(start)
    {
      return start
    }
    return spans[next].range.upperBound
  }

  mutating func cite(
    _ reference: ParsedReference, _ index: Int, sentences: [Sentence], discourse: Discourse
  ) {
    let passage = reading.passages[index]
    let token = passage.token(at: reference.range.lowerBound)
    let sentence = sentences.index(at: token) ?? 0
    let named = reference.via.isEmpty ? Set(reference.source.names.map(NameReader.key)) : []
    var covered = cover(index, sentence, named: named)
    // The line below a quotation is about this quotation alone.
    if reference.rule == .sourceLine { covered.removeAll { $0.passage != index } }
    var hint = hint(covered, reference, index, sentences, sentence, discourse)
    // Whom the sentence is about wrote what a square bracket names, but not what is mentioned in it.
    if hint?.isStrong == false,
      reference.rule == .datedTitle || passage.text[reference.range.lowerBound] != "["
    {
      hint = nil
    }
    let place = TextReading.place(index, reference.range.lowerBound)
    var resolution = resolver.resolve(reference, hint: hint, place: place)
    if hint?.isStrong == false,
      resolution.rules.contains(.titleByProse) || resolution.rules.contains(.opCitProse)
    {
      resolution.rules.append(.sentenceSubject)
    }
    note(resolution, of: reference, in: index)
    tie(covered, to: resolution, reference, in: index, note: nil)
    pending = []
  }

  /// The quotations, in order, that a reference at the end of a sentence applies to.
  ///
  /// Goes back from the nearest quotation until a different speaker is named.
  func cover(_ index: Int, _ sentence: Int, named: Set<String>) -> [Key] {
    guard let nearest = pending.last else { return [] }
    let close = found[nearest.passage][nearest.quotation]
    guard nearest.passage != index || close.sentence >= sentence - 2 else { return [] }
    var covered: [Key] = []
    var owner: String?
    for place in pending.reversed() {
      let quotation = found[place.passage][place.quotation]
      if let speaker = quotation.speaker, !speaker.isCarried {
        if let owner, owner != speaker.key { break }
        if owner == nil, !covered.isEmpty, !named.isEmpty, !named.contains(speaker.key) { break }
        owner = speaker.key
      }
      covered.append(place)
    }
    return covered.reversed()
  }

  /// The person whose work the surrounding prose suggests the reference means.
  func hint(
    _ covered: [Key], _ reference: ParsedReference, _ index: Int, _ sentences: [Sentence],
    _ sentence: Int, _ discourse: Discourse
  ) -> ProseHint? {
    if let speaker = hintingSpeaker(covered), let name = speaker.name,
      speaker.isPerson || !reference.via.isEmpty
    {
      return ProseHint(
        name: name, key: speaker.key, isStrong: true,
        isPerson: speaker.isPerson, isQuoted: speaker.isQuoted, range: reference.range)
    }
    guard rules.contains(.sentenceSubject), sentence < sentences.count else { return nil }
    let first = covered.filter { $0.passage == index }.map { found[index][$0.quotation].sentence }
      .min()
    for place in stride(from: sentence, through: min(sentence, first ?? sentence), by: -1) {
      if let hint = subject(of: sentences[place], before: reference.range, index, discourse) {
        return hint
      }
    }
    return nil
  }

  /// The speaker of the last quotation that a reference covers; if only a pronoun tells who that is, one
  /// who is named beside the words of another.
  private func hintingSpeaker(_ covered: [Key]) -> Speaker? {
    let speakers = covered.reversed().compactMap { place in
      found[place.passage][place.quotation].speaker.flatMap {
        isHint($0, of: place, covered) ? $0 : nil
      }
    }
    guard let last = speakers.first, last.isByPronoun else { return speakers.first }
    return speakers.first {
      !$0.isByPronoun && $0.isStrong && !$0.isCarried && $0.isPerson && $0.confidence >= 0.75
    } ?? last
  }

  /// The person that a sentence is about.
  func subject(
    of sentence: Sentence, before reference: Range<Int>, _ index: Int, _ discourse: Discourse
  ) -> ProseHint? {
    let passage = reading.passages[index]
    let place = TextReading.place(index, reference.lowerBound)
    func hint(_ mention: Mention) -> ProseHint {
      ProseHint(
        name: reading.people.fullName(mention.name, at: place), key: mention.key, isStrong: false,
        range: reference)
    }
    let inside = reading.mentions[index].within(sentence.tokens).filter {
      passage.tokens[$0.tokens.lowerBound].range.lowerBound < reference.lowerBound
        && passage.spanOfToken[$0.tokens.lowerBound] < 0
    }
    if let mention = inside.first(where: { !$0.isPossessive }) ?? inside.first {
      return hint(mention)
    }
    // Limits the search, since a “sentence” without a full stop can be very long.
    let end = min(sentence.tokens.upperBound, passage.token(at: reference.lowerBound))
    let pronoun =
      (max(sentence.tokens.lowerBound, end - 200)..<max(sentence.tokens.lowerBound, end)).first {
        passage.tokens[$0].kind == .word && passage.spanOfToken[$0] < 0
          && Self.pronouns.contains(passage.tokens[$0].folded)
      }
    return pronoun.flatMap { discourse.person(at: $0) }.map(hint)
  }

  /// Records a resolved reference, with a diagnostic if it contradicts itself.
  mutating func note(_ resolution: Resolution, of reference: ParsedReference, in index: Int) {
    // A note that is pointed to without a source in it is no reference.
    guard reference.rule != .seeNote || resolution.source.title != nil || !resolution.via.isEmpty
    else { return }
    let rules = [reference.rule] + resolution.rules
    references[index].append(
      Reference(
        range: reference.range, text: reading.passages[index].string(reference.range),
        source: resolution.source, via: resolution.via, basis: resolution.basis,
        evidence: rules.map { Evidence(rule: $0.rawValue, range: reference.range) },
        conflict: resolution.conflict))
    guard let conflict = resolution.conflict else { return }
    diagnostics.append(
      Diagnostic(
        .warning, code: "cross-reference",
        "“\(reading.passages[index].string(reference.range))”: \(conflict)",
        line: sources[index].line))
  }

  /// Ties the quotations of the reviewed author that no reference covers to the reviewed work.
  mutating func tieToReviewed() {
    guard rules.contains(.workUnderReview), let reviewed = resolver.reviewed else { return }
    let work = resolver.records.all[reviewed]
    guard !work.keys.isEmpty, work.title != nil else { return }
    for index in found.indices where sources[index].kind != .note {
      for number in found[index].indices where found[index][number].resolution == nil {
        guard let speaker = found[index][number].speaker, speaker.isPerson,
          work.keys.contains(speaker.key)
        else { continue }
        found[index][number].resolution = Resolution(
          source: NamedSource(authors: work.names, title: work.title, year: work.year), via: [],
          record: reviewed, basis: .inferred, rules: [.workUnderReview], namesAuthor: false)
      }
    }
  }

  /// Whether the speaker of a part of what a reference covers tells of the rest: one who is in doubt
  /// does so only in the sentence of the last part.
  private func isHint(_ speaker: Speaker, of place: Key, _ covered: [Key]) -> Bool {
    guard speaker.confidence < 0.5, let last = covered.last else { return true }
    return place.passage == last.passage
      && found[place.passage][place.quotation].sentence
        == found[last.passage][last.quotation].sentence
  }

  /// The speaker of what one reference covers: whom a verb of saying ties most surely to a part of it.
  private func sharedSpeaker(of covered: [Key]) -> (speaker: Speaker, passage: Int)? {
    var best: (speaker: Speaker, passage: Int)?
    for place in covered {
      guard let speaker = found[place.passage][place.quotation].speaker, speaker.isStrong,
        isHint(speaker, of: place, covered),
        best.map({ $0.speaker.confidence < speaker.confidence }) ?? true
      else { continue }
      best = (speaker, place.passage)
    }
    return best
  }

  /// A speaker as one who was named elsewhere: with the same evidence, in another passage if need be.
  private func carried(_ named: (speaker: Speaker, passage: Int), to passage: Int) -> Speaker {
    let label = named.passage == passage ? nil : sources[named.passage].label
    var speaker = named.speaker
    speaker.isCarried = true
    speaker.evidence = speaker.evidence.map {
      Evidence(
        rule: AttributionRule.sameSpeaker.rawValue, range: $0.range, passage: $0.passage ?? label)
    }
    return speaker
  }

  mutating func tie(
    _ covered: [Key], to resolution: Resolution, _ reference: ParsedReference, in passage: Int,
    note: String?
  ) {
    let length = covered.map { found[$0.passage][$0.quotation].words }.max() ?? 0
    // Number of quoted words that this reference covers, per passage and sentence.
    var together: [Int: [Int: Int]] = [:]
    for place in covered {
      let quotation = found[place.passage][place.quotation]
      together[place.passage, default: [:]][quotation.sentence, default: 0] += quotation.words
    }
    let shared = sharedSpeaker(of: covered)
    for place in covered {
      found[place.passage][place.quotation].resolution = resolution
      found[place.passage][place.quotation].reference = (passage, reference.range)
      found[place.passage][place.quotation].note = note
      let sentence = found[place.passage][place.quotation].sentence
      let words = together[place.passage]?[sentence] ?? 0
      found[place.passage][place.quotation].hasCompany =
        words >= 4 || length >= 4 && found[place.passage][place.quotation].words >= 3
      let isOpen =
        found[place.passage][place.quotation].speaker.map { speaker in
          speaker.isCarried && resolution.namesAuthor && resolution.via.isEmpty
            && !resolution.source.authors.map(NameReader.key).contains(speaker.key)
        } ?? false
      if isOpen { found[place.passage][place.quotation].speaker = nil }
      if !isOpen, found[place.passage][place.quotation].speaker == nil {
        found[place.passage][place.quotation].speaker = shared.map {
          carried($0, to: place.passage)
        }
      }
    }
    let spoken = covered.filter { found[$0.passage][$0.quotation].isSpeech }
    let pages = (reference.via.last ?? reference.source).pages
    guard rules.contains(.pagesInOrder), pages.count > 1, spoken.count == pages.count else {
      return
    }
    for (place, page) in zip(spoken, pages) {
      found[place.passage][place.quotation].pages = page
      found[place.passage][place.quotation].evidence.append(
        Evidence(
          rule: AttributionRule.pagesInOrder.rawValue,
          range: found[place.passage][place.quotation].span.range))
    }
  }
}
