// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The quotations that passages bring with them: what speakers say in plays, interviews and minutes,
/// and whose a quotation with a line below it is.
enum Turns {
  /// Rules by which the division into passages finds words of a speaker.
  private static let all: [String: AttributionRule] = [
    AttributionRule.turn, .turnName, .turnContinued, .sourceLine, .dashDialogue,
  ].reduce(into: [:]) { $0[$1.rawValue] = $1 }

  /// The rule by which a quotation was found in the text itself.
  static func rule(_ quotation: Quotation) -> AttributionRule? {
    quotation.evidence.first.flatMap { all[$0.rule] }
  }

  /// Whether it remains to be found out who speaks.
  static func isOpen(_ quotation: Quotation) -> Bool {
    rule(quotation) == .dashDialogue || rule(quotation) == .sourceLine
  }

  /// Applies the choice of rules to the quotations that a passage brings with it.
  static func prepare(_ passage: inout Passage, rules: Set<AttributionRule>) {
    guard !passage.quotations.isEmpty else { return }
    passage.quotations = passage.quotations.compactMap { quotation in
      guard let rule = rule(quotation), !rules.contains(rule) else { return quotation }
      guard rule == .turnName, rules.contains(.turn) else { return nil }
      // Without the names that the text introduces, the label remains.
      var quotation = quotation
      quotation.speaker = quotation.printedSpeaker
      quotation.basis = .stated
      quotation.evidence[0].rule = AttributionRule.turn.rawValue
      return quotation
    }
  }
}
