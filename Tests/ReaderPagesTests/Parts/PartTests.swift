// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import ReaderPages

struct PartTests {
  private let words = Wording.english

  private func work(_ title: String, author: String? = nil, language: String? = "en") -> Work {
    var metadata = Metadata()
    metadata.title = Attributed(title, .stated, rule: "test")
    metadata.language = language.map { Attributed($0, .stated, rule: "test") }
    if let author {
      metadata.people = [
        Attributed(Person(name: author, family: author, given: nil), .stated, rule: "test")
      ]
    }
    return Work(
      id: "w", metadata: metadata, file: "w.txt", path: "/w.txt", format: "text",
      contentHash: "0", extractorVersion: 1)
  }

  private func passage(_ text: String, _ label: String = "p1") -> Passage {
    Passage(work: "w", label: label, kind: .body, text: text, ordinal: 0, paragraph: 1)
  }

  @Test func `spans that overlap are nested in each part, signs stand between letters`() {
    var text = MarkedText("a<b cd")
    text.mark(0..<4, "<u>", "</u>")
    text.mark(2..<6, "<mark>", "</mark>")
    text.mark(-3..<2, "<b>", "</b>")
    text.mark(4..<99, "<i>", "</i>")
    text.signs = [
      .init(offset: 2, html: "|"), .init(offset: 6, html: "."), .init(offset: 9, html: "!"),
    ]
    #expect(
      text.html().text
        == "<u>a&lt;</u>|<u><mark>b </mark></u><mark><i>cd</i></mark>.")
    #expect(text.html(in: 4..<90).text == "<mark><i>cd</i></mark>.")
    #expect(text.html(in: 2..<2).text == "|")
  }

  @Test func `a quotation says whose words it has, from what, through whom and how that is known`()
  {
    let quotation = Quotation(
      range: 0..<5, text: "Roses", speaker: "Carl Dee",
      source: NamedSource(authors: ["Carl Dee"], title: "Roses", pages: "3", work: "roses"),
      via: [NamedSource(authors: ["Dan Eff"], title: "Thorns")], note: "4", basis: .inferred,
      confidence: 0.934)
    let quoted = QuotedWords(quotation, number: 1, passage: "w/p1", person: "C. Dee")
    let list = quoted.list(Visit()).text
    #expect(list.contains("<dt>Words of</dt><dd><a href=\"/people/C.%20Dee\">Carl Dee</a>"))
    #expect(list.contains("<a href=\"/works/roses\"><cite>Roses</cite></a>, p. 3"))
    #expect(list.contains("title=\"right with a probability of 93 %\">inferred from note 4</span>"))
    #expect(list.contains("<dt>Through</dt><dd>Dan Eff, <cite>Thorns</cite></dd>"))
    #expect(quoted.margin(Visit()).text.contains("href=\"/quotations/w/p1/1\""))
    let unknown = QuotedWords(
      Quotation(range: 0..<1, text: "x", basis: .inferred), number: 1, passage: "w/p1")
    #expect(unknown.list(Visit()).text.contains("not said whose words"))
    #expect(!unknown.list(Visit()).text.contains("inferred"))
  }

  @Test func `a hit has its page, its words and what can be done with it`() {
    var held = passage("By many hands.")
    held.pages = PageRange(first: "8", last: "9", isInferred: true)
    held.section = ["One", "Two"]
    let card = HitCard(
      held, of: work("On <Bread>", author: "Bee", language: "fr"),
      snippet: [SnippetRun("By ", isMatch: false), SnippetRun("many", isMatch: true)],
      differences: [PrintedDifference(found: "", asked: "a")], readAddress: "/works/w/p1#p1",
      keepAddress: "/search?kept=w/p1", likeAddress: "/search?like=w%2Fp1",
      more: (11, "/search?work=w"), copies: [("Bee, copy", "/works/v/p1#p1")])
    let html = card.html(Visit()).text
    #expect(html.contains("Bee, <cite>On &lt;Bread&gt;</cite>"))
    #expect(html.contains("<span class=\"page\">pp. 8–9 <i>inferred</i></span>"))
    #expect(html.contains("<p class=\"where\">One › Two</p>"))
    #expect(html.contains("<blockquote lang=\"fr\">By <mark>many</mark></blockquote>"))
    #expect(html.contains("without “a”"))
    for act in ["Read on", "Cite", "Keep", "Similar", "11 more in this work", "Bee, copy"] {
      #expect(html.contains(">\(act)</a>"), "\(act)")
    }
  }

  @Test func `a passage shows its number, page breaks, notes, repairs and quotations`() {
    var read = passage("One two three four.")
    read.pages = PageRange(first: "1", last: "2", isInferred: false)
    read.pageBreaks = [
      PassagePageBreak(offset: 8, page: "2"), PassagePageBreak(offset: 900, page: "9"),
    ]
    read.notes = [
      AttachedNote(
        number: "6", offset: 18, text: "A <note>.", label: "n6", printed: "6", basis: .inferred)
    ]
    read.repairs = [Repair(range: 0..<3, printed: "0ne\n", rule: "ocr")]
    let quotation = Quotation(range: 4..<13, text: "two three", speaker: "Dee", basis: .stated)
    let html = ReadPassage(
      read, workLanguage: "en", marks: [4..<7],
      quotations: [QuotedWords(quotation, number: 1, passage: "w/p1")], isHere: true,
      startsPage: "1"
    ).html(Visit()).text
    #expect(html.contains("<div class=\"pas here\" id=\"p1\">"))
    #expect(html.contains("href=\"#p1\" title=\"paragraph 1\">1</a>"))
    #expect(html.contains("title=\"The file reads: 0ne⏎\">One</span>"))
    #expect(html.contains("<span class=\"q\"><mark>two</mark></span>"))
    #expect(html.contains("role=\"doc-pagebreak\" aria-label=\"p. 2\" data-page=\"2\"></span>"))
    #expect(!html.contains("data-page=\"9\""))
    #expect(html.contains("<sup><a href=\"#p1-n6\""))
    #expect(html.contains("id=\"p1-n6\"><p><b>6</b> A &lt;note&gt;."))
    #expect(html.contains("<span class=\"who\">Dee</span>"))
  }

  @Test func `lists fold what is too long, bars link over their full height`() {
    let links = (1...12).map { CountedLink("n\($0)", address: "/\($0)", count: "\($0)") }
    let html = SideList("Author", links).html(words).text
    #expect(html.contains("<details><summary>4 more</summary>"))
    #expect(SideList("Author", []).html(words).isEmpty)
    let bars = DecadeBars([
      .init(decade: 1900, count: 1, address: "/a", isCurrent: true),
      .init(decade: 1910, count: 40, address: "/b", isCurrent: false),
    ])
    let shown = bars.html(words, title: "Year", counted: .works).text
    #expect(shown.contains("<span class=\"bar-1\">") && shown.contains("<span class=\"bar-20\">"))
    #expect(shown.contains("1900s: 1 work"))
    #expect(DecadeBars([]).html(words, title: "Year", counted: .works).isEmpty)
  }

  @Test func `words between grave accents are code, unless one is left open`() {
    #expect(ProblemPage.code("Run `a <b>`.").text == "Run <code>a &lt;b&gt;</code>.")
    #expect(ProblemPage.code("Run `a.").text == "Run `a.")
    let page = ProblemPage("Title", "No.", hint: "Do `x`.", place: "q\n^").html.text
    #expect(page.contains("<p class=\"problem\" role=\"alert\">No. Do <code>x</code>.</p>"))
  }
}
