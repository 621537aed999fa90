// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct MarkdownTextTests {
  private func extract(_ text: String) -> ExtractedText {
    MarkdownText.extract(text, file: SourceFile(name: "x.md", bytes: []))
  }

  @Test func `the YAML header is the work's`() {
    let text = extract(
      """
      ---
      title: "On Bread: an essay"
      author:
        - Ann Bee
        - name: Carl Dee
      translator: Eve Eff
      date: 1902-05-01
      lang: en
      ---

      # On Bread: an essay

      Bread is made by *many* hands.
      """)
    #expect(text.metadata.title?.value == "On Bread: an essay")
    #expect(
      text.metadata.people.map { "\($0.value.role) \($0.value.name)" } == [
        "author Ann Bee", "author Carl Dee", "translator Eve Eff",
      ])
    #expect(text.metadata.year?.value == 1902)
    #expect(text.metadata.language?.value == "en")
    #expect(text.blocks.map(\.text) == ["Bread is made by many hands."])
    #expect(text.blocks[0].line == 13)
    #expect(text.ledger.isBalanced)
  }

  @Test func `headings, quotations, lists, tables and notes come through`() {
    let text = extract(
      """
      # Title

      ## One

      She said so.[^1] And
      again.[^b]

      > Quoted words.

      - first
      - second

      | a | b |
      | - | - |
      | c | d |

      [^1]: On Bread, p. 3.
      [^b]: On Roses.
      """)
    #expect(text.metadata.title?.value == "Title")
    #expect(
      text.blocks.map(\.text) == [
        "One", "She said so. And again.", "On Bread, p. 3.", "On Roses.", "Quoted words.", "first",
        "second", "a b", "c d",
      ])
    #expect(text.blocks[1].noteMarks.map(\.offset) == [12, 23])
    #expect(text.blocks[2...3].map(\.kind) == [.note, .note])
    #expect(text.blocks[2...3].compactMap(\.number?.value) == ["1", "2"])
    #expect(text.blocks[4].line == 8)
    #expect(text.ledger.isBalanced)
  }

  @Test func `a header that is no YAML is a diagnostic, and the text is read`() {
    let text = extract("---\ntitle: [x\n---\n\n# On Bread\n\nBread.\n")
    #expect(text.diagnostics.map(\.code) == ["unreadable-header"])
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.blocks.map(\.text) == ["Bread."])
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "", "---", "---\n", "---\n---\n", "---\na: &a [*a]\n---\nx", "[^1]", "[^1]: [^1]",
      String(repeating: "> ", count: 20_000) + "x", String(repeating: "*", count: 50_000),
      String(repeating: "[", count: 50_000), String(repeating: "- ", count: 10_000),
      "<script>x</script>\n\ny", "<div>\n" + String(repeating: "a\n\n", count: 5_000),
    ])
  func `whatever comes is read, and every character accounted for`(_ text: String) {
    #expect(extract(text).ledger.isBalanced)
  }

  @Test func `a header may be TOML`() {
    let text = MarkdownText.extract(
      """
      +++
      title = "On Bread"
      authors = ["Ann Bee", "Carl Dee"]
      date = 1902-05-01
      [params]
      language = "en"
      +++

      Bread is made by many hands.
      """, file: SourceFile(name: "x.md", bytes: []))
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee", "Carl Dee"])
    #expect(text.metadata.year?.value == 1902)
    #expect(text.metadata.language?.value == "en")
    #expect(text.blocks.map(\.text) == ["Bread is made by many hands."])
    #expect(text.ledger.isBalanced)
    let broken = MarkdownText.extract(
      "+++\ntitle = \n+++\nWords.", file: SourceFile(name: "x.md", bytes: []))
    #expect(broken.diagnostics.map(\.code) == ["unreadable-header"])
  }
}
