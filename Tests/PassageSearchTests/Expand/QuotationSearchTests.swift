// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import PassageSearch
@testable import QueryLanguage

struct QuotationSearchTests {
  private static let printed =
    "The factory committees were in every case the first to take over the workshops, and for a "
    + "whole year nobody but the workers themselves decided what was made there."

  private func search(_ query: String) throws -> SearchResults {
    let folder = try TemporaryFolder()
    let others = (0..<30).map {
      "Paragraph \($0) says that the workers were in a factory in some year."
    }
    try Sample.index(
      [Sample.work("book", texts: ["Before it. " + Self.printed + " After it."] + others)],
      at: folder.path)
    return try Searcher(path: folder.path).search(SearchRequest(query))
  }

  @Test func `a quotation as it is printed is found word for word`() throws {
    let hit = try #require(try search("“\(Self.printed)”").hits.first)
    #expect(hit.passage.id == "book/p1")
    #expect(hit.quotation?.similarity == 1)
    #expect(hit.quotation?.differences == [])
    #expect(hit.highlights == [11..<(11 + Self.printed.unicodeScalars.count - 1)])
  }

  @Test func `a quotation with slips is found, and the slips are shown`() throws {
    let asked =
      "the factory comittees were in each case the first to take over workshops, and for a whole "
      + "year nobody but the workers decided what was made there today"
    let results = try search("\"\(asked)\"")
    #expect(results.total == 1)
    let match = try #require(results.hits.first?.quotation)
    #expect(match.similarity > 0.7 && match.similarity < 1)
    #expect(
      match.differences.map { "\($0.found)/\($0.asked)" }
        == ["committees/comittees", "every/each", "the/", "themselves/", "After/today"])
    let scalars = Array("\"\(asked)\"".unicodeScalars)
    for difference in match.differences where !difference.asked.isEmpty {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[difference.position])
      #expect(String(view) == difference.asked)
    }
  }

  @Test func `pasted words without marks put the quotation first, other passages behind it`() throws
  {
    let results = try search(Self.printed.replacing("every", with: "each"))
    #expect(results.query.warnings.map(\.code) == ["quotation"])
    #expect(results.hits.first?.passage.id == "book/p1")
    #expect(results.hits.first?.quotation?.differences.map(\.found) == ["every"])
    #expect(results.total > 1)
    #expect(results.hits.dropFirst().allSatisfy { $0.quotation == nil })
  }

  @Test(arguments: [
    ("nobody but the workmen themselves settled what was made there", "book/p1"),
    ("in some year the first workers decided to take over the factory", nil),
    ("what was made in the workshops by the workers and committees?", nil),
    ("to take over the workshops", nil),
  ])
  func `a short quotation comes first where nearly all of it stands in a row`(
    _ query: String, _ id: String?
  ) throws {
    let results = try search(query)
    #expect(results.hits.first { $0.quotation != nil }?.passage.id == id)
    if id != nil { #expect(results.hits.first?.passage.id == id) }
    #expect(results.query.warnings.map(\.code).contains("quotation") == (id != nil))
  }

  @Test func `the first and the last words may differ too`() throws {
    let asked = "A factory committees were in every case the first to take over the workshop"
    let match = try #require(try search(asked).hits.first?.quotation)
    #expect(
      match.differences.map { "\($0.found)/\($0.asked)" } == ["The/a", "workshops/workshop"])
  }

  @Test func `corrected spelling is a difference, filters hold for quotations`() throws {
    let results = try search("the factory comittees were in every case the first to take over")
    #expect(results.hits.first?.quotation?.differences.map(\.asked) == ["comittees"])
    #expect(results.query.suggestion?.contains("committees") == true)
    let folder = try TemporaryFolder()
    try Sample.index(
      [Sample.work("one", texts: [Self.printed]), Sample.work("two", texts: [Self.printed])],
      at: folder.path)
    let found = try Searcher(path: folder.path).search(
      SearchRequest(Self.printed, filters: [Filter(field: "work", value: "two")]))
    #expect(found.hits.map(\.passage.work) == ["two"])
    #expect(found.hits.first?.quotation?.passage == "two/p1")
  }

  @Test func `the explanation says what the quotation counts`() throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("book", texts: [Self.printed, "Workers."])], at: folder.path)
    var request = SearchRequest(Self.printed)
    request.explains = true
    let hit = try #require(try Searcher(path: folder.path).search(request).hits.first)
    let names = hit.explanation.map(\.part)
    #expect(names.first == "the quotation")
    #expect(names.contains("committees") && names.contains("words in order and near"))
  }

  @Test func `a phrase that is nowhere word for word is looked for tolerantly, a short one not`()
    throws
  {
    let results = try search("\"the first to take over all the workshops and\"")
    #expect(results.query.warnings.map(\.code) == ["not-verbatim"])
    #expect(results.hits.map(\.passage.id) == ["book/p1"])
    #expect(results.hits.first?.quotation?.differences.map(\.asked) == ["all"])
    #expect(try search("\"take over all the workshops\"").hits.isEmpty)
    #expect(try search("\"nothing of this is anywhere in the whole index\"").hits.isEmpty)
  }

  @Test(arguments: [
    ("a b c", "x a b c y", "0:1 1:2 2:3"), ("a b c d", "a b x c d", "0:0 1:1 2:3 3:4"),
    ("a b c d", "a b d", "0:0 1:1 3:2"), ("a b", "c d", ""), ("", "a", ""), ("a", "", ""),
    ("a b c d e", "e x x x x x x x a b c d", "0:8 1:9 2:10 3:11"),
  ])
  func `words are aligned`(_ asked: String, _ found: String, _ pairs: String) {
    let alignment = WordAlignment(
      of: asked.split(separator: " ").map(String.init),
      with: found.split(separator: " ").map(String.init))
    #expect(
      alignment.pairs.map { "\($0.asked):\($0.found)" }.joined(separator: " ") == pairs)
  }

  @Test func `the same words in two forms of a phrase are each looked for by themselves`() throws {
    let folder = try TemporaryFolder()
    let text = "Organised labour and the committees of the whole town met there."
    try Sample.index([Sample.work("town", texts: [text])], at: folder.path)
    let phrase = "\"organized labor and the committees of the whole town\""
    let results = try Searcher(path: folder.path)
      .search(SearchRequest("\(phrase) OR \(phrase)~"))
    #expect(results.total == 1)
    let warnings = results.query.warnings.filter { $0.code == "not-verbatim" }
    #expect(warnings.map { $0.position?.lowerBound ?? -1 < phrase.count } == [true])
  }
}
