// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct FrameTests {
  private let box = SearchBox("a \"b\"", longest: 4_000, work: "w<1>")

  @Test func `a page has a title, landmarks, a skip link and the query in its field`() {
    let visit = Visit(kept: ["w/p1"])
    let page = PageFrame(
      "On <Bread>", section: .works, search: box, main: "<main id=\"main\"></main>"
    )
    .html(visit).text
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n"))
    #expect(page.contains("<title>On &lt;Bread&gt; – Pamphlet</title>"))
    #expect(page.contains("<a class=\"skip\" href=\"#main\">"))
    #expect(page.contains("value=\"a &quot;b&quot;\" maxlength=\"4000\""))
    #expect(page.contains("<option value=\"w&lt;1&gt;\">"))
    #expect(page.contains("<a href=\"/works?kept=w/p1\" aria-current=\"true\">Works</a>"))
    #expect(page.contains("<input type=\"hidden\" name=\"kept\" value=\"w/p1\">"))
    #expect(page.contains("Kept <span class=\"num\">1</span>"))
    // Nothing inline, which the policy of the pages would stop.
    #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("onclick"))
  }

  @Test func `the page leads to itself in the other languages`() throws {
    let french = try #require(Wording.named("fr"))
    let page = PageFrame(search: box, main: "", path: ["works", "a b"], parameters: [("q", "x&y")])
      .html(Visit(wording: french, chosenLanguage: "fr")).text
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(page.contains("href=\"/works/a%20b?q=x%26y&amp;lang=en\" lang=\"en\""))
    #expect(page.contains("href=\"/works?lang=fr\""))
  }

  @Test func `addresses are encoded and carry the kept passages`() {
    let visit = Visit(kept: ["w/p1.2", "ä/n6"], query: "two words")
    #expect(
      visit.address(ofPassage: "p3", inChapter: "p1", ofWork: "a/b")
        == "/works/a%2Fb/p1?q=two%20words&at=p3&kept=w/p1.2&kept=%C3%A4/n6#p3")
    #expect(Visit().address(ofPerson: "Ann “Bee”") == "/people/Ann%20%E2%80%9CBee%E2%80%9D")
    #expect(Visit().address([]) == "/")
    #expect(
      Visit().citeAddress(ofPassage: "w/p1", quotation: 2, style: "apa")
        == "/passages/w/p1/cite?quotation=2&style=apa")
  }

  @Test func `an asset has another address when it changes`() {
    #expect(Asset.style.address.hasPrefix("/style.css?v="))
    #expect(Asset.style.address != Asset.script.address)
    #expect(Asset.style.text.contains("light-dark(#fbf8f2"))
  }
}
