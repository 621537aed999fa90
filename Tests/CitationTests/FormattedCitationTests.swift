// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct FormattedCitationTests {
  private let book = CitedSample(
    title: "Interior Chinatown", authors: ["Charles Yu"], year: 2020, publisher: "Pantheon Books",
    pages: ("45", "45"))
  private let chapter = CitedSample(
    title: "The Queen Mary Psalter", authors: ["Kathleen Doyle"], editors: ["P. Marks"],
    year: 2023, collection: "The Book by Design", pages: ("64", "64"))
  private let article = CitedSample(
    title: "On bread", year: 2005, url: "https://example.org/bread")
  private let accessed = AccessDate(year: 2026, month: 9, day: 5)

  /// The reference with asterisks around what is in italics.
  private func marked(
    _ sample: CitedSample, _ style: CitationStyle, accessed: AccessDate? = nil
  ) -> String {
    marked(
      formattedCitation(of: sample.passage, in: sample.work, style: style, accessed: accessed))
  }

  private func marked(_ text: FormattedText) -> String {
    text.runs.map { $0.isItalic ? "*\($0.text)*" : $0.text }.joined()
  }

  @Test func `the title of a book is in italics`() {
    #expect(
      marked(book, .chicago) == "Charles Yu, *Interior Chinatown* (Pantheon Books, 2020), 45.")
    #expect(
      marked(book, .mla) == "Yu, Charles. *Interior Chinatown*. Pantheon Books, 2020. (Yu 45)")
    #expect(
      marked(book, .apa)
        == "Yu, C. (2020). *Interior Chinatown*. Pantheon Books. (Yu, 2020, p. 45)")
  }

  @Test func `of a part, the container is in italics`() {
    #expect(
      marked(chapter, .chicago)
        == "Kathleen Doyle, “The Queen Mary Psalter,” in *The Book by Design*, ed. P. Marks "
        + "(2023), 64.")
    #expect(
      marked(chapter, .mla)
        == "Doyle, Kathleen. “The Queen Mary Psalter.” *The Book by Design*, edited by P. Marks, "
        + "2023. (Doyle 64)")
    #expect(
      marked(chapter, .apa)
        == "Doyle, K. (2023). The Queen Mary Psalter. In P. Marks (Ed.), *The Book by Design*. "
        + "(Doyle, 2023, p. 64)")
  }

  @Test func `the name of a host is in italics in MLA alone`() {
    var sample = chapter
    sample.collection = "libcom.org"
    #expect(marked(sample, .mla).contains("*Libcom.org*,"))
    #expect(!marked(sample, .chicago).contains("*"))
    #expect(!marked(sample, .apa).contains("*"))
    sample.collection = "R.U.R."
    #expect(marked(sample, .chicago).contains("*R.U.R.*"))
  }

  @Test func `a source that is only mentioned is in italics if it has volumes`() {
    func cited(_ source: NamedSource) -> String {
      let quotation = Quotation(range: 0..<4, text: "Text", source: source, basis: .stated)
      return marked(
        formattedCitation(
          of: quotation, number: 1, from: book.passage, in: book.work, style: .chicago))
    }
    #expect(
      cited(NamedSource(authors: ["E. H. Carr"], title: "The Revolution", volume: "II")).hasPrefix(
        "E. H. Carr, *The Revolution*, vol. 2, quoted in Charles Yu, *Interior Chinatown* ("))
    #expect(cited(NamedSource(title: "Soviets")).hasPrefix("Soviets, quoted in"))
    #expect(
      cited(NamedSource(title: "Soviets", container: "Radical America", volume: "8"))
        .hasPrefix("Soviets, vol. 8, quoted in"))
  }

  @Test(arguments: [CitationStyle.bibtex, .ris, .cslJSON])
  func `records are upright`(_ style: CitationStyle) {
    let text = formattedCitation(of: book.passage, in: book.work, style: style)
    #expect(text.runs.map(\.isItalic) == [false])
    #expect(style.isForPrograms)
  }

  @Test(arguments: CitationStyle.all)
  func `without its type the reference is the plain one`(_ style: CitationStyle) {
    for sample in [book, chapter, article] {
      let text = formattedCitation(of: sample.passage, in: sample.work, style: style)
      #expect(text.plain == sample.cited(style))
      #expect(!text.runs.contains { $0.text.isEmpty })
    }
  }

  /// Chicago 14.12, MLA 5.111, APA 9.16.
  @Test func `the date of access stands with the address`() {
    #expect(
      marked(article, .chicago, accessed: accessed)
        == "“On Bread” (2005), para. 31, accessed September 5, 2026, https://example.org/bread.")
    #expect(
      marked(article, .mla, accessed: accessed)
        == "“On Bread.” 2005, https://example.org/bread. Accessed 5 Sept. 2026. "
        + "(“On Bread,” par. 31)")
    #expect(
      marked(article, .apa, accessed: accessed)
        == "On bread. (2005). Retrieved September 5, 2026, from https://example.org/bread "
        + "(“On Bread,” 2005, para. 31)")
    #expect(marked(book, .chicago, accessed: accessed) == marked(book, .chicago))
    var paged = article
    paged.pages = ("4", "5")
    #expect(
      marked(paged, .chicago, accessed: accessed).hasSuffix(
        "4–5, accessed September 5, 2026, https://example.org/bread."))
  }

  @Test(arguments: [
    (2024, 2, 29, "2024-02-29", "29 Feb. 2024"), (2026, 5, 1, "2026-05-01", "1 May 2026"),
    (987, 7, 31, "0987-07-31", "31 July 987"),
  ])
  func `dates of access`(_ year: Int, _ month: Int, _ day: Int, _ iso: String, _ mla: String) {
    let date = AccessDate(year: year, month: month, day: day)
    #expect(date?.iso == iso)
    #expect(date?.mla == mla)
  }

  @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (0, 1, 1)])
  func `a day that no calendar has is not a date`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(AccessDate(year: year, month: month, day: day) == nil)
  }
}
