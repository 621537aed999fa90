// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

@Suite struct RuleTests {
  @Test(arguments: AttributionRule.allCases)
  func `each rule finds what its example says`(_ rule: AttributionRule) {
    let known = [
      KnownCitation(note: "1", pages: "4", authors: ["Anna Lund"], title: "The Weavers")
    ]
    let text = SampleText(
      rule.example.paragraphs, known: rule == .catalogued ? known : [])
    #expect(text.rules.contains(rule.rawValue), "\(text.rules) \(text.finds)")
    #expect(text.finds.contains(rule.example.finds), "\(text.finds)")
  }

  @Test(arguments: AttributionRule.allCases)
  func `a rule that is switched off is not used`(_ rule: AttributionRule) {
    let text = SampleText(rule.example.paragraphs, without: [rule])
    #expect(!text.rules.contains(rule.rawValue))
  }
}
