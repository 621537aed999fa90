// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Commands

struct LongLinesTests {
  @Test func `a line that does not fit goes on in the next, indented`() {
    let folded = LongLines.folded("  one two three four five\nshort\n\n", to: 20)
    #expect(folded == "  one two three four\n      five\nshort\n\n")
    #expect(
      LongLines.folded("name      a long value of a fact", to: 20)
        == "name      a long\n    value of a fact")
  }

  @Test func `styles take no columns, and a word longer than the line stays whole`() {
    let styled = "\u{1B}[1mone two three\u{1B}[0m four"
    #expect(LongLines.folded(styled, to: 20) == styled)
    let word = String(repeating: "x", count: 50)
    #expect(LongLines.folded("a \(word) b", to: 20) == "a\n    \(word)\n    b")
    #expect(LongLines.folded("a b", to: 3) == "a b")
  }
}
