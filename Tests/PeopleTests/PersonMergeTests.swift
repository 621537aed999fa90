// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import People

struct PersonMergeTests {
  /// The people in texts, each given as the names of its speakers.
  private func people(
    _ texts: [[String]], catalogued: [[String]] = []
  ) -> [[String]] {
    found(texts, catalogued: catalogued).map { $0.forms.map(\.text).sorted() }
      .sorted { $0[0] < $1[0] }
  }

  private func found(
    _ texts: [[String]], catalogued: [[String]] = []
  ) -> [LibraryPerson] {
    var gatherer = PeopleGatherer()
    for (index, names) in texts.enumerated() {
      gatherer.add(Self.names(names), of: "text-\(index)")
    }
    return gatherer.people(catalogued: catalogued)
  }

  private static func names(_ speakers: [String]) -> WorkNames {
    var names = WorkNames(of: work())
    for speaker in speakers {
      var passage = Passage(work: "w", label: "p1", kind: .body, text: "", ordinal: 0)
      passage.quotations = [
        Quotation(range: 0..<0, text: "", speaker: speaker, basis: .stated)
      ]
      names.add(passage)
    }
    return names
  }

  private static func work(_ people: [Person] = []) -> Work {
    var metadata = Metadata()
    metadata.people = people.map { Attributed($0, .stated, rule: "header") }
    return Work(
      id: "w", metadata: metadata, file: "", path: "", format: "", contentHash: "",
      extractorVersion: 0)
  }

  @Test func `forms of one name are one person's`() {
    #expect(
      people([["Peter Kropotkin", "Kropotkin, Peter"], ["P. A. Kropotkin"], ["Pierre Kropotkine"]])
        == [["Kropotkin, Peter", "P. A. Kropotkin", "Peter Kropotkin", "Pierre Kropotkine"]])
    #expect(
      people([["Daniel Guérin"], ["Daniel Guerin"], ["DANIEL GUERIN"]]).count == 1)
    #expect(people([["Пётр Кропоткин"], ["Pyotr Kropotkin"], ["П. Кропоткин"]]).count == 1)
    #expect(people([["Benjamin Tucker"], ["Benjamin R. Tucker"], ["Ben Tucker"]]).count == 1)
  }

  @Test func `initials are those of the only full name that they fit`() {
    #expect(people([["E. Goldman"], ["Emma Goldman"]]) == [["E. Goldman", "Emma Goldman"]])
    #expect(people([["E. Goldman"], ["Emma Goldman"], ["Eric Goldman"]]).count == 3)
    #expect(people([["J. K. Ingalls"], ["Joshua King Ingalls"]]).count == 1)
    // More initials than the full name has are another person's, but for patronymics.
    #expect(people([["A. S. Smith"], ["Adam Smith"]]).count == 2)
    #expect(people([["C. Osborne Ward"], ["Colin Ward"]]).count == 2)
    #expect(people([["J. Smith"], ["J. A. Smith"]]).count == 2)
  }

  @Test func `namesakes are not one person`() {
    #expect(people([["Karl Marx"], ["Groucho Marx"], ["Eleanor Marx"]]).count == 3)
    #expect(people([["Robert Owen"], ["Robert Dale Owen"]]).count == 2)
    #expect(people([["John A. Smith"], ["John B. Smith"], ["John Smith"]]).count == 3)
    #expect(people([["Pierre Martin"], ["Peter Martin"], ["Jane Martin"]]).count == 3)
    #expect(people([["Hans Meyer"], ["Hans Meier"]]).count == 2)
    #expect(people([["Martin King"], ["Martin King Jr."]]).count == 2)
    #expect(people([["Mr. Bennet"], ["Mrs. Bennet"], ["Jane Bennet"]]).count == 3)
  }

  @Test func `a family name alone is nobody's unless a text has it beside its only bearer`() {
    #expect(people([["Malatesta", "Errico Malatesta"]]).count == 1)
    #expect(people([["Malatesta"], ["Errico Malatesta"]]).count == 2)
    #expect(people([["Marx", "Karl Marx"], ["Groucho Marx"]]).count == 3)
    #expect(people([["Bennet", "Jane Bennet", "Mrs. Bennet"]]).count == 3)
    #expect(people([["Martin", "Paul Martin"]]).count == 2)
    #expect(people([["Simon"], ["St. Simon"]]).count == 2)
  }

  @Test func `the catalogue joins what nothing else could`() throws {
    let texts = [["Maurice Brinton"], ["Chris Pallis"], ["C. Pallis"]]
    let group = ["Maurice Brinton", "Chris Pallis", "M. Brinton"]
    let brinton = try #require(found(texts, catalogued: [group]).first)
    #expect(brinton.name == "Maurice Brinton")
    #expect(brinton.counts.speaker == 3)
    #expect(brinton.forms.map(\.text).sorted().count == 4)
    let pallis = try #require(brinton.forms.first { $0.text == "C. Pallis" })
    #expect(pallis.rule == .initials)
    #expect(pallis.like == "Chris Pallis")
    #expect(pallis.works == ["text-2"])
    // A group of which no text has a name is nobody's.
    #expect(found(texts, catalogued: [["Paul Cardan", "Cornelius Castoriadis"]]).count == 2)
  }

  @Test func `each other form says why it is the person's and by which form`() throws {
    let person = try #require(
      found([["Peter Kropotkin", "Peter Kropotkin"], ["Пётр Кропоткин"], ["PETER KROPOTKIN"]]).first
    )
    #expect(person.forms[0].rule == .preferred)
    #expect(Set(person.forms.dropFirst().map(\.rule)) == [.sameName, .givenName])
    #expect(person.forms[0].like == nil)
    #expect(person.forms.dropFirst().allSatisfy { $0.like != nil })
    #expect(!person.isSingleName)
  }

  @Test func `those who made a work are counted by what they did`() throws {
    let people = [
      Person(name: "Ann Bee", family: "Bee", given: "Ann", realName: "Anna Beeson"),
      Person(name: "Carl Dee", family: "Dee", given: "Carl", role: .editor),
      Person(name: "Eve Eff", family: "Eff", given: "Eve", role: .translator),
      Person(name: "Gil Aitch", family: "Aitch", given: "Gil", role: .contributor),
    ]
    var names = WorkNames(of: Self.work(people))
    var passage = Passage(work: "w", label: "p1", kind: .body, text: "", ordinal: 0)
    passage.references = [
      Reference(
        range: 0..<0, text: "", source: NamedSource(authors: ["A. Bee"], title: "On Bread"),
        via: [NamedSource(authors: ["Carl Dee"])], basis: .stated)
    ]
    names.add(passage)
    var gatherer = PeopleGatherer()
    gatherer.add(names, of: "w")
    let found = gatherer.people()
    let bee = try #require(found.first { $0.name == "Ann Bee" })
    #expect((bee.counts.author, bee.counts.cited) == (1, 1))
    #expect(bee.forms.map(\.text).sorted() == ["A. Bee", "Ann Bee", "Anna Beeson"])
    let dee = try #require(found.first { $0.name == "Carl Dee" })
    #expect((dee.counts.editor, dee.counts.cited) == (1, 1))
    #expect(found.map(\.name).sorted() == ["Ann Bee", "Carl Dee", "Eve Eff"])
  }

  @Test func `many names take no more than their share of time, and the rarest are forgotten`() {
    var gatherer = PeopleGatherer(most: 1_000)
    for work in 0..<40 {
      gatherer.add(
        Self.names((0..<500).map { "\(Self.word(work * 500 + $0)) Smith" } + ["Ann Bee"]),
        of: "\(work)")
    }
    let start = ContinuousClock.now
    let people = gatherer.people()
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(people.count <= 2_000)
    #expect(people.first?.name == "Ann Bee")
  }

  /// A name of letters for a number.
  private static func word(_ number: Int) -> String {
    "N"
      + String(number, radix: 16).map {
        String("abcdefghijklmnop".dropFirst($0.hexDigitValue ?? 0).prefix(1))
      }.joined()
  }
}
