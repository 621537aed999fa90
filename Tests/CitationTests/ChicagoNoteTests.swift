// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

/// The forms that the Chicago Manual of Style, 18th edition, shows in its chapters 13 and 14 and in
/// its quick guide.
struct ChicagoNoteTests {
  private static let examples: [(CitedSample, String)] = [
    // A book: no place of publication (14.30).
    (
      CitedSample(
        title: "Interior Chinatown", authors: ["Charles Yu"], year: 2020,
        publisher: "Pantheon Books", pages: ("45", "45")),
      "Charles Yu, Interior Chinatown (Pantheon Books, 2020), 45."
    ),
    // Two authors; a subtitle behind a colon.
    (
      CitedSample(
        title: "A Curious Mind", subtitle: "The Secret to a Bigger Life",
        authors: ["Brian Grazer", "Charles Fishman"], year: 2015, publisher: "Simon & Schuster",
        pages: ("12", "12")),
      "Brian Grazer and Charles Fishman, A Curious Mind: The Secret to a Bigger Life "
        + "(Simon & Schuster, 2015), 12."
    ),
    // Three authors: the first and et al. (13.23).
    (
      CitedSample(
        title: "The Channels of Student Activism", authors: ["Amy J. Binder", "B. Cee", "D. Eff"],
        year: 2022, publisher: "University of Chicago Press", pages: ("117", "118")),
      "Amy J. Binder et al., The Channels of Student Activism (University of Chicago Press, 2022), "
        + "117–18."
    ),
    // An editor in the place of the author.
    (
      CitedSample(
        title: "The Making of the American Essay", editors: ["John D’Agata"], year: 2016,
        publisher: "Graywolf Press", pages: ("19", "20")),
      "John D’Agata, ed., The Making of the American Essay (Graywolf Press, 2016), 19–20."
    ),
    // A part of an edited book.
    (
      CitedSample(
        title: "The Queen Mary Psalter", authors: ["Kathleen Doyle"],
        editors: ["P. J. M. Marks", "Stephen Parkin"], year: 2023,
        collection: "The Book by Design: The Remarkable Story of the World’s Greatest Invention",
        publisher: "University of Chicago Press", pages: ("64", "64")),
      "Kathleen Doyle, “The Queen Mary Psalter,” in The Book by Design: The Remarkable Story of the "
        + "World’s Greatest Invention, ed. P. J. M. Marks and Stephen Parkin "
        + "(University of Chicago Press, 2023), 64."
    ),
    // A translated book.
    (
      CitedSample(
        title: "The Wedding Party", authors: ["Liu Xinwu"], translators: ["Jeremy Tiang"],
        year: 2021, publisher: "Amazon Crossing", pages: ("279", "279")),
      "Liu Xinwu, The Wedding Party, trans. Jeremy Tiang (Amazon Crossing, 2021), 279."
    ),
    // A new edition of an old book: both years.
    (
      CitedSample(
        title: "Pride and Prejudice", authors: ["Jane Austen"], year: 1813, editionYear: 2003,
        publisher: "Penguin Classics", pages: ("101", "108")),
      "Jane Austen, Pride and Prejudice (1813; Penguin Classics, 2003), 101–8."
    ),
    // A comma stays behind a title's question mark.
    (
      CitedSample(
        title: "Are you a doctor?", authors: ["Raymond Carver"], year: 1976,
        collection: "Will you please be quiet, please?", pages: ("30", "33")),
      "Raymond Carver, “Are You a Doctor?,” in Will You Please Be Quiet, Please? (1976), 30–33."
    ),
    // No date, no author; a text without pages by its heading, and its address last.
    (
      CitedSample(
        title: "On bread", url: "https://example.org/bread", section: ["Part 1", "The oven"]),
      "“On Bread” (n.d.), under “The oven,” para. 31, https://example.org/bread."
    ),
    // Quotation marks in a title that stands in quotation marks.
    (
      CitedSample(
        title: "Replies to \"An FAQ\" and “more”", authors: ["Iain McKay"], year: 2008,
        pages: ("1", "1")),
      "Iain McKay, “Replies to ‘An FAQ’ and ‘More’” (2008), 1."
    ),
    // A suffix and a particle stay where they are in a note.
    (
      CitedSample(
        title: "Where do we go from here", authors: ["Martin Luther King Jr."], year: 1967,
        publisher: "Beacon", pages: ("4", "4"), note: "6"),
      "Martin Luther King Jr., Where Do We Go from Here (Beacon, 1967), 4n6."
    ),
    // 8.160: prepositions of five letters have a capital.
    (
      CitedSample(title: "a room with a view and much ado about nothing", year: 1908),
      "“A Room with a View and Much Ado About Nothing” (1908), para. 31."
    ),
    // A title in another language keeps its capitals.
    (
      CitedSample(
        title: "Qu’est-ce que la propriété ?", authors: ["P.-J. Proudhon"], year: 1840,
        language: "fr", pages: ("1", "2")),
      "P.-J. Proudhon, “Qu’est-ce que la propriété ?” (1840), 1–2."
    ),
  ]

  @Test(arguments: examples)
  func `a note is set as the manual sets it`(_ sample: CitedSample, _ note: String) {
    #expect(sample.cited(.chicago) == note)
  }

  /// 9.63, with the manual's own numbers; the others by the rules of the other styles.
  @Test(arguments: [
    ("3-10", "3–10", "3–10"), ("71-72", "71–72", "71–72"), ("96-117", "96–117", "96–117"),
    ("100-104", "100–104", "100–04"), ("1100-1113", "1100–1113", "1100–13"),
    ("101-108", "101–8", "101–08"), ("808-833", "808–33", "808–33"),
    ("1103-1104", "1103–4", "1103–04"), ("321-328", "321–28", "321–28"),
    ("498-532", "498–532", "498–532"), ("1087-1089", "1087–89", "1087–89"),
    ("1496-1500", "1496–500", "1496–500"), ("11564-11615", "11564–615", "11564–615"),
    ("12991-13001", "12991–3001", "12991–3001"), ("923-1003", "923–1003", "923–1003"),
    ("1608-1774", "1608–774", "1608–774"), ("xxv-xxvii", "xxv-xxvii", "xxv-xxvii"),
    ("30–1", "30–31", "30–31"), ("24, 27 and 30–1", "24, 27 and 30–31", "24, 27 and 30–31"),
    ("5-3", "5-3", "5-3"), ("69f.", "69f.", "69f."),
  ])
  func `ranges of pages`(_ named: String, _ chicago: String, _ mla: String) {
    let pages = PageNumbers(parsing: named)
    #expect(pages.text(.chicago) == chicago)
    #expect(pages.text(.mla) == mla)
  }

  @Test func `a range is several pages, a page is one`() {
    #expect(PageNumbers(parsing: "30–1").text(.full) == "30–31")
    #expect(PageNumbers(first: "xxv", last: "xxvii").text(.chicago) == "xxv–xxvii")
    #expect(!PageNumbers(parsing: "69").areSeveral)
    #expect(PageNumbers(parsing: "69f.").areSeveral)
    #expect(PageNumbers(parsing: "24 and 27").areSeveral)
  }
}
