// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import IndexSchema
import Testing
import Vocabularies

struct VocabularyTests {
  @Test func `files add up to a vocabulary`() throws {
    var vocabulary = Vocabulary()
    try vocabulary.add(yaml: "languages: {en: {stop_words: the of, endings: {ise: ize}}}")
    try vocabulary.add(yaml: "languages: {en: {stop_words: [and]}}\nsynonyms: [[CNT, A B]]")
    #expect(vocabulary.languages["en"]?.stopWords == ["the", "of", "and"])
    #expect(vocabulary.languages["en"]?.endings == [Vocabulary.Spelling(from: "ise", to: "ize")])
    #expect(vocabulary.synonyms == [["CNT", "A B"]])
  }

  @Test func `an unknown name is a fault with its line`() throws {
    var vocabulary = Vocabulary()
    let fault = try #require(throws: VocabularyFault.self) {
      try vocabulary.add(yaml: "synonyms: []\nsynonims: []")
    }
    #expect(fault.description.contains("Line 2"))
  }

  @Test func `the vocabulary of the repository can be read`() throws {
    let index =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/Index"
    var vocabulary = Vocabulary()
    for file in Vocabulary.files {
      let data = try #require(FileManager.default.contents(atPath: "\(index)/\(file)"))
      try vocabulary.add(yaml: String(decoding: data, as: UTF8.self))
    }
    let english = try #require(vocabulary.languages["en"])
    #expect(english.same.contains { $0.contains("anarchism") && $0.contains("anarchy") })
    #expect(vocabulary.synonyms.contains { $0.contains("CNT") })
  }
}
