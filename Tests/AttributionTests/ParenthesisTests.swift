// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct ParenthesisTests {
  @Test(arguments: [
    (
      "He read _The Weavers of the Valley_ (Oslo, 1903) that year.",
      "|The Weavers of the Valley||||1903"
    ),
    ("Thus ANNA LUND, _The Weavers_ (Paris 1892).", "Anna Lund|The Weavers||||1892"),
    ("A writer in the Valley Review (December, 1903) holds so.", "|Valley Review||||1903"),
    ("He saw it in _Mill News_ (May, 1908), p. 390.", "|Mill News|||390|1908"),
    ("So it stood there. (Valley Bulletin, No. 81, 1903.)", "|Valley Bulletin||||1903"),
    ("So they wrote. (_Neue Weberzeitung_, 337, p. 4.)", "|Neue Weberzeitung|||4|"),
    (
      "One writer (“The Alchemy of the Mill,” _Valley Review_, Feb. 11, 1905) said so.",
      "|The Alchemy of the Mill|Valley Review|||1905"
    ),
  ])
  func `a title with its date in parentheses is a reference`(_ form: (String, String)) {
    #expect(SampleText([form.0]).forms == [form.1])
  }

  @Test(arguments: [
    "The strike of that spring (London, 1926) was the longest of all.",
    "The local union (No. 1475) paid nothing, and the convention (Denver, 1914) sent a telegram.",
    "Every child there is suffering from hunger. (Appendix, p. 56.)",
    "The minister brought in a bill (November 14, 1899) that changed it.",
    "They had called it a “Saturdaying” (see p. 119) of the mills.",
    "It was told of Anna Lund (this is what is recorded on p. 73).",
    "[Illustration: ANNA LUND IN OSLO, MARCH, 1916]",
    "Then they left. [Fig. 3: The Mill, Oslo. Photo: Carl Berg, Wikimedia Commons.]",
    "Anna Lund said: “So it is with us.” [“I do not want it. I shall not take what is theirs to give.”]",
    "They sang it. [A man walking with a staff, the Spirit or Sacred Ghost.]",
    "It began (as in France in 1870) with the mills.", "He wrote of _her_ (1903) alone.",
  ])
  func `places, dates, pictures and parts of the text itself are no references`(_ text: String) {
    #expect(SampleText([text]).references.isEmpty)
  }

  @Test func `an author and date in the sentence are the source of the words after them`() {
    let text = SampleText([
      "Lund (1998: 45) holds that “a mill is a crowd that has learned to wait for its turn.” Two later "
        + "writers object that “waiting is precisely what crowds cannot learn” (Berg and Holm, 2001, p. 12)."
    ])
    #expect(text.quotations.map { $0.source?.year } == [1998, 2001])
    #expect(text.quotations.map { $0.source?.pages } == ["45", "12"])
  }

  @Test func `the records of a body have no author`() {
    let text = SampleText([
      "Delegate Parks spoke for an hour. “The convention is not yet an organization of the class.”^1",
      "^1 Proceedings, Second Convention of the Union (1906), p. 226.",
    ])
    #expect(text.references.map(\.source.authors) == [[]])
  }

  @Test func `in a review, words of its author without a note are of the reviewed work`() {
    let text = SampleText([
      "# A review of Anna Lund’s The Weavers",
      "Lund writes that “the mills were never theirs to give to anybody.”",
    ])
    #expect(text.quotations.first?.source?.title == "The Weavers")
    #expect(text.quotations.first?.basis == .inferred)
  }
}
