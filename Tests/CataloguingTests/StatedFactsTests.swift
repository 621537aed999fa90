// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

@testable import Cataloguing

struct StatedFactsTests {
  private func faults(_ values: [CatalogueFact: [String]]) -> [StatedFactFault] {
    var entry = CatalogueEntry()
    return StatedFacts(values: values).state(in: &entry)
  }

  @Test func `facts become an entry, with spaces and codes in their usual form`() {
    var entry = CatalogueEntry(origin: .edit)
    let facts = StatedFacts(
      values: [
        .title: [" On\n Bread "], .authors: ["Bee, Ann", "Carl Dee"], .year: ["1902"],
        .form: ["pamphlet"], .language: ["PT-br"], .url: ["https://bread.example/"],
      ], unknown: [.publisher], note: "from the\tcover")
    #expect(facts.state(in: &entry) == [])
    #expect(entry.title == "On Bread")
    #expect(entry.authors == ["Ann Bee", "Carl Dee"])
    #expect(entry.year == 1902)
    #expect(entry.form == .pamphlet)
    #expect(entry.language == "pt-BR")
    #expect(entry.unknown == [.publisher])
    #expect(entry.note == "from the cover")
  }

  @Test(arguments: [
    (CatalogueFact.title, " ", StatedFactFault.Reason.empty),
    (.rights, String(repeating: "x", count: 2_001), .tooLong),
    (.title, "a\u{1B}[1mb", .controlCharacters), (.authors, "a\u{202E}b", .controlCharacters),
    (.language, "english", .notALanguage("english", .malformed)),
    (.language, "qq", .notALanguage("qq", .unknown)),
    (.language, "eng", .notALanguage("eng", .replaced(by: "en"))),
    (.form, "pamflet", .notAForm("pamflet", near: "pamphlet")), (.url, "ftp://x", .notAnAddress),
  ])
  func `what cannot be true is refused with its field and the reason`(
    _ fact: CatalogueFact, _ value: String, _ reason: StatedFactFault.Reason
  ) {
    #expect(faults([fact: [value]]) == [StatedFactFault(.fact(fact), reason)])
  }

  @Test(arguments: ["", "0", "-5", "soon", "2999", "1902.5", "99999999999999999999"])
  func `a year is a number that a book can be dated with`(_ value: String) {
    for fact in [CatalogueFact.year, .editionYear] {
      guard case .notAYear(value, let years)? = faults([fact: [value]]).first?.reason else {
        Issue.record("\(value) is taken")
        return
      }
      #expect(years.lowerBound == 1 && years.upperBound > 2_024)
    }
  }

  @Test func `every fault is named, in the order of the facts`() {
    var entry = CatalogueEntry()
    let facts = StatedFacts(
      values: [.year: ["x"], .title: [""], .place: ["Paris"]], unknown: [.place, .title],
      note: "")
    #expect(
      facts.state(in: &entry).map(\.field)
        == [.fact(.title), .fact(.year), .note, .unknown, .fact(.place)])
  }

  @Test func `a fact that can be unknown has the name of its option`() throws {
    #expect(try StatedFacts.unknownFact(named: "edition-year") == .editionYear)
    #expect(
      throws: StatedFactFault(.unknown, .notOptional("yaer", near: "year"))
    ) { try StatedFacts.unknownFact(named: "yaer") }
    #expect(throws: StatedFactFault.self) { try StatedFacts.unknownFact(named: "title") }
  }

  @Test func `edits that an index does not have yet count as present, and only changes are stated`()
    throws
  {
    var metadata = Metadata()
    metadata.title = Attributed("On Bread", .stated, rule: "x")
    metadata.year = Attributed(1902, .stated, rule: "x")
    metadata.people = [Attributed(Person(parsing: "Ann Bee"), .stated, rule: "x")]
    var first = CatalogueEntry(origin: .edit)
    first.year = 1903
    first.unknown = [.authors]
    var second = CatalogueEntry(origin: .edit)
    second.people = [Person(parsing: "Carl Dee")]
    let present = StatedFacts(of: metadata, after: [first, second])
    #expect(
      present
        == StatedFacts(values: [
          .title: ["On Bread"], .year: ["1903"], .authors: ["Carl Dee"],
        ]))
    let typed = StatedFacts(
      values: [.title: [" On  Bread"], .year: ["1904"], .authors: ["Carl Dee"]],
      unknown: [.place], note: "why")
    #expect(
      typed.changes(from: present)
        == StatedFacts(values: [.year: ["1904"]], unknown: [.place], note: "why"))
  }
}
