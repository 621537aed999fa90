// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct TextPlaceTests {
  private func passage(
    _ text: String, ordinal: Int = 1, kind: Passage.Kind = .body, notes: [Int] = [],
    headings: [String] = [], anchor: String? = nil
  ) -> Passage {
    Passage(
      work: "bee", label: "p\(ordinal)", kind: kind, text: text, ordinal: ordinal,
      section: headings, openedHeadings: headings.count,
      notes: notes.map {
        AttachedNote(number: "1", offset: $0, text: "", label: "n1", printed: "1", basis: .stated)
      }, anchor: anchor)
  }

  private func link(
    _ passage: Passage, url: String? = "https://example.org/bread", near: [Passage] = [],
    quotation: Quotation? = nil
  ) -> String? {
    let work = CitedSample(title: "On bread", url: url).work
    return TextPlace(passage, in: work, among: near, quotation: quotation).link
  }

  private func quotation(_ range: Range<Int>) -> Quotation {
    Quotation(range: range, text: "", basis: .stated)
  }

  /// W3C Web Annotation Data Model, 4.2.4.
  @Test func `a selector has the words before and behind, of the same text`() {
    let near = [
      passage("Before it stood a paragraph that is too long to be kept whole.", ordinal: 0),
      passage("The words.", ordinal: 1), passage("A note.", ordinal: 2, kind: .note),
      passage("Behind it stands another that is too long to be kept.", ordinal: 3),
    ]
    let selector = TextQuoteSelector(near[1], among: near)
    #expect(selector.exact == "The words.")
    #expect(
      selector.prefix == "that is too long to be kept whole.")
    #expect(selector.suffix == "Behind it stands another that is too")
    #expect(TextQuoteSelector(near[0], among: near).prefix == nil)
    #expect(TextQuoteSelector(near[2], among: near).suffix == nil)
  }

  @Test func `a heading stands between two passages`() {
    let near = [
      passage("One.", ordinal: 0), passage("Two.", ordinal: 1, headings: ["Part", "Chapter"]),
    ]
    #expect(TextQuoteSelector(near[1], among: near).prefix == "Chapter")
    #expect(TextQuoteSelector(near[0], among: near).suffix == "Part")
  }

  @Test func `a quotation is selected in its passage`() {
    let selector = TextQuoteSelector(
      quotation(8..<15), in: passage("He said “bread” and left."), among: [])
    #expect(selector.exact == "“bread”")
    #expect(selector.prefix == "He said ")
    #expect(selector.suffix == " and left.")
    let outside = TextQuoteSelector(quotation(20..<99), in: passage("Short."), among: [])
    #expect(outside.exact == "")
  }

  /// WICG URL Fragment Text Directives: the signs of its grammar are encoded.
  @Test func `a link has the words, or those at both ends`() {
    #expect(
      link(passage("Bread, roses & self-help."))
        == "https://example.org/bread#:~:text=Bread%2C%20roses%20%26%20self%2Dhelp.")
    #expect(
      link(passage("One two three four five six seven eight nine ten eleven."))
        == "https://example.org/bread#:~:text=One%20two%20three%20four%20five,"
        + "seven%20eight%20nine%20ten%20eleven.")
    #expect(
      link(passage("É über alles ist wahr")) == "https://example.org/bread#:~:text="
        + "%C3%89%20%C3%BCber%20alles%20ist%20wahr")
  }

  @Test func `few words take those around them`() {
    let said = passage("He said “bread” and left the room.")
    #expect(
      link(said, quotation: quotation(8..<15))
        == "https://example.org/bread#:~:text=He%20said-,%E2%80%9Cbread%E2%80%9D,"
        + "-and%20left%20the")
  }

  @Test func `words that touch a mark or a repair are not used`() {
    // The mark stands behind “hands”.
    #expect(
      link(passage("Bread is made by many hands and by few owned.", notes: [24 + 3]))
        == "https://example.org/bread#:~:text=Bread%20is%20made%20by%20many,and%20by%20few%20owned."
    )
    var repaired = passage("One coun-cil of all.")
    repaired.repairs = [Repair(range: 4..<12, printed: "coun-\ncil", rule: "hyphen-joined")]
    #expect(link(repaired) == "https://example.org/bread#:~:text=of%20all.")
    #expect(link(passage("Bread", notes: [5])) == "https://example.org/bread")
    // A line of verse is a block of its own.
    #expect(
      link(passage("Hearts starve as well\nas bodies, bread and roses"))
        == "https://example.org/bread#:~:text=Hearts%20starve%20as%20well,"
        + "as%20bodies%2C%20bread%20and%20roses")
  }

  @Test func `the fragment that an address has is kept`() {
    let words = "Who owns the bread"
    #expect(
      link(passage(words, anchor: "p4"))
        == "https://example.org/bread#p4:~:text=Who%20owns%20the%20bread")
    #expect(
      link(passage(words), url: "https://example.org/#top")
        == "https://example.org/#top:~:text=Who%20owns%20the%20bread")
    #expect(
      link(passage(words), url: "https://example.org/#:~:text=On")
        == "https://example.org/#:~:text=On&text=Who%20owns%20the%20bread")
    #expect(
      link(passage(words), url: "https://example.org/a.PDF?x") == "https://example.org/a.PDF?x")
    #expect(link(passage(words), url: nil) == nil)
    #expect(link(passage(words), url: "bread.html") == nil)
  }

  @Test(arguments: [
    "https://www.gutenberg.org/ebooks/12345", "http://gutenberg.org/ebooks/12345?q",
    "https://archive.org/details/bread00bee", "https://doi.org/10.1000/182",
    "https://standardebooks.org/ebooks/ann-bee/on-bread",
  ])
  func `there is no link to a page that does not have the words`(url: String) {
    #expect(link(passage("Who owns the bread"), url: url) == nil)
  }

  @Test(arguments: [
    "https://www.gutenberg.org/files/12345/12345-h/12345-h.htm",
    "https://www.gutenberg.org/ebooks/12345.html.images",
    "https://standardebooks.org/ebooks/ann-bee/on-bread/text/chapter-1",
    "https://example.org/ebooks/bread",
  ])
  func `there is one to a page of the text, wherever it is`(url: String) {
    #expect(
      link(passage("Who owns the bread"), url: url) == "\(url)#:~:text=Who%20owns%20the%20bread")
  }

  @Test func `the path in an EPUB is no fragment, its package names no page of the text`() {
    var work = CitedSample(title: "On bread", url: "https://example.org/bread").work
    work.format = "epub"
    let words = passage("Who owns the bread", anchor: "epub/text/chapter-1.xhtml/chapter-1")
    #expect(
      TextPlace(words, in: work, among: []).link
        == "https://example.org/bread#:~:text=Who%20owns%20the%20bread")
    work.metadata.url?.rule = "epub-package"
    #expect(TextPlace(words, in: work, among: []).link == nil)
    #expect(work.address(of: words) == "https://example.org/bread")
  }
}
