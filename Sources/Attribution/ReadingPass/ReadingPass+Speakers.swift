// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Records in the evidence where a speaker was named, if that is a different passage.
  func with(_ speaker: Speaker, passage: Int, in index: Int) -> Speaker {
    passage == index ? speaker : with(speaker, passage: passage)
  }

  /// Adds the label of the passage to evidence that does not have one yet.
  func with(_ speaker: Speaker, passage: Int) -> Speaker {
    var speaker = speaker
    for place in speaker.evidence.indices where speaker.evidence[place].passage == nil {
      speaker.evidence[place].passage = sources[passage].label
    }
    return speaker
  }

  func carried(_ speaker: Speaker, _ index: Int) -> Speaker {
    var speaker = speaker
    speaker.isStrong = false
    speaker.isCarried = true
    speaker.evidence = speaker.evidence.map {
      Evidence(rule: AttributionRule.sameSpeaker.rawValue, range: $0.range, passage: $0.passage)
    }
    return speaker
  }

  func speaker(
    _ cue: Cue, _ index: Int, in part: ReadPassage? = nil, discourse: Discourse,
    subjects: SubjectReader
  ) -> Speaker? {
    let passage = part ?? reading.passages[index]
    let evidence = [Evidence(rule: cue.rule.rawValue, range: cue.range)]
    switch cue.speaker {
    case .person(let mention):
      let place = TextReading.place(
        index, passage.tokens[mention.tokens.lowerBound].range.lowerBound)
      if let other = namesake(mention, passage, at: place) {
        return Speaker(
          name: other, printed: other, key: NameReader.fold(other), isPerson: true,
          isGeneric: false, isStrong: cue.isStrong, evidence: evidence,
          isQuoted: cue.rule == .quotedInProse)
      }
      let parts = mention.name.split(separator: " and ")
      let name = parts.map { reading.people.fullName(String($0), at: place) }
        .joined(separator: " and ")
      return Speaker(
        name: name, printed: mention.name, key: mention.key, isPerson: true, isGeneric: false,
        isStrong: cue.isStrong, evidence: evidence, isQuoted: cue.rule == .quotedInProse)
    case .pronoun(let word):
      guard rules.contains(.pronoun) else { return nil }
      if ["they", "ils", "ellos"].contains(word) {
        guard rules.contains(.collectiveSpeaker),
          let group = discourse.group(at: cue.place, subjects: subjects)
        else { return nil }
        return Speaker(
          name: group, printed: word, key: group.lowercased(), isPerson: false, isGeneric: false,
          isStrong: false, evidence: evidence)
      }
      let centre = found[index].suffix(Self.memory).last {
        $0.speaker?.isPerson == true && $0.speaker?.isCarried == false
      }
      .map { ($0.speaker?.key ?? "", $0.sentence) }
      guard let person = discourse.person(at: cue.place, centre: centre) else { return nil }
      let place = TextReading.place(index, cue.range.lowerBound)
      return Speaker(
        name: reading.people.fullName(person.name, at: place), printed: word, key: person.key,
        isPerson: true, isGeneric: false, isStrong: cue.isStrong,
        evidence: evidence + [Evidence(rule: AttributionRule.pronoun.rawValue, range: cue.range)])
    case .collective(let words):
      guard rules.contains(.collectiveSpeaker), let words = Self.owner(of: words) else {
        return nil
      }
      let last = words.split(separator: " ").last.map { $0.lowercased() } ?? ""
      let place = TextReading.place(index, cue.range.lowerBound)
      return Speaker(
        name: reading.people.fullName(words, at: place), printed: words, key: words.lowercased(),
        isPerson: false,
        isGeneric: SpeakerNouns.persons.contains(last), isStrong: cue.isStrong,
        evidence: evidence + [
          Evidence(rule: AttributionRule.collectiveSpeaker.rawValue, range: cue.range)
        ])
    }
  }

  /// The name with the word before it, if that tells this person from one of the same family:
  /// `Old Marrable`, `Lady Marrable`; `nil` if it is the person that the text names in full.
  private func namesake(_ mention: Mention, _ passage: ReadPassage, at place: Int) -> String? {
    var before = mention.tokens.lowerBound - 1
    if before > 0, passage.tokens[before].isSign(".") { before -= 1 }
    guard !mention.isFull, before >= 0, passage.tokens[before].isCapital else { return nil }
    let word = passage.tokens[before].folded
    let full = reading.people.fullName(mention.name, at: place)
    guard full != mention.name else { return nil }
    guard
      NameWords.relations.contains(word)
        || NameWords.ranks.contains(word) && reading.people.isAuthor(full)
    else { return nil }
    return passage.string(
      passage.tokens[before].range
        .lowerBound..<passage.tokens[mention.tokens.upperBound - 1].range.upperBound)
  }

  /// The owner in a phrase such as `Lund's claim that`; `nil` for contractions such as `what's`.
  private static func owner(of words: String) -> String? {
    guard words.hasSuffix("'s") || words.hasSuffix("’s") else { return words }
    let owner = String(words.dropLast(2))
    let shortened = ["what", "that", "it", "who", "here", "there", "let", "he", "she", "one"]
    return shortened.contains(owner.lowercased()) ? nil : owner
  }

  /// The speaker that the end of a passage announces for the block that follows.
  func leadSpeaker(
    _ index: Int, sentences: [Sentence], finder: CueFinder, discourse: Discourse,
    subjects: SubjectReader
  ) -> (Speaker?, Int)? {
    guard let next = nextText(index),
      sources[next].kind == .quotation || reading.passages[next].spans.first?.range.lowerBound == 0,
      let last = sentences.last, let end = reading.passages[index].text.last
    else { return nil }
    guard end == ":" || end == "," || end == "—" || end == "-" || sources[next].kind == .quotation
    else { return nil }
    guard let cue = finder.cue(leadingBy: last) else { return (nil, index) }
    var found = speaker(cue, index, discourse: discourse, subjects: subjects)
    // Without a colon it is uncertain that the sentence introduces the block.
    if !":,—-".unicodeScalars.contains(end) { found = found.map { carried($0, index) } }
    return (found, index)
  }
}
