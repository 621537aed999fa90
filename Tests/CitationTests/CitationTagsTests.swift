// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct CitationTagsTests {
  private let chapter = CitedSample(
    title: "Bread & roses = “more”", authors: ["Marcel van der Linden", "The Bee Group"],
    editors: ["Jane Doe"], year: 1982, collection: "A reader", publisher: "PM",
    url: "https://example.org/?a=1&b=2", language: "en", pages: ("101", "108"))

  private func tags(_ work: Work) -> [String] {
    CitationTags.meta(of: work).map { "\($0.name)=\($0.content)" }
  }

  private func work(_ sample: CitedSample, _ form: WorkForm) -> Work {
    var work = sample.work
    work.metadata.form = Attributed(form, .stated, rule: "test")
    return work
  }

  @Test func `a chapter`() {
    #expect(
      tags(chapter.work) == [
        "citation_title=Bread & roses = “more”", "citation_author=van der Linden, Marcel",
        "citation_author=The Bee Group", "citation_editor=Doe, Jane",
        "citation_publication_date=1982", "citation_inbook_title=A reader",
        "citation_book_title=A reader", "citation_publisher=PM", "citation_language=en",
        "citation_public_url=https://example.org/?a=1&b=2",
      ])
  }

  @Test func `the container has its name by the form`() {
    #expect(tags(work(chapter, .article)).contains("citation_journal_title=A reader"))
    #expect(tags(work(chapter, .book)).contains("citation_series_title=A reader"))
    let thesis = tags(work(chapter, .thesis))
    #expect(thesis.contains("citation_dissertation_institution=PM"))
    #expect(!thesis.contains { $0.hasPrefix("citation_publisher") })
  }

  @Test func `a name that Zotero would take for two people is as printed`() {
    var sample = chapter
    sample.authors = ["Marcel Jan van der Linden", "Martin Luther King Jr."]
    #expect(
      tags(sample.work)[1...2] == [
        "citation_author=Marcel Jan van der Linden", "citation_author=King, Martin Luther, Jr.",
      ])
  }

  @Test func `only an address of the web is told`() {
    var sample = chapter
    sample.url = "javascript:alert(1)"
    #expect(!tags(sample.work).contains { $0.hasPrefix("citation_public_url") })
    #expect(!CitationTags.coins(of: sample.work).contains("rft_id"))
  }

  @Test func `COinS of a passage of a chapter`() {
    #expect(
      CitationTags.coins(of: chapter.work, passage: chapter.passage)
        == "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook"
        + "&rfr_id=info%3Asid%2Fpamphlet&rft_id=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2"
        + "&rft.genre=bookitem&rft.atitle=Bread%20%26%20roses%20%3D%20%E2%80%9Cmore%E2%80%9D"
        + "&rft.btitle=A%20reader&rft.aulast=van%20der%20Linden&rft.aufirst=Marcel"
        + "&rft.au=van%20der%20Linden%2C%20Marcel&rft.date=1982&rft.pub=PM"
        + "&rft.pages=101-108&rft.spage=101&rft.epage=108&rft.language=en")
  }

  @Test(arguments: [
    (WorkForm.article, "journal", "genre=article&rft.atitle="),
    (.book, "book", "genre=book&rft.btitle="), (.thesis, "dissertation", "rft.title="),
  ])
  func `COinS by the form of the work`(_ form: WorkForm, _ format: String, _ title: String) {
    let text = CitationTags.coins(of: work(chapter, form))
    #expect(text.contains("fmt%3Akev%3Amtx%3A\(format)&"))
    #expect(text.contains(title))
    #expect(!text.contains("rft.pages"))
  }

  @Test func `an organisation is one name`() {
    var sample = chapter
    sample.authors = ["The Bee Group"]
    let text = CitationTags.coins(of: sample.work)
    #expect(text.contains("&rft.aucorp=The%20Bee%20Group&"))
    #expect(!text.contains("rft.au="))
  }
}
