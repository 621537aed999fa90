// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Citation

struct RecordListTests {
  private let sample = CitedSample(
    title: "Workers power", authors: ["Tom Bee"], year: 2005, pages: ("4", "5"))
  private let quotation = Quotation(
    range: 0..<4, text: "Text", source: NamedSource(title: "Carr", pages: "69"), basis: .stated)

  private func passage(_ label: String, page: String) -> Passage {
    var passage = sample.passage
    passage.label = label
    passage.pages = PageRange(first: page, last: page, isInferred: false)
    return passage
  }

  private func keys(_ list: RecordList) -> [Substring] {
    let text = list.text(style: .bibtex) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("@") }
      .map { $0.drop { $0 != "{" }.dropFirst().dropLast() }
  }

  @Test func `a source and place has one record, another place one with a key of its own`() {
    var list = RecordList()
    list.add(passage("p1", page: "4"), in: sample.work)
    list.add(passage("p2", page: "4"), in: sample.work)
    list.add(passage("p3", page: "7"), in: sample.work)
    #expect(keys(list) == ["bee-2005", "bee-2005-p3"])
  }

  @Test func `a passage kept by itself and with its quotation has one record`() {
    var list = RecordList()
    list.add(sample.passage, in: sample.work)
    list.add(quotation, number: 1, from: sample.passage, in: sample.work)
    list.add(quotation, number: 1, from: sample.passage, in: sample.work)
    #expect(keys(list) == ["bee-2005", "bee-2005-p31-q1"])
    var unknown = quotation
    unknown.source = nil
    unknown.speaker = "Ann Cee"
    list.add(unknown, number: 2, from: sample.passage, in: sample.work)
    #expect(list.text(style: .ris)?.contains("\nN1  - Quotes Ann Cee.\n") == true)
    #expect(keys(list).count == 2)
  }

  @Test func `keys that differ in case alone are told apart`() {
    var list = RecordList()
    for (id, title) in [("Bee", "A"), ("bee", "B"), ("bEE", "C")] {
      var other = sample
      other.title = title
      var work = other.work
      work.id = id
      var passage = other.passage
      passage.work = id
      list.add(passage, in: work)
      // The same id with other facts: a source of another library.
      work.metadata.year?.value = 1999
      list.add(passage, in: work)
    }
    let keys = keys(list).map { $0.lowercased() }
    #expect(keys.count == 6)
    #expect(Set(keys).count == 6)
  }

  @Test func `what was read, or has an address, has the date of access`() {
    var list = RecordList(accessed: AccessDate(year: 2026, month: 11, day: 5))
    list.add(quotation, number: 1, from: sample.passage, in: sample.work)
    let ris = list.text(style: .ris) ?? ""
    #expect(ris.split(separator: "\n").filter { $0 == "Y2  - 2026/11/05/" }.count == 1)
    #expect(ris.hasSuffix("Y2  - 2026/11/05/\nID  - bee-2005/p31\nER  - "))
    #expect(list.text(style: .bibtex)?.contains("urldate = {2026-11-05}") == true)
    #expect(
      list.text(style: .cslJSON)?.contains(#""accessed": {"date-parts": [[2026, 11, 5]]}"#) == true)
    #expect(list.text(style: .chicago) == nil)
  }
}
