// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import Testing

@testable import CitationLists

struct MarkdownDocumentTests {
  private func document(_ items: [KeptItem], style: CitationStyle = .chicago) throws -> String {
    MarkdownDocument(try KeptSamples.list(items), style: style).text
  }

  @Test func `words with a footnote each`() throws {
    let text = try document([
      KeptSamples.item("First words."), KeptSamples.item("Other words.", in: KeptSamples.article),
    ])
    #expect(
      text == """
        # Kept passages

        Accessed November 5, 2026.

        > First words.[^1]

        > Other words.[^2]

        [^1]: Tom Bee, *Bread \\& Roses* (PM, 2005), para. 3.

        [^2]: Tom Bee, “On Bread” (2005), para. 3, accessed November 5, 2026, \
        [https\\://example.org/b?a=1\\&lt;=2](<https://example.org/b?a=1&amp;lt;=2#:~:text=\
        Other%20words.>).

        """)
  }

  @Test func `lines of verse stay apart`() throws {
    let text = try document([KeptSamples.item("One\r\n- two \n\n 3. three")])
    #expect(text.contains("> One\\\n> \\- two\\\n> 3\\. three[^1]\n"))
  }

  @Test func `a quotation has its own words and note`() throws {
    let passage = KeptSamples.passage(KeptSamples.book, "“So” she said.", quoting: "So")
    let text = try document([KeptItem(passage, in: KeptSamples.book, quotation: 1)])
    #expect(text.contains("> So[^1]\n"))
    #expect(text.contains("[^1]: Ann Cee, quoted in Tom Bee, *Bread"))
  }

  @Test func `an address of another kind is no link`() throws {
    let work = KeptSamples.work("x", "T", url: "javascript:alert(1)")
    #expect(try !document([KeptSamples.item("Words.", in: work)]).contains("]("))
  }

  @Test(arguments: [
    ("# one", "\\# one"), ("C# two", "C# two"), ("+ x", "\\+ x"), ("1986. x", "1986\\. x"),
    ("1) x", "1\\) x"), ("at 3. x", "at 3. x"), ("=== ", "\\=== "), (": x", "\\: x"),
    ("a: b", "a: b"), ("2:69", "2:69"), ("http://x", "http\\://x"), ("WWW.x", "WWW\\.x"),
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[a](b)", "\\[a\\](b)"), ("<i>", "\\<i\\>"),
    ("&amp;", "\\&amp;"), ("a\\b", "a\\\\b"), ("$x^2$ ~y~ |", "\\$x\\^2\\$ \\~y\\~ \\|"),
    ("a\u{0}\u{1B}[31m\u{85}b", "a\\[31mb"), ("", ""),
  ])
  func `no character of a text is markup`(_ text: String, _ escaped: String) {
    #expect(MarkdownDocument.escaped(text) == escaped)
  }
}
