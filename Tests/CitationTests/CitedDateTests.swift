// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct CitedDateTests {
  private func date(_ printed: String) -> CitedDate? {
    var metadata = Metadata()
    metadata.printedYear = Attributed(printed, .stated, rule: "test")
    return CitedDate(metadata)
  }

  @Test(arguments: [
    ("c. 1920", "ca. 1920", "circa 1920", "ca. 1920"),
    ("1917-1921", "1917–21", "1917–1921", "1917–1921"),
    ("1920s", "1920s", "1920s", "1920s"), ("n. d.", "n.d.", "n.d.", "n.d."),
    ("[1899]", "[1899]", "[1899]", "[1899]"), ("1899?", "[1899?]", "[1899?]", "[1899?]"),
    ("1898-1903", "1898–1903", "1898–1903", "1898–1903"),
    ("before 1905", "before 1905", "before 1905", "before 1905"),
  ])
  func `each manual has its form of a date`(
    _ printed: String, _ chicago: String, _ mla: String, _ apa: String
  ) {
    #expect(date(printed)?.chicago == chicago)
    #expect(date(printed)?.mla == mla)
    #expect(date(printed)?.apa == apa)
  }

  @Test func `records say that a date is approximate`() {
    #expect(date("c. 1920")?.csl == "\"date-parts\": [[1920]], \"circa\": true")
    #expect(date("1917–21")?.csl == "\"date-parts\": [[1917], [1921]]")
    #expect(date("c. 1920")?.ris == "1920///ca. 1920")
    #expect(date("n.d.")?.field == nil)
  }

  @Test func `the release of an electronic text dates no reference`() {
    var work = CitedSample(title: "The Long Quay").work
    work.metadata.editionYear = Attributed(2014, .stated, rule: "gutenberg-header")
    work.metadata.form = Attributed(.book, .inferred, rule: "gutenberg-book")
    let facts = CitedFacts(work, CitedSample().passage)
    #expect(facts.chicagoNote.plain == "The Long Quay (n.d.), para. 31")
  }
}
