// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct HTMLTextTests {
  private func extract(_ html: String, _ folder: FolderFacts = FolderFacts()) -> ExtractedText {
    HTMLText.extract(html, file: SourceFile(name: "x.html", bytes: [], folder: folder))
  }

  @Test func `title, people, year, language and address come from the head`() {
    let text = extract(
      """
      <!doctype html><html lang="en"><head><title>On Bread | The Site</title>
      <meta name="author" content="Bee, Ann"><meta name="date" content="1902-05-01">
      <link rel="canonical" href="https://example.org/bread"></head>
      <body><h1>On Bread</h1><p>Bread is made by many hands.</p></body></html>
      """, FolderFacts(siteName: "The Site", collection: "Essays"))
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(text.metadata.year?.value == 1902)
    #expect(text.metadata.language?.value == "en")
    #expect(text.metadata.url?.value == "https://example.org/bread")
    #expect(text.metadata.collection?.value == "Essays")
    #expect(text.metadata.collection?.basis == .inferred)
    #expect(text.blocks.map(\.text) == ["Bread is made by many hands."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `blocks come in reading order with their kinds and headings by level`() {
    let text = extract(
      """
      <title>T</title><h2 id="a">One</h2>Text in the body<br><br>another<p>A <b>bo</b>ld&nbsp;word.
      <blockquote><p>Quoted.</p></blockquote><ul><li>First<li>Second</ul><h3>Two</h3>
      <div class="poem">Line one<br>Line two</div><table><tr><td>Cell</td><td>Next</td></tr></table>
      <pre>for i in x
        y</pre>
      """)
    #expect(
      text.blocks.map(\.text) == [
        "One", "Text in the body", "another", "A bold word.", "Quoted.", "First", "Second", "Two",
        "Line one\nLine two", "Cell Next", "for i in x\ny",
      ])
    #expect(text.blocks[0].kind == .heading(level: 1))
    #expect(text.blocks[7].kind == .heading(level: 2))
    #expect(text.blocks[4].kind == .quotation)
    #expect(text.blocks[8].kind == .verse)
    #expect(text.blocks[0].anchor == "a")
    #expect(text.ledger.isBalanced)
  }

  @Test func `notes are found by their links, whatever the markup`() {
    let text = extract(
      """
      <p>She said so.<a id="r1" href="#f1"><sup>1</sup></a> And again.<sup>[<a href="#f2">2</a>]</sup></p>
      <p>See <a href="#part">chapter 2</a>, page <a href="#Page_9">9</a>.<a name="Page_9"></a></p>
      <h2 id="part">2</h2><p>More.</p>
      <div class="footnotes"><div class="footnote"><p><a id="f1" href="#r1">[1]</a> On Bread, p. 3.</p><p>And on.</p></div>
      <ol><li value="2" id="f2">On Roses. <a href="#r2">↩</a></li></ol></div>
      """)
    let notes = text.blocks.filter { $0.kind == .note }
    #expect(notes.map(\.text) == ["On Bread, p. 3. And on.", "On Roses."])
    #expect(notes.compactMap(\.number?.value) == ["1", "2"])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [12, 23])
    #expect(text.blocks[0].text.hasPrefix("She said so. And again."))
    #expect(text.ledger.isBalanced)
  }

  @Test func `page marks give pages, in the middle of a word even`() {
    let text = extract(
      """
      <p>Before<span class="pagenum">[Pg 12]</span> after.</p><p class="pagenum"><a id="Page_13"></a></p>
      <p>On the next, <a name="Page_14"></a>and the next.</p>
      """)
    #expect(text.pages.map(\.label.value) == ["12", "13", "14"])
    #expect(text.blocks.map(\.text) == ["Before after.", "On the next, and the next."])
    #expect(text.blocks[0].pageBreaks.map(\.offset) == [7])
    #expect(text.blocks[1].page == 1)
    #expect(text.blocks[1].pageBreaks == [PageBreak(offset: 13, page: 2)])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a table of contents is told from what it lists, and from a paragraph that is a link`()
  {
    let long = String(repeating: "a paragraph all of which is a link ", count: 8)
    let text = extract(
      """
      <h1>A Book</h1><ul><li><a href=a>What are factory committees and who made them?</a>
      <li><a href=b>Did they want to plan the whole of industry together?</a></ul>
      <p>They <a href=a>did</a>, and said so.<p><a href=c>\(long)</a>
      """)
    #expect(text.blocks.map(\.isContents) == [true, true, false, false])
  }

  @Test func `what leads about a site is left out`() {
    let text = extract(
      """
      <body><nav>Home</nav><div class="book-navigation"><a href="a">‹ A</a> <a>up</a></div>
      <script>var x = 1</script><style>p {}</style><p><a href="b">Next</a> | <a href="c">Previous</a></p>
      <p hidden>Hidden</p><p>Kept.</p><form><button>Send</button></form></body>
      """)
    #expect(text.blocks.map(\.text) == ["Kept."])
    #expect(text.ledger.omissions.map(\.rule) == ["hidden", "navigation"])
    #expect(text.ledger.isBalanced)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "", "<", "<p", "<p><b><i>unclosed", "&amp &#0; &#x110000; &bogus;", "<title>",
      String(repeating: "<div>", count: 100_000) + "deep",
      String(repeating: "<b><p>", count: 20_000) + "x",
      String(repeating: "<a href='#x'>1</a>", count: 20_000),
      String(repeating: "</p>", count: 50_000),
      "<p " + String(repeating: "a=b ", count: 100_000) + ">x</p>y",
      String(repeating: "<table>", count: 5_000),
      "<p>" + String(repeating: "x", count: 3_000_000),
      String(repeating: "<font size=1><p>", count: 5_000),
      "<!--" + String(repeating: "<div>", count: 50_000), "<p>a\u{0}b</p>",
    ])
  func `broken and hostile markup is read, and every character accounted for`(_ html: String) {
    #expect(extract(html).ledger.isBalanced)
  }

  @Test func `deep nesting is reported and its text read`() {
    let text = extract(String(repeating: "<div>", count: 100_000) + "<p>deep</p>")
    #expect(text.blocks.map(\.text) == ["deep"])
    #expect(text.diagnostics.map(\.code) == ["deep-nesting"])
  }

  @Test func `pages of a folder tell the site and the collection`() {
    func head(_ title: String) -> [UInt8] { Array("<html><head><TITLE>\(title)</title>".utf8) }
    let facts = folderFacts(of: [
      ("index.html", head("The Questions | A Site")), ("a.html", head("One | A Site")),
      ("b.html", head("Two | A Site")), ("c.html", head("Three")),
    ])
    #expect(facts == FolderFacts(siteName: "A Site", collection: "The Questions"))
    #expect(folderFacts(of: [("a.html", head("One – Two"))]) == FolderFacts())
  }

  @Test func `a group of headings is one`() {
    let text = extract(
      """
      <body><h1>On Bread</h1><section><hgroup><h2>I</h2><p>The <i>Mill</i></p></hgroup>
      <p>Corn is ground there.</p></section></body>
      """)
    #expect(text.blocks.map(\.text) == ["I The Mill", "Corn is ground there."])
    #expect(text.blocks.map(\.kind) == [.heading(level: 1), .paragraph])
    #expect(text.ledger.isBalanced)
  }
}
