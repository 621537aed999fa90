// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Witness

struct PlainReaderTests {
  private func words(_ reading: PlainReading) -> [String] {
    reading.paragraphs.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  @Test func selfClosedTagsHideNothingInXHTML() {
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>
      <body><p>One&nbsp;word.</p><a id="x"/><p>Two.</p></body></html>
      """
    #expect(words(PlainMarkup.read(page: Array(page.utf8), place: nil)) == ["One word.", "Two."])
  }

  @Test func tagSoupIsReadAsHTML() {
    let page = "<html><body><p>One<p>Two <b>and <i>three</b></i><br>four<script>x()</script>"
    #expect(
      words(PlainMarkup.read(page: Array(page.utf8), place: nil))
        == ["One", "Two and three", "four"])
  }

  @Test func markupOfMuseIsTakenOut() {
    let text =
      "#title Wells\n#author A\n\n** Heading\n\nA <em>word</em> of [[https://a.b/c][theirs]].\n"
    #expect(
      words(PlainMarks.read(text, PlainMarks.muse)) == ["** Heading", "A word of theirs]]."])
  }

  @Test func markupOfMarkdownIsTakenOut() {
    let text = "---\ntitle: x\n---\n\nA [word](https://a.b/c) &amp; more.\n\n[1]: https://a.b\n"
    #expect(words(PlainMarks.read(text, PlainMarks.markdown)) == ["A [word & more."])
  }

  @Test func tagsMayGoOnInTheNextLineAfterAnAttribute() {
    let text =
      "See <a href=\"Looms\" class=\"link\"\ntitle=\"The Looms\">the looms</a>.\n\nIt is a <b and\nb > c."
    #expect(
      words(PlainMarks.read(text, PlainMarks.markdown)) == [
        "See the looms.", "It is a <b and b > c.",
      ])
  }

  @Test func wordsOfWordDocumentsAreThoseInTheirText() {
    let document = """
      <w:document xmlns:w="w" xmlns:mc="mc" xmlns:wp="wp"><w:body><w:p><w:r><w:t>One </w:t></w:r>
      <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:delText>gone</w:delText></w:r><w:r><w:t>word.
      </w:t></w:r></w:p><wp:posOffset>1234</wp:posOffset><mc:AlternateContent><mc:Choice><w:p><w:r>
      <w:t>Two.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Two.</w:t></w:r></w:p>
      </mc:Fallback></mc:AlternateContent></w:body></w:document>
      """
    #expect(
      words(PlainMarkup.read(xml: Array(document.utf8), place: nil)) == ["One word.", "Two."])
  }

  @Test func wordsOfOpenDocumentAreThoseInItsText() {
    let content = """
      <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
      <text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>One <text:span>word
      </text:span><office:annotation><text:p>Really?</text:p></office:annotation></text:p>
      <text:p>Two.</text:p></office:text></office:body></office:document-content>
      """
    let found = words(PlainMarkup.read(xml: Array(content.utf8), place: nil)).joined(separator: " ")
    #expect(found.split(separator: " ") == ["One", "word", "Two."])
  }

  @Test func footnotesOfRichTextAreRead() {
    let text = #"{\rtf1 Bread.{\super\chftn}{\*\footnote By Ann.}{\*\generator Nobody} Coal.\par}"#
    let read = PlainRTF.read(Array(text.utf8), like: AccountedText())
    #expect(words(read).joined(separator: " ").contains("By Ann."))
    #expect(!words(read).joined(separator: " ").contains("Nobody"))
  }

  @Test func hostileMarkupEnds() {
    let deep = String(repeating: "<div>", count: 200_000) + "word"
    _ = PlainMarkup.read(page: Array(deep.utf8), place: nil)
    let open = String(repeating: "<a", count: 200_000)
    _ = PlainMarks.read(open, PlainMarks.markdown)
    _ = PlainEPUB.read(Array("PK\u{3}\u{4}damaged".utf8), like: AccountedText())
  }
}
