// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import IndexSchema
@testable import PassageSearch

struct HighlighterTests {
  private static let text =
    "The Factory-Committees met; then committees of the factory, and later the general strike. A "
    + "long way off stood a strike that was not general but Kropotkin’s."

  /// The words that are marked, as they stand.
  private func marked(_ query: String) throws -> [String] {
    let folder = try indexOfOnePassage(Self.text)
    let hits = try Searcher(path: folder.path).search(SearchRequest(query)).hits
    let scalars = Array(Self.text.unicodeScalars)
    return hits.flatMap(\.highlights).map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
  }

  @Test(arguments: [
    ("\"factory committees\"", ["Factory-Committees"]),
    ("committee", ["Committees", "committees"]),
    ("=factory", ["Factory", "factory"]),
    ("comm*ees", ["Committees", "committees"]),
    ("kropotkins~", ["Kropotkin’s"]),
    ("general NEAR/1 strikes", ["general", "strike"]),
    ("strike ADJ/4 general", ["strike", "general"]),
    ("general ADJ strike", ["general", "strike"]),
    ("\"committees factory\"~2", ["committees", "factory"]),
    ("met -soviet", ["met"]), ("met OR (way AND off)", ["met", "way", "off"]),
    ("+met text:later", ["met", "later"]), ("author:ann", []),
  ])
  func `what a part of the query matches is marked`(_ query: String, _ words: [String]) throws {
    #expect(try marked(query) == words)
  }

  @Test(arguments: [
    ("cooperative", "A co-operative met.", ["co-operative"]),
    ("co-operative", "A cooperative met.", ["cooperative"]),
    ("CNT", "The National Confederation met.", ["National Confederation"]),
    ("skeptic", "A sceptical word.", ["sceptical"]),
    ("the sceptics", "The sceptic.", ["sceptic"]),
  ])
  func `what is found otherwise than typed is marked`(
    _ query: String, _ text: String, _ words: [String]
  ) throws {
    var vocabulary = Vocabulary()
    vocabulary.synonyms = [["CNT", "National Confederation"]]
    vocabulary.languages["en"] = Vocabulary.Language()
    vocabulary.languages["en"]?.beginnings = [Vocabulary.Spelling(from: "sceptic", to: "skeptic")]
    vocabulary.languages["en"]?.stopWords = ["the"]
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("w", texts: [text])], at: folder.path, vocabulary: vocabulary)
    let hit = try #require(try Searcher(path: folder.path).search(SearchRequest(query)).hits.first)
    let scalars = Array(text.unicodeScalars)
    let marked = hit.highlights.map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    #expect(marked == words)
  }

  @Test(arguments: ["revolucion", "revolución", "revoluciones", "vivirá"])
  func `accents hide nothing from the marks`(_ query: String) throws {
    let folder = try TemporaryFolder()
    var work = Sample.work("es", texts: ["La revolución vivirá."])
    for index in work.passages.indices { work.passages[index].language = "es" }
    try Sample.index([work], at: folder.path)
    let hit = try #require(try Searcher(path: folder.path).search(SearchRequest(query)).hits.first)
    #expect(hit.highlights.count == 1)
  }

  @Test func `a snippet shows the phrase rather than its words elsewhere`() throws {
    let filler = String(repeating: "A general word about a strike stands here. ", count: 20)
    let text = filler + "Then came the general strike at last. " + filler
    let folder = try indexOfOnePassage(text)
    var request = SearchRequest("\"the general strike\" word")
    request.snippetLength = 80
    let snippet = try Searcher(path: folder.path).search(request).hits[0].snippet
    #expect(snippet.contains(SnippetPart(text: "the general strike", match: true)))
  }
}
