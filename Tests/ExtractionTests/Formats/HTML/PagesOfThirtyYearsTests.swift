// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PagesOfThirtyYearsTests {
  private func extract(_ html: String) -> ExtractedText {
    let text = HTMLText.extract(html, file: SourceFile(name: "x.html", bytes: []))
    #expect(text.ledger.isBalanced)
    return text
  }

  @Test func `a page laid out by tables has its text in blocks, headings by their type`() {
    let text = extract(
      """
      <HTML><HEAD><TITLE>Bread</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=/>Home</A><BR>
      <A HREF=/n>News</A><BR><A HREF=/a>Archive</A></TD><TD><FONT SIZE=5><B>On Bread</B></FONT><BR>
      <I>by Ann Bee</I><P>Bread is made by many hands.<P>It is eaten.<BR><BR>By few.
      <P><CENTER><B>The Mill</B></CENTER><P>Corn is ground there.
      <TABLE><TR><TH>Year</TH><TH>Sacks</TH></TR><TR><TD>1902</TD><TD>7 sacks</TD></TR></TABLE>
      </TD></TR></TABLE></BODY></HTML>
      """)
    #expect(
      text.blocks.map(\.text) == [
        "On Bread", "Bread is made by many hands.", "It is eaten.", "By few.", "The Mill",
        "Corn is ground there.", "Year Sacks", "1902 7 sacks",
      ])
    #expect(text.blocks.map(\.kind).filter { $0 == .heading(level: 1) }.count == 2)
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(text.ledger.omissions.map(\.rule) == ["navigation"])
  }

  @Test func `an archive's page has its frame left out, and its title divided`() {
    let text = extract(
      """
      <html><head><title>On Bread by Ann Bee 1902</title></head><body>
      <p class="toplink"><a href="../">Bee Archive</a> | <a href="/">All</a></p>
      <h2>Ann Bee</h2><h1>On Bread</h1><h4>(1902)</h4>
      <p class="information">Source: The Mill, No. 5.<br>Transcribed: Carl Dee.</p>
      <p>Bread is made by many hands.<a name="f1"></a><sup><a href="#n1">[1]</a></sup></p>
      <h3>Notes</h3><p class="endnote"><a name="n1"></a><a href="#f1">1.</a> By two.</p>
      <p class="updat">Last updated on: 12 May 2008</p></body></html>
      """)
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(text.metadata.year?.value == 1902)
    #expect(
      text.blocks.map(\.text) == ["Bread is made by many hands.", "Notes", "By two."])
    #expect(text.blocks[0].noteMarks.map(\.number) == ["1"])
  }

  @Test func `of a wiki's page the article is left, two marks for one note`() {
    let text = extract(
      """
      <html lang="en"><head><title>Bread - Example Wiki</title></head><body><h1>Bread</h1>
      <div id="siteSub">From Example Wiki</div><div class="hatnote">For wine, see Wine.</div>
      <table class="infobox"><tr><th>Date</th><td>March 1921</td></tr></table>
      <p>Bread is made.<sup id="r1"><a href="#c2">[2]</a></sup> It is eaten.<sup id="r2"><a
      href="#c2">[2]</a></sup></p>
      <h2>Mills<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>There are mills.</p>
      <ol><li id="c2"><span class="mw-cite-backlink">^ <a href="#r1">a</a> <a href="#r2">b</a></span>
      Dee 1902, p. 4.</li></ol></body></html>
      """)
    #expect(text.metadata.title?.value == "Bread")
    #expect(text.metadata.collection?.value == "Example Wiki")
    #expect(text.metadata.year == nil)
    #expect(
      text.blocks.map(\.text) == [
        "Bread is made. It is eaten.", "Mills", "There are mills.", "Dee 1902, p. 4.",
      ])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [14, 27])
  }

  @Test func `a weblog’s entry has its author from its line, whose date is that of the page`() {
    let text = extract(
      """
      <html><head><title>On Bread | The Mill</title></head><body><header class="site-header">
      <a href="/">The Mill</a></header><article><h1>On Bread</h1><div class="entry-meta">Posted on
      <time>June 30, 2011</time> by <a href="/b">Ann Bee</a></div><p>Bread is made by many hands.</p>
      <blockquote>It is eaten by few.<footer>Carl Dee</footer></blockquote>
      <div class="sharedaddy"><a href="#">Share</a></div></article>
      <div id="comments"><p>First!</p></div><footer>Powered by millstones</footer></body></html>
      """)
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(text.metadata.year == nil)
    #expect(text.metadata.title?.value == "On Bread")
    #expect(
      text.blocks.map(\.text) == [
        "Bread is made by many hands.", "It is eaten by few.", "Carl Dee",
      ])
  }

  @Test func `a charset that is stated and wrong is not believed`() {
    let words = "Le café était fermé hier, les ouvriers l’avaient décidé eux-mêmes."
    let bytes = words.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let page =
      Array("<html><head><meta charset=utf-8></head><body><p>".utf8) + bytes
      + Array("</p></body></html>".utf8)
    let text = Format.html.extract(SourceFile(name: "x.html", bytes: page))
    #expect(text.blocks.map(\.text) == [words])
  }
}
