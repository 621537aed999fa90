// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  mutating func add(
    _ span: QuoteSpan, _ index: Int, sentences: [Sentence], finder: CueFinder,
    discourse: Discourse, subjects: SubjectReader
  ) {
    let passage = reading.passages[index]
    let first = passage.token(at: span.range.lowerBound)
    let sentence = sentences.index(at: first) ?? 0
    let inside = passage.tokens[first..<max(first, passage.token(at: span.range.upperBound))]
    let words = inside.filter { $0.kind == .word }
    var quotation = FoundQuotation(
      span: span, sentence: sentence, words: words.count,
      features: featureReader(index).features(of: span),
      evidence: [Evidence(rule: rule(span).rawValue, range: span.range)])
    let isBlock = span.ends == .block || sources[index].kind == .quotation
    var speaker = lineSpeaker(index, of: span) ?? inciseSpeaker(span, index)
    if speaker == nil, goesOn(span, index, sentence) { speaker = found[index].last?.speaker }
    if speaker == nil, span.ends != .block, sentence < sentences.count,
      let cue = finder.cue(for: span, in: sentences[sentence])
    {
      speaker = self.speaker(cue, index, discourse: discourse, subjects: subjects)
      if cue.rule == .cueAround || cue.rule == .cueAfter {
        attributeEarlier(speaker, index, sentence)
      }
    }
    let isLed = lead != nil && span.range.lowerBound == 0
    if speaker == nil, isBlock || isLed || continues(index) && found[index].isEmpty {
      if let lead, found[index].isEmpty {
        speaker = lead.cue.map { with($0, passage: lead.passage, in: index) }
      }
      if speaker == nil, continuesBlock(index) { speaker = running.map { carried($0, index) } }
    }
    if speaker == nil, let running, rules.contains(.sameSpeaker),
      !pending.isEmpty || sameSentence(index, sentence),
      sameSentence(index, sentence)
        || !namesAnother(than: running, index, sentences[sentence], before: first)
    {
      speaker = carried(running, index)
    }
    if speaker == nil, rules.contains(.speakerBefore), sentence < sentences.count,
      !finder.isImpersonal(before: span, in: sentences[sentence]),
      let before = speakerBefore(index, sentence, sentences, finder, discourse, subjects),
      !namesAnother(than: before, index, sentences[sentence], before: first)
    {
      speaker = before
    }
    quotation.speaker = speaker
    if let speaker, speaker.isStrong || running == nil { running = speaker }
    found[index].append(quotation)
    pending.append(Key(passage: index, quotation: found[index].count - 1))
    if rules.contains(.nestedQuotation) { inner[index] += nested(in: span, index) }
  }

  /// Whether a quotation continues after `he said`: `“If we perish,” he said, “it is …”`.
  func goesOn(_ span: QuoteSpan, _ index: Int, _ sentence: Int) -> Bool {
    guard let before = found[index].last, before.sentence == sentence,
      before.speaker?.evidence.contains(where: {
        $0.rule == AttributionRule.cueAfter.rawValue
          || $0.rule == AttributionRule.cueAround.rawValue
      }) == true
    else { return false }
    let text = reading.passages[index].text
    let isOpen = text[before.span.inner].last.map { ",—–-;".unicodeScalars.contains($0) } ?? false
    let first = text[span.inner].first
    return isOpen && first.map { !Tokens.isCapital($0) } ?? false
  }

  /// Attributes earlier quotations in the same sentence to the speaker named after them.
  mutating func attributeEarlier(_ speaker: Speaker?, _ index: Int, _ sentence: Int) {
    guard let speaker else { return }
    for place in found[index].indices.reversed() {
      guard found[index][place].sentence == sentence, found[index][place].speaker == nil else {
        break
      }
      found[index][place].speaker = speaker
    }
  }

  /// Whether the sentence names a different person before the quotation.
  func namesAnother(
    than speaker: Speaker, _ index: Int, _ sentence: Sentence, before token: Int
  ) -> Bool {
    reading.mentions[index].within(sentence.tokens).contains {
      $0.tokens.upperBound <= token
        && $0.key != speaker.key && reading.passages[index].spanOfToken[$0.tokens.lowerBound] < 0
    }
  }

  /// The person whose statements the preceding sentences report without quoting them.
  mutating func speakerBefore(
    _ index: Int, _ sentence: Int, _ sentences: [Sentence], _ finder: CueFinder,
    _ discourse: Discourse, _ subjects: SubjectReader
  ) -> Speaker? {
    let passage = reading.passages[index]
    for place in stride(from: sentence - 1, through: max(0, sentence - 4), by: -1) {
      let range = sentences[place].tokens
      let start = passage.tokens[range.lowerBound].range.lowerBound
      let end = passage.tokens[range.upperBound - 1].range.upperBound
      guard passage.references(in: start..<end).isEmpty else { return nil }
      let cue = reported[place] ?? finder.cue(reportedBy: sentences[place])
      reported[place] = .some(cue)
      guard let cue else { continue }
      return speaker(cue, index, discourse: discourse, subjects: subjects).map {
        var speaker = carried($0, index)
        speaker.evidence = [
          Evidence(rule: AttributionRule.speakerBefore.rawValue, range: cue.range)
        ]
        return speaker
      }
    }
    return nil
  }

  func sameSentence(_ index: Int, _ sentence: Int) -> Bool {
    found[index].last.map { $0.sentence == sentence } ?? false
  }

  func continuesBlock(_ index: Int) -> Bool {
    guard let before = previousText(index), lined(before) == nil else { return false }
    return sources[before].kind == .quotation || reading.passages[before].isUnclosed
  }

  /// Reads features in a passage, or in the part of it that a quotation is.
  func featureReader(_ index: Int, of part: ReadPassage? = nil) -> QuotationFeatureReader {
    QuotationFeatureReader(
      passage: part ?? reading.passages[index], use: use, vocabulary: vocabulary(of: index))
  }
}
