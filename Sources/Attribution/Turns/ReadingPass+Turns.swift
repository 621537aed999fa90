// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// The quotation in a passage whose source stands in a line below it.
  func lined(_ index: Int) -> Quotation? {
    sources[index].quotations.first { Turns.rule($0) == .sourceLine }
  }

  /// The speaker whom the line below a quotation names.
  func lineSpeaker(_ index: Int, of span: QuoteSpan) -> Speaker? {
    guard let lined = lined(index), lined.range.overlaps(span.range), let name = lined.speaker
    else { return nil }
    let place = TextReading.place(index, lined.range.lowerBound)
    let full = reading.people.fullName(name, at: place)
    return Speaker(
      name: full, printed: lined.printedSpeaker ?? name, key: NameReader.key(name), isPerson: true,
      isGeneric: false, isStrong: true, evidence: lined.evidence)
  }

  /// The turns of a passage as they are written out, with dialogue between dashes resolved.
  func turns(_ index: Int) -> [Quotation] {
    sources[index].quotations.flatMap { quotation -> [Quotation] in
      switch Turns.rule(quotation) {
      case .dashDialogue: dialogue(quotation, index)
      case .turn, .turnName, .turnContinued: [quotation]
      default: []
      }
    }
  }

  /// What a paragraph that begins with a dash says, without the reporting clauses in it.
  private func dialogue(_ paragraph: Quotation, _ index: Int) -> [Quotation] {
    let passage = reading.passages[index]
    let first = passage.token(at: paragraph.range.lowerBound)
    let end = passage.token(at: paragraph.range.upperBound)
    let dialogue = DashDialogue(
      passage, in: first..<end, vocabulary(of: index), language: language(of: index))
    guard
      dialogue.clause?.name != nil
        || (dashes.isDialogue || dialogue.clause != nil)
          && !DashUse.isItem(passage.tokens[first..<end], vocabulary(of: index))
    else { return [] }
    let clause = dialogue.clause.map {
      passage.tokens[$0.tokens.lowerBound].range
        .lowerBound..<passage.tokens[$0.tokens.upperBound - 1].range.upperBound
    }
    let printed = dialogue.clause?.name.map {
      passage.string(
        passage.tokens[$0.lowerBound].range
          .lowerBound..<passage.tokens[$0.upperBound - 1].range.upperBound)
    }
    let place = TextReading.place(index, clause?.lowerBound ?? paragraph.range.lowerBound)
    let name = printed.map { reading.people.fullName($0, at: place) }
    return dialogue.speech.map { range in
      Quotation(
        range: range, text: passage.string(range), speaker: name, printedSpeaker: printed,
        basis: name != nil && name == printed ? .stated : .inferred,
        evidence: [Evidence(rule: AttributionRule.dashDialogue.rawValue, range: clause ?? range)])
    }
  }
}
