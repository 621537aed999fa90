// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct HTMLFactsTests {
  private func facts(head: String, body: String = "<h1>The Long Quay</h1>") -> Metadata {
    let page =
      "<html><head>\(head)</head><body>\(body)<p>The dockers met at noon.</p></body></html>"
    return Format.html.extract(SourceFile(name: "x.html", bytes: Array(page.utf8))).metadata
  }

  @Test(arguments: [
    "<title>Nell Ash: The Long Quay (1903)</title><meta name=author content='Nell Ash'>",
    "<title>Nell Ash: The Long Quay (1903)</title>", "<title>The Long Quay - Nell Ash</title>",
  ])
  func `a title with the author is divided`(_ head: String) {
    let metadata = facts(head: head, body: "<p class=title>Nell Ash</p><h1>The Long Quay</h1>")
    #expect(metadata.title?.value == "The Long Quay")
    #expect(metadata.people.map(\.value.name) == ["Nell Ash"])
    #expect(metadata.collection == nil)
  }

  @Test(arguments: ["index.html", "Untitled Document", "untitled.doc", "New Page 1", "Sans titre"])
  func `the name of a file is no title`(_ title: String) {
    #expect(facts(head: "<title>\(title)</title>").title?.value == "The Long Quay")
  }

  @Test func `JSON-LD names author and date through its graph`() {
    let metadata = facts(
      head: """
        <title>The Long Quay</title><script type="application/ld+json">{"@graph":[
        {"@type":"WebSite","name":"Gull","datePublished":"2020"},
        {"@type":["BlogPosting"],"author":[{"@id":"#a"}],"datePublished":"1998-04-02",
        "dateModified":"2019-01-01"},{"@id":"#a","@type":"Person","name":"Nell Ash"}]}</script>
        """)
    #expect(metadata.people.map(\.value.name) == ["Nell Ash"])
    #expect(metadata.year?.value == 1998)
    #expect(metadata.form?.value == .article)
  }

  @Test func `the citation tags of a journal`() {
    let metadata = facts(
      head: """
        <meta name=citation_title content="The Long Quay"><meta name=citation_author content="Ash, Nell">
        <meta name=citation_author content="Brandt, Hugo"><meta name=citation_journal_title content="Tides">
        <meta name=citation_publication_date content="1998/04">
        """)
    #expect(metadata.people.map(\.value.sortName) == ["Ash, Nell", "Brandt, Hugo"])
    #expect(metadata.year?.value == 1998)
    #expect(metadata.collection?.value == "Tides")
    #expect(metadata.form?.value == .article)
  }

  @Test func `labelled facts of an archive are read`() {
    let metadata = facts(
      head: "<title>The Long Quay</title>",
      body: """
        <h1>The Long Quay</h1><p>Written: May 1902;<br>First Published: <em>Tides</em>, June 1903;<br>
        Translated: by Vera Cole;<br>Online Version: Gull Archive 2004.</p>
        """)
    #expect(metadata.year?.value == 1903)
    #expect(metadata.people.map { "\($0.value.name) \($0.value.role)" } == ["Vera Cole translator"])
  }

  @Test(arguments: ["Last updated 3 May 2004 by Nell Ash", "Archived on 3 May 2004"])
  func `the date of a page is no year of the work`(_ line: String) {
    let body = "<h1>The Long Quay</h1><div class=byline>\(line)</div>"
    #expect(facts(head: "<title>The Long Quay</title>", body: body).year == nil)
  }

  @Test func `a block of a title in Markdown as pandoc reads it`() {
    let text = Format.markdown.extract(
      SourceFile(
        name: "x.md",
        bytes: Array(
          "% The Long Quay\n% Nell Ash; Hugo Brandt\n  Vera Cole\n% c. 1903\n\nNoon.\n".utf8)))
    #expect(text.metadata.title?.value == "The Long Quay")
    #expect(text.metadata.people.map(\.value.name) == ["Nell Ash", "Hugo Brandt", "Vera Cole"])
    #expect(
      text.metadata.year
        == Attributed(1903, .inferred, rule: "pandoc-title", evidence: "c. 1903", line: 4))
    #expect(text.metadata.printedYear?.value == "c. 1903")
    #expect(text.blocks.map(\.text) == ["Noon."])
    #expect(text.ledger.isBalanced)
  }
}
