// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import IndexSchema

struct StemFormsTests {
  private static let vocabulary: Vocabulary = {
    var english = Vocabulary.Language()
    english.same = [
      ["anarchist", "anarchism", "anarchy"], ["makhno", "machno"], ["international"], ["internal"],
    ]
    english.endings = [
      Vocabulary.Spelling(from: "ise", to: "ize"), Vocabulary.Spelling(from: "ism", to: "ist"),
    ]
    english.beginnings = [Vocabulary.Spelling(from: "labour", to: "labor")]
    english.kept = ["promis"]
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = english
    return vocabulary
  }()

  @Test(arguments: [
    ("anarchy", "anarchist", true), ("anarchists", "anarchist", true),
    ("machno's", "makhno", true), ("international", "international", true),
    ("organise", "organize", false), ("labourer", "laborer", false), ("marxism", "marxist", false),
  ])
  func `words are taken for what the vocabulary says`(
    word: String, text: String, isStem: Bool
  ) throws {
    let form = try #require(StemForms(Self.vocabulary, stemmer: "en").form(of: word))
    #expect(form == StemForm(text: text, isStem: isStem))
  }

  @Test(arguments: ["promise", "rise", "soviet", "ism"])
  func `other words are left to the stemmer`(word: String) {
    #expect(StemForms(Self.vocabulary, stemmer: "en").form(of: word) == nil)
    #expect(StemForms(Self.vocabulary, stemmer: "fr").form(of: "anarchy") == nil)
  }
}
