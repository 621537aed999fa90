// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct HTMLLayoutTests {
  private func extract(_ html: String) -> ExtractedText {
    HTMLText.extract(html, file: SourceFile(name: "x.html", bytes: []))
  }

  @Test(arguments: [
    "<p class=\"poem\">O bread<br>\nthat stood upon<br/>\nthe sill</p>",
    "<div class=\"stanza\"><div>O bread</div><div>that stood\nupon</div><div>the sill</div></div>",
    "<blockquote epub:type=\"z3998:verse\"><p><span>O bread</span><br/>\n<span>that stood\nupon</span><br/>\n<span>the sill</span></p></blockquote>",
    "<div class=\"poem\"><div class=\"line\">O bread</div><div class=\"line\">that stood upon</div><div class=\"line\">the sill</div></div>",
    "<div class=\"stanza\"><div>O bread</div><div>that stood upon <span class=\"linenum\">10</span></div><div>the sill</div></div>",
  ])
  func `a stanza is one block with its lines`(_ html: String) {
    let text = extract("<p>Some prose.</p>" + html)
    #expect(text.blocks.last?.text == "O bread\nthat stood upon\nthe sill")
    #expect(text.blocks.last?.kind == .verse)
    #expect(text.ledger.isBalanced)
  }

  @Test(arguments: [
    "<p><span class=\"dropcap\">B</span>read.</p>",
    "<div class=\"dropcap\">B</div><p>read.</p>", "<p class=\"dropcap\">B</p>\n<p>read.</p>",
    "<p class=\"dropcap\">Bread.</p>",
  ])
  func `a large initial begins its word`(_ html: String) {
    let text = extract("<p>Before.</p>\(html)<p>Coal.</p><p class=\"dropcap\">O</p>")
    #expect(text.blocks.map(\.text) == ["Before.", "Bread.", "Coal.", "O"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `quotation elements print the marks of their language`() {
    #expect(
      extract("<p>He said: <q>Bread, <q>not</q> coal</q>, and left.</p>").blocks.map(\.text)
        == ["He said: “Bread, ‘not’ coal”, and left."])
    #expect(
      extract("<html lang=\"de\"><p>Er sagte: <q>Brot</q>.</p>").blocks.map(\.text)
        == ["Er sagte: „Brot“."])
    let text = extract("<p><q>“Bread”</q> and <q></q>coal.</p>")
    #expect(text.blocks.map(\.text) == ["“Bread” and coal."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `readings of characters are kept apart from the words`() {
    let text = extract("<p>それは<ruby>表<rp>(</rp><rt>ひょう</rt><rp>)</rp>示<rt>じ</rt></ruby>した。</p>")
    #expect(text.blocks.map(\.text) == ["それは表示した。"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `rows and items that are years are text, and no date of it`() {
    let text = extract("<table><tr><td>1898</td></tr></table><ul><li>1899</li></ul><p>Bread.</p>")
    #expect(text.metadata.year == nil)
    #expect(text.blocks.map(\.text) == ["1898", "1899", "Bread."])
  }

  @Test func `an identifier made from a heading does not make a section navigation`() {
    let text = extract(
      "<section id=\"search\"><h2 id=\"search\">Search</h2><p>Bread.</p></section><div id=\"sidebar\">Coal.</div>"
    )
    #expect(
      text.blocks.map(\.text) == ["Search", "Bread."] || text.blocks.map(\.text) == ["Bread."])
    #expect(text.ledger.omissions.map(\.rule) == ["navigation"])
  }

  @Test func `a dedication on a title page is text`() {
    let text = extract(
      "<p>Before.</p><section epub:type=\"titlepage\"><p>The Press</p><p epub:type=\"dedication\">For Ann.</p><p>London</p></section><p>Bread.</p>"
    )
    #expect(text.blocks.map(\.text) == ["Before.", "For Ann.", "Bread."])
    #expect(text.ledger.omissions.map(\.rule) == ["front-matter"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `formulas are text, their source is not; an anchor that is not closed links nothing`()
  {
    let text = extract(
      "<p>Let <math><mi>x</mi><mo>=</mo><mn>1</mn><annotation>x=1</annotation></math>.</p><a name=\"b\"/>Bread and coal."
    )
    #expect(text.blocks.map(\.text) == ["Let x=1.", "Bread and coal."])
    #expect(text.blocks.allSatisfy { !$0.isContents })
    #expect(text.ledger.isBalanced)
  }

  @Test func `a page under the suffix of plain text is a page`() {
    func format(_ text: String) -> String? {
      Format.recognize(name: "a.txt", bytes: Array(text.utf8))?.name
    }
    #expect(format("\n<!-- saved -->\n<!DOCTYPE html><p>Bread.") == "html")
    #expect(format("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">") == "html")
    #expect(format("Write <html> first.") == "text")
  }

  @Test(arguments: [
    (#"<p><img class="initial" src="b.png" alt="B"/>read.</p>"#, "Bread."),
    ("<p><img src=\"b.png\" alt=\"B\"/>\nread.</p>", "Bread."),
    (#"<p><span><img src="i.png" alt="I"/></span> was there.</p>"#, "I was there."),
    (#"<p>Before <img src="b.png" alt="B"/>read.</p>"#, "Before read."),
  ])
  func `an initial that is an image begins its word`(_ html: String, _ words: String) {
    let text = extract(html)
    #expect(text.blocks.map(\.text) == [words])
    #expect(text.ledger.isBalanced)
  }

  @Test func `what stands for media is text, a notice that they cannot be shown is none`() {
    let text = extract(
      """
      <p>Bread.</p><object data="moon.xml"><p>By the new moon the bakers had gone home, and the \
      ovens were cold.</p></object><video src="a.mp4"><p>Your reading system does not support \
      video, which is a pity for everybody.</p></video>
      """)
    #expect(
      text.blocks.map(\.text) == [
        "Bread.", "By the new moon the bakers had gone home, and the ovens were cold.",
      ])
    #expect(text.ledger.omissions.map(\.rule) == ["fallback"])
  }

  @Test func `a quotation in short lines keeps them`() {
    let text = extract(
      "<p>She sang:</p><blockquote><p>O bread<br>that stood<br>upon the sill</p></blockquote>"
        + "<blockquote><p>O bread that stood upon the sill until the lamps were out, and the boys "
        + "had gone home.<br>It was cold.<br>Nobody sang.</p></blockquote>")
    #expect(text.blocks[1].text == "O bread\nthat stood\nupon the sill")
    #expect(text.blocks.allSatisfy { $0.kind != .verse })
    #expect(!text.blocks[2].text.contains("\n"))
  }
}
