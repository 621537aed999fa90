// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import TestSupport
import Testing
import XapianStore

struct VocabularyTests {
  private static let vocabulary: Vocabulary = {
    var english = Vocabulary.Language()
    english.same = [
      ["anarchist", "anarchism", "anarchy"], ["makhno", "machno"], ["international"], ["internal"],
    ]
    english.endings = [Vocabulary.Spelling(from: "ise", to: "ize")]
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = english
    return vocabulary
  }()

  @Test func `an index carries its vocabulary and searches by it`() throws {
    let folder = try TemporaryFolder()
    let texts = ["Anarchy it is.", "Internal matters.", "They organized.", "Machno rode."]
    try Sample.index([Sample.work("w", texts: texts)], at: folder.path, vocabulary: Self.vocabulary)
    let searcher = try Searcher(path: folder.path)
    func labels(_ query: String) throws -> [String] {
      try searcher.search(SearchRequest(query)).hits.map(\.passage.label)
    }
    #expect(try searcher.vocabulary() == Self.vocabulary)
    #expect(try labels("anarchists") == ["p1"])
    #expect(try labels("international") == [])
    #expect(try labels("organise") == ["p3"])
    #expect(try labels("Makhno") == ["p4"])
    #expect(try searcher.search(SearchRequest("anarchism")).hits.first?.highlights == [0..<7])
    // One that is there keeps its own.
    #expect(try IndexWriter(path: folder.path).vocabulary == Self.vocabulary)
  }
}
