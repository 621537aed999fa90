// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing
import XapianStore

@testable import IndexSchema
@testable import PassageSearch

struct WordPlacesTests {
  /// The sequence that an index keeps of its first passage.
  private func sequence(_ text: String, title: String, section: [String]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var work = Sample.work("w", title: title, texts: [text])
    for index in work.passages.indices { work.passages[index].section = section }
    try Sample.index([work], at: folder.path)
    let snapshot = try LocalStore(path: folder.path).newest()
    let found = try snapshot.match(MatchPlan(.everything(weight: 0)), until: .none)
    return try snapshot.passages([found.candidates[0].key], withSequences: true)[0].sequence
  }

  @Test func `words are found by their stems in text, title and headings, far from each other`()
    throws
  {
    let bytes = try sequence(
      "Strikes are a weapon; a strike.", title: "The General Strike", section: ["Weapons", "A"])
    var places = WordPlaces([["strike"], ["weapon"], ["general"], ["absent"]])
    bytes.withUnsafeBytes { places.read($0) }
    #expect(places.length == 6)
    // The text has six words, then come the title and each heading, sixteen places on.
    #expect(places.places == [[0, 5, 24], [3, 41], [23], []])
  }

  @Test(arguments: ["revolución social", "revolucion social"])
  func `words stand together with and without their accents`(_ query: String) throws {
    let folder = try TemporaryFolder()
    let work = Sample.work("w", language: "es", texts: ["La revolución social vivirá."])
    try Sample.index([work], at: folder.path)
    var request = SearchRequest(query)
    request.explains = true
    let hit = try #require(try Searcher(path: folder.path).search(request).hits.first)
    #expect(hit.explanation.contains { $0.part == "words in order and near" })
  }

  @Test func `a sequence that is cut in the middle of a word, or empty, is read as far as it goes`()
  {
    var places = WordPlaces([["strike"]])
    let mark = Schema.mark(of: "strike")
    let bytes = [UInt8(mark & 0xFF), UInt8(mark >> 8), UInt8(mark & 0xFF)]
    bytes.withUnsafeBytes { places.read($0) }
    #expect(places.places == [[0]] && places.length == 1)
    places.read(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(places.places == [[]] && places.length == 0)
  }
}
