// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Assembly {
  /// The words of each speaker in the passage being built, one quotation for each turn.
  ///
  /// - Parameters:
  ///   - origin: The part of the block that `passage` has.
  ///   - passage: The passage so far; its text ends with the part.
  mutating func addTurn(of origin: Origin, to passage: inout Passage) {
    guard let turn = turn(ofBlock: origin.block) else { return }
    let part = min(
      origin.range.upperBound,
      origin.range.lowerBound + passage.text.unicodeScalars.count - origin.start)
    let range = origin.range.lowerBound..<part
    let shift = origin.start - origin.range.lowerBound
    if let label = turn.label, range.contains(label.lowerBound) {
      lastLabel = (passage.label, (label.lowerBound + shift)..<(label.upperBound + shift))
    }
    let words = turn.words.clamped(to: range)
    guard !words.isEmpty else { return }
    let place = (words.lowerBound + shift)..<(words.upperBound + shift)
    var evidence = Evidence(rule: turn.rule, range: place)
    if turn.rule == Turn.lineRule, let label = turn.label {
      guard range.contains(label.lowerBound) else { return }
      evidence.range = (label.lowerBound + shift)..<(label.upperBound + shift)
    } else if turn.rule != Turn.dashRule, let lastLabel {
      evidence.range = lastLabel.range
      if lastLabel.passage != passage.label { evidence.passage = lastLabel.passage }
    }
    let scalars = passage.text.unicodeScalars
    let lower = scalars.index(scalars.startIndex, offsetBy: place.lowerBound)
    let upper = scalars.index(lower, offsetBy: place.count)
    passage.quotations.append(
      Quotation(
        range: place, text: String(scalars[lower..<upper]), speaker: turn.speaker,
        printedSpeaker: turn.printed, basis: turn.basis, evidence: [evidence]))
  }
}
