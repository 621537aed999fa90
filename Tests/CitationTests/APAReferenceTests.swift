// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

/// The forms that the Publication Manual of the APA, 7th edition, shows in its chapters 8 to 10.
struct APAReferenceTests {
  private static let examples: [(CitedSample, String)] = [
    // 10.2: a book.
    (
      CitedSample(
        title: "Behave", subtitle: "The biology of humans at our best and worst",
        authors: ["Robert M. Sapolsky"], year: 2017, publisher: "Penguin Books",
        pages: ("12", "12")),
      "Sapolsky, R. M. (2017). Behave: The biology of humans at our best and worst. Penguin Books. "
        + "(Sapolsky, 2017, p. 12)"
    ),
    // 10.2: edited books.
    (
      CitedSample(
        title: "Early childhood education", editors: ["Erik Hygum", "Peter Moller Pedersen"],
        year: 2010, publisher: "Hans Reitzels Forlag", pages: ("113", "124")),
      "Hygum, E., & Pedersen, P. M. (Eds.). (2010). Early childhood education. "
        + "Hans Reitzels Forlag. (Hygum & Pedersen, 2010, pp. 113–124)"
    ),
    // 10.2, 9.41: a translated book that appeared before; 8.15: both years in the text.
    (
      CitedSample(
        title: "The psychology of the child", authors: ["Jean Piaget", "Bärbel Inhelder"],
        translators: ["Helen Weaver"], year: 1966, editionYear: 1969, publisher: "Basic Books",
        pages: ("5", "5")),
      "Piaget, J., & Inhelder, B. (1969). The psychology of the child (H. Weaver, Trans.). "
        + "Basic Books. (Original work published 1966) (Piaget & Inhelder, 1966/1969, p. 5)"
    ),
    // 10.3: a chapter.
    (
      CitedSample(
        title: "Culinary arts: Talent and their development",
        authors: ["Lisa Aron", "Marion Botella", "Todd Lubart"],
        editors: ["Rena F. Subotnik", "Paula Olszewski-Kubilius", "Frank C. Worrell"], year: 2019,
        collection: "The psychology of high performance",
        publisher: "American Psychological Association", pages: ("345", "346")),
      "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. "
        + "In R. F. Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), "
        + "The psychology of high performance. American Psychological Association. "
        + "(Aron et al., 2019, pp. 345–346)"
    ),
    // 9.12: no author; 9.17: no date; 8.14: the title in the text in title case; 8.28: a paragraph.
    (
      CitedSample(title: "On bread and butter", url: "https://example.org/bread"),
      "On bread and butter. (n.d.). https://example.org/bread "
        + "(“On Bread and Butter,” n.d., para. 31)"
    ),
    // 9.8: a suffix and a hyphen.
    (
      CitedSample(
        title: "Who?", authors: ["Martin Luther King Jr.", "Jean-Paul Sartre"], year: 1967,
        pages: ("4", "5"), note: "6"),
      "King, M. L., Jr., & Sartre, J.-P. (1967). Who? (King & Sartre, 1967, pp. 4–5, note 6)"
    ),
    // 9.9: a group is written out, and not repeated as its own publisher.
    (
      CitedSample(
        title: "Paris: May 1968", authors: ["The Solidarity Group"], year: 1968,
        publisher: "The Solidarity Group", pages: ("3", "3")),
      "The Solidarity Group. (1968). Paris: May 1968. (The Solidarity Group, 1968, p. 3)"
    ),
    // A particle stays with the family name.
    (
      CitedSample(
        title: "Workers of the world", authors: ["Marcel van der Linden"], year: 2008,
        pages: ("1", "1")),
      "van der Linden, M. (2008). Workers of the world. (van der Linden, 2008, p. 1)"
    ),
  ]

  @Test(arguments: examples)
  func `a reference is set as the manual sets it`(_ sample: CitedSample, _ reference: String) {
    #expect(sample.cited(.apa) == reference)
  }

  @Test func `up to twenty authors are named, of more nineteen and the last`() {
    func cited(_ count: Int) -> String {
      let names = (1...count).map { "Ann Bee\(String(repeating: "e", count: $0))" }
      return CitedSample(title: "T", authors: names, year: 1999).cited(.apa)
    }
    let last = "Bee" + String(repeating: "e", count: 20) + ", A. (1999)."
    #expect(cited(20).contains("A., & \(last)"))
    #expect(cited(21).contains(", A., . . . Beee"))
    #expect(!cited(21).contains("&"))
  }
}
