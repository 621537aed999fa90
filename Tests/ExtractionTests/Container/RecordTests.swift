// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct RecordTests {
  @Test func `a record states its facts, whatever form they have`() {
    let line = """
      {"_id": 7, "title": "On Bread", "authors": [{"name": "Ann Bee"}, {"name": "Carl Dee"}],
       "year": "1920", "lang": "en", "url": "https://example.org/7",
       "text": "CHAPTER ONE\\n\\nBread is made by many hands.\\n\\nIt is eaten by few."}
      """
    let (text, format) = TextRecord.extract(Array(line.utf8), name: "x.jsonl:1", lineNumber: 1)
    #expect(format == .text)
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee", "Carl Dee"])
    #expect(text.metadata.year?.value == 1920)
    #expect(text.metadata.language?.value == "en")
    #expect(
      text.blocks.map(\.text) == [
        "CHAPTER ONE", "Bread is made by many hands.", "It is eaten by few.",
      ])
    #expect(text.ledger.isBalanced)
  }

  @Test(arguments: ["not JSON", "{}", "[1]", "{\"text\": [1]}", "{\"text\": null}", "\u{0}", "{"])
  func `what is no record is said to be none`(line: String) {
    let (text, _) = TextRecord.extract(Array(line.utf8), name: "x", lineNumber: 4)
    #expect(text.blocks.isEmpty)
    #expect(text.diagnostics.map(\.code) == ["unreadable-record"])
    #expect(text.diagnostics.first?.line == 4)
  }

  @Test func `passages with labels that are none, or twice, are not read`() {
    let lines = ["w/p1", "w/p1", "w/p 2", "w/\(String(repeating: "p", count: 99))", "w/n1"]
      .map {
        "{\"id\":\"\($0)\",\"kind\":\"body\",\"text\":\"Words.\",\"source\":{\"work\":\"w\"}}"
      }
    let records = PassageRecords(
      Array(lines.joined(separator: "\n").utf8), line: 10, fingerprint: { _ in 0 })
    #expect(records.passages.map(\.label) == ["p1", "n1"])
    #expect(records.diagnostics.map(\.line) == [11, 12, 13])
  }
}
