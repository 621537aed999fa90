// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
import IndexSchema
import PassageSearch
import TestSupport
import Testing

struct ReadingTests {
  private func searcher(_ folder: TemporaryFolder) throws -> Searcher {
    var long = Sample.work(
      "bread", title: "On Bread", author: "Ann Bee", year: 1902,
      texts: (1...90).map { $0 % 30 == 0 ? "The oven number \($0)." : "Bread number \($0)." })
    long.passages[0].section = ["One"]
    long.passages[0].openedHeadings = 1
    long.passages[60].section = ["Two"]
    long.passages[60].openedHeadings = 1
    long.passages[59].quotations = [
      Quotation(range: 0..<3, text: "The", speaker: "Carl Dee", basis: .stated)
    ]
    long.passages[59].references = [
      Reference(
        range: 0..<3, text: "The",
        source: NamedSource(authors: ["Dan Eff"], title: "On Roses", year: 1912), basis: .stated)
    ]
    let roses = Sample.work(
      "roses", title: "On Roses", author: "Dan Eff", year: 1912, texts: ["Hearts starve."])
    var copy = Sample.work(
      "roses-2", title: "On Roses", author: "Dan Eff", year: 1912, texts: ["Hearts starve."])
    copy.passages[0].quotations = [
      Quotation(range: 0..<6, text: "Hearts", speaker: "Carl Dee", basis: .inferred)
    ]
    try Sample.index([long, roses, copy], at: folder.path)
    return try Searcher(path: folder.path)
  }

  @Test func `a work has its headings and is divided`() throws {
    let folder = try TemporaryFolder()
    let work = try #require(try searcher(folder).dividedWork("bread"))
    #expect(work.contents.headings.map(\.title) == ["One", "Two"])
    #expect(work.chapters.map(\.ordinals) == [0..<60, 60..<90])
    #expect(work.chapterLabel(at: 75) == "p61")
    #expect(work.contents.quotations == 1)
    #expect(work.added > 1_700_000_000)
    #expect(try searcher(folder).dividedWork("none") == nil)
  }

  @Test func `matches in a work are in reading order, with the words to mark`() throws {
    let folder = try TemporaryFolder()
    let searcher = try searcher(folder)
    let passages = try searcher.passages(ofWork: "bread", ordinals: 0..<60)
    let found = try searcher.matches(
      of: SearchRequest("oven number"), inWork: "bread", marking: passages)
    #expect(found.places.map(\.label) == ["p30", "p60", "p90"])
    #expect(found.total == 3)
    #expect(found.marks["p30"] == [4..<8, 9..<15])
    #expect(found.marks["p1"] == [6..<12])
    // No passage has both words: the best of those that have one.
    let any = try searcher.matches(
      of: SearchRequest("oven roses"), inWork: "bread", marking: [])
    #expect(any.places.map(\.label) == ["p30", "p60", "p90"])
    let none = try searcher.matches(of: SearchRequest("zebra"), inWork: "bread", marking: [])
    #expect(none.places.isEmpty && none.total == 0)
  }

  @Test func `works are listed in short, and copies are recognised`() throws {
    let folder = try TemporaryFolder()
    let catalogue = try searcher(folder).catalogue()
    #expect(catalogue.entries.map(\.id) == ["bread", "roses", "roses-2"])
    #expect(catalogue.entries.map(\.sortName) == ["Bee, Ann", "Eff, Dan", "Eff, Dan"])
    #expect(catalogue.entries.map { catalogue.hasCopies($0) } == [false, true, true])
    #expect(catalogue.entries[0].chapters == 2)
  }

  @Test func `a person is quoted by works, and cited works are known with who cites them`() throws {
    let folder = try TemporaryFolder()
    let searcher = try searcher(folder)
    let person = try #require(try searcher.person(named: "Carl Dee"))
    let found = try searcher.quotations(of: person, offset: 0, limit: 10)
    #expect(found.quotations.map(\.passage.id) == ["bread/p60", "roses-2/p1"])
    #expect(found.passages == 2)
    #expect(found.works.map(\.value).sorted() == ["bread", "roses-2"])
    let one = try searcher.quotations(of: person, inWork: "bread", offset: 0, limit: 10)
    #expect(one.quotations.map(\.passage.id) == ["bread/p60"])
    #expect(try searcher.person(named: "Nobody") == nil)
    let cited = try searcher.citedWorks()
    #expect(cited.works.map(\.title) == ["On Roses"])
    #expect(cited.works[0].citing == ["bread": 1])
    #expect(cited.works[0].editions == [1912: 1])
  }

  @Test func `what is known of a work stays when others are added`() throws {
    let folder = try TemporaryFolder()
    let before = try #require(try searcher(folder).dividedWork("bread"))
    try Sample.index([Sample.work("new", texts: ["New words."])], at: folder.path)
    let after = try #require(try Searcher(path: folder.path).dividedWork("bread"))
    #expect(after.contents == before.contents)
    #expect(after.added == before.added)
  }
}
