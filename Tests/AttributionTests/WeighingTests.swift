// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

@Suite struct WeighingTests {
  @Test func `what was weighed can be asked again of an attributed text`() throws {
    let text = SampleText([
      "Anna Lund wove. Anna Lund wrote: “the looms are ours and nobody shall take them again”."
    ])
    let quotation = try #require(text.quotations.first)
    let weighing = try #require(
      Attribution().weighings(text.passages, of: Metadata()).first {
        $0.range == quotation.range
      })
    let best = try #require(weighing.candidates.first)
    #expect(best.name == quotation.speaker)
    #expect(best.features.contains { $0.name == "link" && $0.effect > 0 })
    #expect(best.confidence > 0.5)
  }
}
