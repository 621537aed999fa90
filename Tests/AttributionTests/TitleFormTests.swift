// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct TitleFormTests {
  private static let words = "“the looms are ours and nobody shall take them from us again”"

  @Test(arguments: ["Selected Works", "Collected Writings", "Anna Lund Speaks"])
  func `a title that ends as titles do is no author`(_ title: String) {
    let text = SampleText(["Carl Berg wrote: \(Self.words). [\(title), p. 53]"])
    #expect(text.references.map(\.source.title) == [title])
    #expect(text.quotations.map(\.speaker) == ["Carl Berg"])
  }

  @Test func `a title known from elsewhere in the text is no author before a title`() {
    let text = SampleText([
      "It was printed at last. [Carl Berg, Looms, Mills and Weavers, p. 3]",
      "He sums up by saying that \(Self.words). [Looms, Mills and Weavers, p. 57]",
    ])
    #expect(text.references.last?.source.title == "Looms, Mills and Weavers")
    #expect(text.references.last?.source.authors == ["Carl Berg"])
  }
}
