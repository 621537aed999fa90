// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Probability from which a speaker below the floor still tells which work a reference means: lower
  /// if a verb of saying ties the name to the words.
  private static func hintFloor(_ candidate: Candidate) -> Float {
    candidate.link >= .near && candidate.features[.isCarried] == 0 ? 0.3 : 0.6
  }

  /// The speaker of a quotation: whom a line below it or a clause within its marks names, or else the
  /// best candidate.
  mutating func speaker(of span: QuoteSpan, _ index: Int) -> Speaker? {
    let quote = quotedWords(span, index)
    let decision = speakers.decision(quote)
    if let named = lineSpeaker(index, of: span) ?? inciseSpeaker(span, index) { return named }
    guard let decision, decision.confidence >= Self.hintFloor(decision.candidate),
      allows(decision.candidate)
    else { return nil }
    let other = decision.candidate.passage
    return Speaker(decision, label: other == index ? nil : sources[other].label)
  }

  /// Whether the rules that are applied include that of a candidate.
  func allows(_ candidate: Candidate) -> Bool {
    rules.contains(candidate.pattern.rule)
      && (candidate.features[.isAntecedent] == 0 || rules.contains(.pronoun))
  }

  /// The tokens of a quotation, and whether a reference or the mark of a note follows.
  func quotedWords(_ span: QuoteSpan, _ index: Int) -> QuotedWords {
    let passage = reading.passages[index]
    let first = passage.token(at: span.range.lowerBound)
    let last = passage.token(at: span.range.upperBound)
    let end = span.range.upperBound
    let isCited =
      sources[index].notes.contains { $0.offset.map { abs($0 - end) < 4 } ?? false }
      || !passage.references(in: end..<end + 4).isEmpty
    return QuotedWords(
      passage: index, tokens: first..<max(first + 1, min(last, passage.tokens.count)), span: span,
      isCited: isCited)
  }

  /// The speaker of a quotation within another, if the quoted text itself names one.
  func speaker(of span: QuoteSpan, in part: TextView) -> Speaker? {
    let passage = part.passages[0]
    let first = passage.token(at: span.range.lowerBound)
    let last = passage.token(at: span.range.upperBound)
    guard first < passage.tokens.count else { return nil }
    var reader = SpeakerReader(part)
    let quote = QuotedWords(
      passage: 0, tokens: first..<max(first + 1, min(last, passage.tokens.count)), span: span)
    guard let decision = reader.decision(quote), decision.candidate.link >= .near,
      decision.confidence >= Self.hintFloor(decision.candidate), allows(decision.candidate)
    else { return nil }
    return Speaker(decision, label: nil)
  }

  /// Whether a speaker is sure enough to be named.
  ///
  /// Where dialogue prevails many speak in turn, and a wrong name is likelier at the same evidence:
  /// half the doubt is allowed there.
  func isOffered(_ speaker: Speaker) -> Bool {
    let doubt = 1 - Double(speaker.confidence)
    return doubt <= (view.hasDialogue ? (1 - floor) / 2 : 1 - floor)
  }
}
