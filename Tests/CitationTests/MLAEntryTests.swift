// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

/// The forms that the MLA Handbook, 9th edition, shows in its chapters 5 and 6.
struct MLAEntryTests {
  private static let examples: [(CitedSample, String)] = [
    // A book; short prepositions and long ones are small.
    (
      CitedSample(
        title: "The pleasures of reading in an age of distraction", authors: ["Alan Jacobs"],
        year: 2011, publisher: "Oxford University Press", pages: ("27", "27")),
      "Jacobs, Alan. The Pleasures of Reading in an Age of Distraction. Oxford UP, 2011. (Jacobs 27)"
    ),
    // Two authors.
    (
      CitedSample(
        title: "The Crown of Columbus", authors: ["Michael Dorris", "Louise Erdrich"], year: 1999,
        publisher: "HarperCollins Publishers", pages: ("103", "104")),
      "Dorris, Michael, and Louise Erdrich. The Crown of Columbus. HarperCollins Publishers, 1999. "
        + "(Dorris and Erdrich 103–04)"
    ),
    // Three authors and more.
    (
      CitedSample(
        title: "Digital_Humanities", authors: ["Anne Burdick", "J. Drucker", "P. Lunenfeld"],
        year: 2012, publisher: "MIT P", pages: ("42", "42")),
      "Burdick, Anne, et al. Digital_Humanities. MIT P, 2012. (Burdick et al. 42)"
    ),
    // An editor in the place of the author.
    (
      CitedSample(
        title: "The Future of the Book", editors: ["Geoffrey Nunberg"], year: 1996,
        publisher: "University of California Press", pages: ("7", "7")),
      "Nunberg, Geoffrey, editor. The Future of the Book. U of California P, 1996. (Nunberg 7)"
    ),
    // A translator.
    (
      CitedSample(
        title: "The Odyssey", authors: ["Homer"], translators: ["Robert Fagles"], year: 1996,
        publisher: "Viking", pages: ("77", "77")),
      "Homer. The Odyssey. Translated by Robert Fagles, Viking, 1996. (Homer 77)"
    ),
    // A part of an edited book; a long preposition is small also.
    (
      CitedSample(
        title: "The Cultural Consequences of Printing and the Internet",
        authors: ["James A. Dewar", "Peng Hwa Ang"],
        editors: ["Sabrina Alcorn Baron", "E. Lindquist", "E. Shevlin"], year: 2007,
        collection: "Agent of change: Print culture studies after Elizabeth L. Eisenstein",
        publisher: "University of Massachusetts Press", pages: ("365", "377")),
      "Dewar, James A., and Peng Hwa Ang. “The Cultural Consequences of Printing and the Internet.” "
        + "Agent of Change: Print Culture Studies after Elizabeth L. Eisenstein, edited by "
        + "Sabrina Alcorn Baron et al., U of Massachusetts P, 2007. (Dewar and Ang 365–77)"
    ),
    // No author: the title in both places; no date: nothing.
    (
      CitedSample(title: "On bread", url: "https://example.org/bread"),
      "“On Bread.” https://example.org/bread. (“On Bread,” par. 31)"
    ),
    // A title that ends with a question mark takes no stop.
    (
      CitedSample(
        title: "What is to be done?", authors: ["Vladimir Ilyich Lenin"], year: 1902,
        pages: ("4", "4"), note: "6"),
      "Lenin, Vladimir Ilyich. “What Is to Be Done?” 1902. (Lenin 4n6)"
    ),
    // The suffix goes behind the given names.
    (
      CitedSample(
        title: "Strength to Love", authors: ["Martin Luther King, Jr."], year: 1963,
        publisher: "Harper", pages: ("9", "9")),
      "King, Martin Luther, Jr. Strength to Love. Harper, 1963. (King 9)"
    ),
    // The first year of a book that was published again.
    (
      CitedSample(
        title: "Mutual Aid", authors: ["Peter Kropotkin"], year: 1902, editionYear: 2021,
        publisher: "PM", pages: ("9", "9")),
      "Kropotkin, Peter. Mutual Aid. 1902. PM, 2021. (Kropotkin 9)"
    ),
  ]

  @Test(arguments: examples)
  func `an entry is set as the handbook sets it`(_ sample: CitedSample, _ entry: String) {
    #expect(sample.cited(.mla) == entry)
  }
}
