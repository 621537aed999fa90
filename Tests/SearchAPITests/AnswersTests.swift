// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import QueryLanguage
import PassageSearch
import TestSupport
import Testing

@testable import SearchAPI

struct AnswersTests {
  @Test func `a passage has every member of the contract, in its order, unknowns as null`() {
    var (work, passages) = Sample.work(
      "bee-1902-on-bread", title: "On Bread", author: "Ann Bee", year: nil,
      texts: ["Bread \"and\"\nroses."])
    work.metadata.language = nil
    passages[0].notes = [
      AttachedNote(
        number: "1", offset: 5, text: "A note.", label: "n1", printed: "!", basis: .inferred)
    ]
    passages[0].quotations = [
      Quotation(
        range: 6..<11, text: "and", speaker: "Carl Dee",
        source: NamedSource(authors: ["Carl Dee"], title: "And", pages: "3"),
        via: [NamedSource(title: "Or")], note: "1", basis: .stated,
        evidence: [Evidence(rule: "note-reference", range: 5..<6)])
    ]
    let hit = Hit(
      passage: passages[0], work: work, score: 1.5, highlights: [0..<5],
      snippet: [SnippetPart(text: "Bread", match: true)])
    #expect(
      passageJSON(passages[0], of: work, hit: hit)
        == [
          #"{"id":"bee-1902-on-bread/p1","kind":"body","score":1.5,"text":"Bread \"and\"\nroses.","highlights":[[0,5]],"#,
          #""snippet":[{"text":"Bread","match":true}],"source":{"work":"bee-1902-on-bread","title":"On Bread","subtitle":null,"#,
          #""authors":["Ann Bee"],"people":[{"name":"Ann Bee","family":"Bee","given":"Ann","real_name":null,"role":"author","basis":"stated"}],"#,
          #""year":null,"edition_year":null,"language":null,"collection":null,"publisher":null,"place":null,"section":[],"#,
          #""pages":{"first":"1","last":"2","inferred":true},"paragraph":1,"note":null,"belongs_to":null,"#,
          #""file":"bee-1902-on-bread.txt","url":null,"rights":null},"#,
          #""notes":[{"number":"1","offset":5,"text":"A note.","id":"bee-1902-on-bread/n1","printed":"!","basis":"inferred"}],"#,
          #""quotations":[{"range":[6,11],"text":"and","speaker":"Carl Dee","printed_speaker":null,"#,
          #""source":{"authors":["Carl Dee"],"title":"And","container":null,"editors":[],"#,
          #""volume":null,"issue":null,"pages":"3","division":null,"year":null,"work":null},"#,
          #""via":[{"authors":[],"title":"Or","container":null,"editors":[],"volume":null,"issue":null,"pages":null,"#,
          #""division":null,"year":null,"work":null}],"note":"1","basis":"stated","evidence":[{"rule":"note-reference","range":[5,6]}]}],"#,
          #""citations":[],"citation":"Ann Bee, “On Bread” (n.d.), 1–2."}"#,
        ].joined())
  }

  @Test(arguments: [
    (0.0, "0"), (11.82, "11.82"), (-0.5, "-0.5"), (1e20, "null"), (.nan, "null"), (0.00004, "0"),
    (2.0, "2"),
  ])
  func `numbers are short`(_ value: Double, _ json: String) {
    var writer = JSONWriter()
    writer.number(value)
    #expect(writer.text == json)
  }

  @Test func `control characters are escaped`() {
    var writer = JSONWriter()
    writer.string("a\u{1}\t\\é\u{1F}")
    #expect(writer.text == #""a\u0001\t\\é\u001f""#)
  }

  @Test func `the parameters of a search are read`() throws {
    let request = try SearchRequest(parameters: [
      ("q", "a b"), ("limit", "5"), ("author", "Bee"), ("author", "Dee"), ("facets", "author,year"),
      ("group", "work"),
    ])
    #expect(request.query == "a b")
    #expect(request.limit == 5)
    #expect(
      request.filters == [
        Filter(field: "author", value: "Bee"), Filter(field: "author", value: "Dee"),
      ])
    #expect(request.facets == ["author", "year"])
    #expect(request.groupByWork)
    #expect(
      searchPath(request, offset: 5)
        == "/v1/search?q=a%20b&limit=5&offset=5&author=Bee&author=Dee&facets=author,year&group=work"
    )
  }

  @Test(arguments: [
    ("limit", "101"), ("limit", "-1"), ("limit", "x"), ("offset", "1001"), ("group", "author"),
    ("nonsense", "1"),
    ("limit", "٣"), ("snippet", "1"),
  ])
  func `a parameter out of bounds is an error that names it`(_ name: String, _ value: String) {
    let error = #expect(throws: IndexError.self) { try SearchRequest(parameters: [(name, value)]) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains(name) == true)
  }
}
