// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import Testing

@testable import CitationLists

struct ListFormatTests {
  @Test func `formats are found by name and have a file name`() {
    #expect(ListFormat.all.map(\.name) == ["md", "docx", "ris", "bib", "csl"])
    #expect(
      ListFormat.all.map(\.fileName)
        == ["md", "docx", "ris", "bib", "json"].map { "pamphlet-kept.\($0)" })
    #expect(ListFormat(named: "docx")?.title == "Word document")
    #expect(ListFormat(named: "pdf") == nil)
  }

  private func text(
    _ name: String, _ items: [KeptItem], style: CitationStyle = .chicago
  ) throws
    -> String
  {
    let format = try #require(ListFormat(named: name))
    return String(
      decoding: format.bytes(of: try KeptSamples.list(items), style: style), as: UTF8.self)
  }

  @Test func `files of records have each source once, whatever the style`() throws {
    let items = [KeptSamples.item("One."), KeptSamples.item("Two.")]
    for name in ["ris", "bib", "csl"] {
      let text = try text(name, items)
      #expect(text.ranges(of: "Bread ").count == 1)
      #expect(text == (try self.text(name, items, style: .apa)))
    }
    #expect(try text("csl", []) == "[]\n")
  }

  @Test func `footnotes have the style asked for, Chicago for one of records`() throws {
    let items = [KeptSamples.item("One.")]
    #expect(try text("md", items, style: .mla).contains("[^1]: Bee, Tom. *Bread \\& Roses*. PM,"))
    #expect(try text("md", items, style: .ris) == (try text("md", items)))
  }

  @Test(arguments: [0, -1, 2, .min, .max])
  func `a quotation that is not there stands for the passage`(_ number: Int) {
    let passage = KeptSamples.passage(KeptSamples.book, "“So” she said.", quoting: "So")
    let item = KeptItem(passage, in: KeptSamples.book, quotation: number)
    #expect(item.number == nil)
    #expect(item.lines == ["“So” she said."])
  }

  @Test(arguments: [
    ("https://example.org/a b", "https://example.org/a%20b"),
    ("http://example.org:8080/é<>", "http://example.org:8080/%C3%A9%3C%3E"),
    ("javascript:alert(1)", nil), ("https://", nil), ("https://a b/", nil), ("HTTP//x", nil),
    ("https://us\"er@x/", nil), ("", nil),
  ])
  func `links lead to the web alone`(_ address: String, _ safe: String?) {
    #expect(address.safeAddress == safe)
  }
}
