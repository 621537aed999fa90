// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import Testing

@testable import Answers

struct RoundTripTests {
  /// A passage with a value in every member.
  private static var full: PassageAnswer {
    let source = NamedSource(
      authors: ["Carl Dee"], title: "And", container: "Or", editors: ["Eve Eff"], volume: "II",
      issue: "3", pages: "4–5", division: "Section 6", year: 1901, work: "dee-1901-and")
    var metadata = Metadata()
    metadata.title = Attributed(
      "On Bread", .inferred, rule: "first-line", evidence: "ON BREAD", line: 3)
    metadata.subtitle = Attributed("A Play", .stated, rule: "second-line", line: 4)
    metadata.people = [
      Attributed(
        Person(name: "Ann Bee", family: "Bee", given: "Ann", realName: "Anna Beeson"), .inferred,
        rule: "byline", evidence: "by A. Bee", line: 5),
      Attributed(
        Person(name: "The League", family: nil, given: nil, role: .editor), .stated, rule: "header"),
    ]
    metadata.year = Attributed(1902, .inferred, rule: "title-page", evidence: "MCMII", line: 6)
    metadata.editionYear = Attributed(1910, .stated, rule: "imprint")
    metadata.language = Attributed("en", .inferred, rule: "detected")
    metadata.collection = Attributed("Plays", .stated, rule: "folder")
    metadata.publisher = Attributed("Gee", .stated, rule: "imprint", evidence: "Gee & Co.")
    metadata.place = Attributed("Leeds", .stated, rule: "imprint")
    metadata.url = Attributed("https://example.org/bread#top", .stated, rule: "header")
    metadata.rights = Attributed("None", .stated, rule: "header", evidence: "no rights")
    metadata.others = [OtherFact(name: "topics", value: "bread")]
    var work = Work(
      id: "bee-1902-on-bread", metadata: metadata, file: "texts/bread.html", path: "",
      format: "html",
      contentHash: "", extractorVersion: 0, passageCount: 9, wordCount: 100, pageCount: 4)
    work.ledger = Ledger(
      source: 100, text: 80, metadata: 10,
      omissions: [Ledger.Omission(rule: "navigation", count: 7, sample: "Home", text: "")],
      removed: 4,
      added: 1)
    work.retired = [
      RetiredPassage(label: "p7", fingerprint: .max, movedTo: "p8"),
      RetiredPassage(label: "p9", fingerprint: 0, movedTo: nil),
    ]
    work.formerIDs = ["beeson-1902-on-bread"]
    var passage = Passage(
      work: work.id, label: "p3.2", kind: .verse, text: "Bread \"and\"\nroses.", ordinal: 0,
      section: ["One", "Two"], openedHeadings: 2,
      pages: PageRange(first: "iv", last: "5", isInferred: true), paragraph: 3, note: "1",
      belongsTo: "p2", language: "fr", anchor: "b", line: 17, fingerprint: 0xFEED)
    passage.isContents = true
    passage.notes = [
      AttachedNote(
        number: "6", offset: 4, text: "A note.", label: "n6-2", printed: "®", basis: .inferred)
    ]
    passage.quotations = [
      Quotation(
        range: 6..<11, text: "and", speaker: "Carl Dee", printedSpeaker: "he", source: source,
        via: [NamedSource(title: "Nor")], note: "6", basis: .stated, confidence: 0.97,
        evidence: [
          Evidence(rule: "note-reference", range: 5..<6),
          Evidence(rule: "cue-before", range: 900..<905, passage: "p1"),
        ])
    ]
    passage.references = [
      Reference(
        range: 0..<5, text: "Bread", source: source, via: [source], basis: .inferred,
        confidence: 0.5, evidence: [Evidence(rule: "op-cit", range: 0..<2)],
        conflict: "1901 and 1902")
    ]
    passage.repairs = [Repair(range: 3..<4, printed: "-\n", rule: "hyphen")]
    return PassageAnswer(passage, of: work, carriesWork: true)
  }

  @Test func `a passage comes back with all that it and its work hold`() throws {
    let full = Self.full
    let back = try PassageAnswer.read(try JSONValue(parsing: full.json.utf8))
    #expect(back.passage == full.passage)
    #expect(back.work == full.work)
    #expect(back.json == full.json)
  }

  @Test(arguments: [
    ("0.914", "0.91"), ("0.999", "1"), ("0", "0"), ("1", "1"), ("1.01", "null"), ("-1", "null"),
    ("null", "null"),
  ])
  func `a probability has two decimals, and what is none is unknown`(
    _ given: String, _ shown: String
  ) throws {
    let json = #"{"range":[0,1],"text":"x","basis":"inferred","confidence":\#(given)}"#
    let quotation = try Quotation.read(try JSONValue(parsing: json.utf8))
    #expect(quotation.json.contains(#""basis":"inferred","confidence":\#(shown),"evidence""#))
    #expect(try Quotation.read(try JSONValue(parsing: quotation.json.utf8)).json == quotation.json)
  }

  @Test func `an export of the first versions is read`() throws {
    let line = #"""
      {"id":"bee/p1","kind":"body","text":"He said “bread”.","source":{"work":"bee","title":"On Bread",
      "authors":["Ann Bee"],"year":1902,"url":"https://example.org/bread#a","section":null},
      "notes":[{"number":"6","offset":null,"text":"A note."}],"later":[{"unknown":1}]}
      """#
    let answer = try PassageAnswer.read(try JSONValue(parsing: line.utf8))
    #expect(answer.passage.anchor == "a")
    #expect(answer.work.metadata.url?.value == "https://example.org/bread")
    #expect(answer.work.metadata.people.map(\.value.family) == ["Bee"])
    #expect(answer.passage.notes.map(\.label) == ["n6"])
    #expect(!answer.carriesWork)
  }

  @Test(arguments: [
    ("{}", "“id” is missing."), (#"{"id":1}"#, "“id” has the wrong type."),
    (#"{"id":"w/p1","kind":"body","text":"x"}"#, "“source” is missing."),
    (#"{"id":"w/p1","kind":"body","text":"x","source":{}}"#, "“source.work” is missing."),
    (
      #"{"id":"w/p1","kind":"none","text":"x","source":{"work":"w"}}"#, "“kind” has the wrong type."
    ),
  ])
  func `what cannot be read is named`(_ json: String, _ message: String) {
    let error = #expect(throws: JSONMismatch.self) {
      try PassageAnswer.read(try JSONValue(parsing: json.utf8))
    }
    #expect(error?.description == message)
  }
}
