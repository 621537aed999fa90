// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct FullNameTests {
  private static let words = "“the looms are ours and nobody shall take them from us again”"

  @Test func `a name that no list has is a full one if it recurs`() {
    let text = SampleText([
      "There was Osbeorn Lund among them. The weavers sent Osbeorn Lund to the council.",
      "Lund wrote: \(Self.words).",
    ])
    #expect(text.quotations.map(\.speaker) == ["Osbeorn Lund"])
  }

  @Test func `a single sighting of such a name is not believed`() {
    let text = SampleText([
      "There was Osbeorn Lund among them.", "Lund wrote: \(Self.words).",
    ])
    #expect(text.quotations.map(\.speaker) == ["Lund"])
  }

  @Test func `where a man and a woman have one name it stays as it is printed`() {
    let text = SampleText([
      "Mr. Lund was a miller, and Anna Lund wove.", "Lund wrote: \(Self.words).",
    ])
    #expect(text.quotations.map(\.speaker) == ["Lund"])
  }

  @Test func `the reference gives the name in full`() {
    let text = SampleText([
      "Lund wrote: \(Self.words). [Osbeorn Lund, The Weavers, p. 5]"
    ])
    #expect(text.quotations.map(\.speaker) == ["Osbeorn Lund"])
    #expect(text.quotations.map(\.printedSpeaker) == ["Lund"])
  }
}
