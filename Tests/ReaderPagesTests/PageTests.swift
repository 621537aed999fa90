// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct PageTests {
  private let box = SearchBox(name: "q", query: "a \"b\"", longest: 4_000)

  @Test func `a page has a title, the query in its field, and what it is about`() {
    let page = PageFrame("On <Bread>", search: box, main: "<p>Words.</p>").html.text
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n"))
    #expect(page.contains("<title>On &lt;Bread&gt; – Pamphlet</title>"))
    #expect(
      page.contains(
        #"<input id="q" name="q" type="search" value="a &quot;b&quot;" maxlength="4000" autocomplete="off">"#
      ))
    #expect(page.contains(#"<label for="q">"#))
    #expect(page.contains("<main>\n<p>Words.</p>\n</main>"))
    #expect(!page.contains("<script"))
    #expect(
      PageFrame(search: box, main: .empty).html.text.contains("<title>Pamphlet</title>"))
  }

  @Test func `results are numbered on, with their notes, differences and links`() {
    let card = HitCard(
      address: "/passages/w/p1", heading: "Ann Bee, “On Bread”", section: ["One", "Two"],
      snippet: [SnippetRun("By ", isMatch: false), SnippetRun("hands", isMatch: true)],
      differences: [PrintedDifference(found: "", asked: "many")],
      notes: [NoteLine(number: "1", text: "A note.")], likeAddress: "/?like=w%2Fp1")
    let page = ResultsPage(
      warnings: ["A <warning>."], suggestion: SuggestedQuery(query: "hand", address: "/?q=hand"),
      total: 12, isEstimate: true, start: 11, hits: [card],
      pager: Pager(previous: "/?q=hands", next: nil))
    #expect(
      page.html.text == """
        <p class="problem">A &lt;warning&gt;.</p>
        <p>Did you mean <a href="/?q=hand">hand</a>?</p>
        <p role="status">About 12 passages</p>
        <ol class="results" start="11">
        <li><article>
        <h2><a href="/passages/w/p1">Ann Bee, “On Bread”</a></h2>
        <p class="section">One › Two</p>
        <blockquote>By <mark>hands</mark></blockquote>
        <p class="note">Printed differently:</p><ul class="note"><li>nothing for “many”</li></ul>
        <p class="note"><sup>1</sup> A note.</p>
        <p class="more"><a href="/?like=w%2Fp1">More like this</a></p>
        </article></li>
        </ol>
        <nav aria-label="Pages"><a rel="prev" href="/?q=hands">Previous</a></nav>
        """)
    #expect(ResultsPage(total: 1, hits: []).html.text.contains("<p role=\"status\">1 passage</p>"))
  }

  @Test func `a passage is marked among those around it, its notes below it`() {
    func part(_ label: String, isHere: Bool) -> PassagePage.Part {
      PassagePage.Part(
        kind: "verse", isHere: isHere, address: "/passages/w/\(label)", label: label,
        text: "One\nTwo", notes: [NoteLine(number: "6", text: "A note.")])
    }
    let page = PassagePage(
      heading: "On Bread", section: [],
      parts: [part("p1", isHere: false), part("p2", isHere: true)], apiAddress: "/v1/passages/w/p2")
    #expect(
      page.html.text == """
        <h1>On Bread</h1>

        <div class="verse">
        <a class="label" href="/passages/w/p1">p1</a>
        <p>One<br>Two</p></div>
        <div class="verse here">
        <a class="label" href="/passages/w/p2">p2</a>
        <p><mark>One<br>Two</mark></p></div>
        <p class="note"><sup>6</sup> A note.</p>
        <p><a href="/v1/passages/w/p2">JSON</a></p>
        """)
  }

  @Test func `what went wrong is said, with the place in the query`() {
    let page = ProblemPage("“x” is not a year.", hint: "Write 1917.", place: "year:x\n     ^")
    #expect(
      page.html.text == """
        <p class="problem" role="alert">“x” is not a year. Write 1917.</p>
        <pre>year:x
             ^</pre>
        """)
    #expect(MissingPassagePage.unknown(near: nil).text == "<p>There is no such passage.</p>")
    #expect(
      MissingPassagePage.unknown(near: ("w/p1", "/passages/w/p1")).text.contains("Did you mean"))
    #expect(WelcomePage(nil).html.text.contains("There is no index yet."))
  }
}
