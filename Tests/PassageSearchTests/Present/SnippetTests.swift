// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import PassageSearch

struct SnippetTests {
  private let text =
    String(repeating: "Filler stands here before it. ", count: 20)
    + "Here the committees of the factory meet. "
    + String(repeating: "More follows after. ", count: 20)

  private func place(of word: String, part: Int) -> Highlight {
    let lower =
      text.unicodeScalars.count - text.split(separator: word, maxSplits: 1)[1].unicodeScalars.count
    return Highlight(range: (lower - word.count)..<lower, part: part)
  }

  @Test func `the window holds the matches and begins at a sentence`() {
    let highlights = [place(of: "committees", part: 0), place(of: "factory", part: 1)]
    let parts = Snippet.parts(of: text, highlights: highlights, length: 120)
    let shown = parts.map(\.text).joined()
    #expect(parts.filter(\.match).map(\.text) == ["committees", "factory"])
    #expect(shown.hasPrefix("… ") && shown.hasSuffix(" …"))
    #expect(shown.dropFirst(2).first?.isUppercase == true)
    #expect(shown.unicodeScalars.count <= 130)
  }

  @Test func `a short passage is shown whole`() {
    let parts = Snippet.parts(
      of: "Bread and roses.", highlights: [Highlight(range: 0..<5, part: 0)], length: 100)
    #expect(
      parts == [
        SnippetPart(text: "Bread", match: true), SnippetPart(text: " and roses.", match: false),
      ])
  }

  @Test func `a passage without a match is shown from its beginning`() {
    let parts = Snippet.parts(of: text, highlights: [], length: 60)
    #expect(parts.count == 1)
    #expect(parts[0].text.hasPrefix("Filler stands"))
    #expect(parts[0].text.hasSuffix(" …"))
  }

  @Test func `text without spaces is cut all the same`() {
    let long = String(repeating: "x", count: 5_000)
    let parts = Snippet.parts(
      of: long, highlights: [Highlight(range: 2_000..<2_010, part: 0)], length: 100)
    #expect(parts.contains { $0.match })
    #expect(parts.reduce(0) { $0 + $1.text.count } < 300)
    #expect(Snippet.parts(of: "", highlights: [], length: 100).isEmpty)
  }
}
