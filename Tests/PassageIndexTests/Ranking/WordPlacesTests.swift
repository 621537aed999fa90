// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus
import TestSupport
import Testing

@testable import PassageIndex

struct WordPlacesTests {
  /// The sequence that an index keeps of its first passage.
  private func sequence(_ text: String, title: String, section: [String]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var work = Sample.work("w", title: title, texts: [text])
    for index in work.passages.indices { work.passages[index].section = section }
    try Sample.index([work], at: folder.path)
    let snapshot = try Snapshot(IndexFolder(path: folder.path))
    var run = SearchRun(.term(Schema.document.prefix + Schema.passageDocument))
    run.limit = 1
    let document = try run.run(on: snapshot.database, until: .none).withItems { $0[0].document }
    let values = try snapshot.database.values(Schema.Slot.sequence, of: [document])
    return try values.map { (_, bytes) throws(IndexError) in Array(bytes) }[0]
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
    let mark = withBytes("strike") { cx_mark($0) }
    let bytes = [UInt8(mark & 0xFF), UInt8(mark >> 8), UInt8(mark & 0xFF)]
    bytes.withUnsafeBytes { places.read($0) }
    #expect(places.places == [[0]] && places.length == 1)
    places.read(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(places.places == [[]] && places.length == 0)
  }

  @Test func `values come in the order asked for, empty where there is none`() throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("w", texts: ["One.", "Two words.", "Three"])], at: folder.path)
    let snapshot = try Snapshot(IndexFolder(path: folder.path))
    let values = try snapshot.database.values(Schema.Slot.ordinal, of: [1_000, 3, 2, 4, 2])
    let counts = values.withItems { $0.map { ($0.document, $0.bytes.count > 0) } }
    #expect(counts.map(\.0) == [1_000, 3, 2, 4, 2])
    #expect(counts.map(\.1) == [false, true, true, false, true])
  }
}
