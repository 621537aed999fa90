// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import PassageSearch
import SearchAPI
import TestSupport
import Testing

struct PassageAnswerTests {
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
      PassageAnswer(hit, in: SearchRequest("bread")).json
        == [
          #"{"id":"bee-1902-on-bread/p1","kind":"body","score":1.5,"text":"Bread \"and\"\nroses.","highlights":[[0,5]],"#,
          #""snippet":[{"text":"Bread","match":true}],"source":{"work":"bee-1902-on-bread","title":"On Bread","subtitle":null,"#,
          #""authors":["Ann Bee"],"people":[{"name":"Ann Bee","family":"Bee","given":"Ann","real_name":null,"role":"author","basis":"stated"}],"#,
          #""year":null,"printed_year":null,"edition_year":null,"language":null,"collection":null,"form":null,"publisher":null,"place":null,"section":[],"#,
          #""pages":{"first":"1","last":"2","inferred":true},"paragraph":1,"note":null,"belongs_to":null,"#,
          #""file":"bee-1902-on-bread.txt","url":null,"rights":null,"line":1,"opened":0},"#,
          #""notes":[{"number":"1","offset":5,"text":"A note.","id":"bee-1902-on-bread/n1","printed":"!","basis":"inferred"}],"#,
          #""quotations":[{"range":[6,11],"text":"and","speaker":"Carl Dee","printed_speaker":null,"#,
          #""source":{"authors":["Carl Dee"],"title":"And","container":null,"editors":[],"#,
          #""volume":null,"issue":null,"pages":"3","division":null,"year":null,"work":null},"#,
          #""via":[{"authors":[],"title":"Or","container":null,"editors":[],"volume":null,"issue":null,"pages":null,"#,
          #""division":null,"year":null,"work":null}],"note":"1","basis":"stated","confidence":null,"evidence":[{"rule":"note-reference","range":[5,6]}]}],"#,
          #""citations":[],"citation":"Ann Bee, “On Bread” (n.d.), 1–2.","#,
          #""repairs":[],"fingerprint":"1"}"#,
        ].joined())
  }
}
