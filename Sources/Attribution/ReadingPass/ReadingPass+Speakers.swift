// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Probability from which a speaker below the floor still tells which work a reference means: lower
  /// if a verb of saying ties the name to the words.
  private static func hintFloor(_ candidate: Candidate) -> Float {
    if candidate.pattern == .lead { return 0.2 }
    return candidate.link >= .near && candidate.features[.isCarried] == 0 ? 0.3 : 0.6
  }

  /// The speaker of a quotation: whom a line below it or a clause within its marks names, or else the
  /// best candidate.
  ///
  /// - Parameter meant: Set to those whom a pronoun beside the words can mean.
  mutating func speaker(
    of span: QuoteSpan, _ index: Int, meant: inout Set<String>
  ) -> Speaker? {
    let quote = quotedWords(span, index)
    let decision = speakers.decision(quote)
    meant = decision?.meant ?? []
    if let named = lineSpeaker(index, of: span) ?? inciseSpeaker(span, index) { return named }
    if let before = continuedSpeaker(index)
      ?? interruptedSpeaker(span, index, unless: decision?.confidence ?? 0)
    {
      return before
    }
    guard let decision, decision.confidence >= Self.hintFloor(decision.candidate),
      allows(decision.candidate)
    else { return nil }
    let other = decision.candidate.passage
    var speaker = Speaker(decision, label: other == index ? nil : sources[other].label)
    if !rules.contains(.quotedInProse) { speaker.isQuoted = false }
    return speaker
  }

  /// The speaker of a quotation that a reporting clause interrupts: `“If we perish,” he said, “it is …”`.
  ///
  /// - Parameter confidence: That of the second part's own candidate, who must not be likelier.
  private func interruptedSpeaker(
    _ span: QuoteSpan, _ index: Int, unless confidence: Float
  ) -> Speaker? {
    guard let before = found[index].last, var speaker = before.speaker,
      (0...60).contains(span.range.lowerBound - before.span.range.upperBound)
    else { return nil }
    let text = reading.passages[index].text
    let isOpen = text[before.span.inner].last.map { ",—–-;".unicodeScalars.contains($0) } ?? false
    guard isOpen, let first = text[span.inner].first, !Tokens.isCapital(first) else { return nil }
    let rules = [AttributionRule.cueAfter, .cueAround, .describedSpeaker].map(\.rawValue)
    guard speaker.isStrong, speaker.evidence.contains(where: { rules.contains($0.rule) }) else {
      return speaker.confidence > confidence ? speaker : nil
    }
    speaker.evidence = speaker.evidence.map { evidence in
      Evidence(
        rule: AttributionRule.cueAround.rawValue, range: evidence.range, passage: evidence.passage)
    }
    return speaker
  }

  /// The speaker of a quotation that goes on from the paragraph before.
  private func continuedSpeaker(_ index: Int) -> Speaker? {
    guard found[index].isEmpty, continues(index), let before = previousText(index),
      var speaker = found[before].last?.speaker
    else { return nil }
    speaker.isCarried = true
    speaker.evidence = speaker.evidence.map { evidence in
      Evidence(
        rule: AttributionRule.sameSpeaker.rawValue, range: evidence.range,
        passage: evidence.passage ?? sources[before].label)
    }
    return speaker
  }

  /// Whether the rules that are applied include that of a candidate.
  func allows(_ candidate: Candidate) -> Bool {
    rules.contains(candidate.pattern.rule)
      && (candidate.features[.isAntecedent] == 0 || rules.contains(.pronoun))
  }

  /// The tokens of a quotation, and whether a reference or the mark of a note follows.
  func quotedWords(_ span: QuoteSpan, _ index: Int) -> QuotedWords {
    let end = span.range.upperBound
    let isCited =
      sources[index].notes.contains { $0.offset.map { abs($0 - end) < 4 } ?? false }
      || !reading.passages[index].references(in: end..<end + 4).isEmpty
    return QuotedWords(span, in: reading.passages[index], passage: index, isCited: isCited)
  }

  /// The speaker of a quotation within another, if the quoted text itself names one.
  func speaker(of span: QuoteSpan, in part: TextView) -> Speaker? {
    let quote = QuotedWords(span, in: part.passages[0], passage: 0)
    guard quote.tokens.lowerBound < part.passages[0].tokens.count else { return nil }
    var reader = SpeakerReader(part)
    guard let decision = reader.decision(quote), decision.candidate.link == .direct,
      decision.confidence >= Self.hintFloor(decision.candidate), allows(decision.candidate)
    else { return nil }
    return Speaker(decision, label: nil)
  }

  /// Whether a speaker is sure enough to be named.
  ///
  /// Where dialogue prevails many speak in turn, and a wrong name is likelier at the same evidence:
  /// three fifths of the doubt are allowed there.
  func isOffered(_ speaker: Speaker) -> Bool {
    let doubt = 1 - Double(speaker.confidence)
    return doubt <= (view.hasDialogue ? (1 - floor) * 0.6 : 1 - floor)
  }
}
