// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TestSupport
import Testing

@testable import IndexSchema
@testable import PassageSearch
@testable import QueryLanguage

struct RankingTests {
  private func search(
    _ query: String, _ texts: [String], title: String = "A Work", vocabulary: Vocabulary = .init()
  ) throws -> SearchResults {
    let folder = try TemporaryFolder()
    try Sample.index(
      [Sample.work("w", title: title, texts: texts)], at: folder.path, vocabulary: vocabulary)
    return try Searcher(path: folder.path).search(SearchRequest(query))
  }

  private func labels(_ results: SearchResults) -> [String] { results.hits.map(\.passage.label) }

  @Test func `words in the order of the query come before the same words apart`() throws {
    let results = try search(
      "general strike",
      [
        "A general said that no strike, however long it lasts, is of any use to him at all.",
        "It was a general strike, and however long it lasted it was of use to them all.",
      ])
    #expect(labels(results) == ["p2", "p1"])
  }

  @Test func `words of the title find passages, before none`() throws {
    let results = try search("pamphleteer", ["One thing.", "Another."], title: "The Pamphleteer")
    #expect(results.total == 2)
  }

  @Test func `a table of contents comes behind what it lists, and is found`() throws {
    let folder = try TemporaryFolder()
    var work = Sample.work(
      "w",
      texts: [
        "Factory committees. Who made factory committees? Did factory committees plan?",
        "In the spring of that year the factory committees met, and they planned what to make.",
      ] + (0..<20).map { "Of the year \($0) nothing is told here that would be worth the telling." }
    )
    work.passages[0].isContents = true
    try Sample.index([work], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    #expect(labels(try searcher.search(SearchRequest("factory committees"))) == ["p2", "p1"])
    #expect(labels(try searcher.search(SearchRequest("\"who made factory\""))) == ["p1"])
    #expect(try searcher.passages(ofWork: "w", ordinals: 0..<2).map(\.isContents) == [true, false])
  }

  @Test func `a compound is found by either spelling`() throws {
    let texts = ["They speak of self-management.", "They speak of selfmanagement.", "They speak."]
    #expect(labels(try search("selfmanagement", texts)).sorted() == ["p1", "p2"])
    #expect(labels(try search("self-management", texts)).sorted() == ["p1", "p2"])
  }

  @Test func `stop words neither find by themselves nor are lost where there is nothing else`()
    throws
  {
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = Vocabulary.Language()
    vocabulary.languages["en"]?.stopWords = ["to", "be", "or", "not", "the"]
    let texts = ["To be or not to be.", "The bees are not at home."]
    #expect(labels(try search("the bees", texts, vocabulary: vocabulary)) == ["p2"])
    #expect(labels(try search("to be or not", texts, vocabulary: vocabulary)).first == "p1")
  }

  @Test func `what stands around a need counts less than what is needed`() throws {
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = Vocabulary.Language()
    vocabulary.languages["en"]?.stopPhrases = ["i am interested in articles about"]
    let texts = [
      "I am interested, and articles, I am told, are written about me.", "Bees and hives.",
      "Articles that I am not interested in.",
    ]
    let found = labels(
      try search("I am interested in articles about bees", texts, vocabulary: vocabulary))
    #expect(found == ["p2"])
    #expect(labels(try search("articles about bees", texts, vocabulary: vocabulary)).count == 3)
  }

  @Test func `the thesaurus finds what is named otherwise`() throws {
    var vocabulary = Vocabulary()
    vocabulary.synonyms = [["CNT", "National Confederation of Labour"]]
    vocabulary.related = [["joblessness", "unemployment"]]
    let texts = [
      "The National Confederation of Labour met.", "The CNT met.", "Unemployment rose.",
    ]
    #expect(labels(try search("CNT", texts, vocabulary: vocabulary)).sorted() == ["p1", "p2"])
    #expect(
      labels(try search("national confederation of labour", texts, vocabulary: vocabulary)).sorted()
        == ["p1", "p2"])
    #expect(labels(try search("joblessness", texts, vocabulary: vocabulary)) == ["p3"])
    let warning = try #require(
      try search("a CNT", texts, vocabulary: vocabulary).query.warnings.first)
    #expect(warning.code == "synonyms" && warning.position == 2..<5)
    #expect(
      warning.message
        == "“cnt” also finds “national confederation of labour”; =cnt does not.")
  }

  @Test func `a misspelt word is searched as corrected, and that is said`() throws {
    let results = try search("krondstat rising", ["Kronstadt rose.", "The rising of the sun."])
    #expect(labels(results).sorted() == ["p1", "p2"])
    #expect(results.query.suggestion == "kronstadt rising")
    #expect(results.query.warnings.map(\.code) == ["corrected-spelling"])
    #expect(results.query.warnings.first?.position == 0..<9)
  }

  @Test func `operators know the vocabulary's stems`() throws {
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = Vocabulary.Language()
    vocabulary.languages["en"]?.same = [["makhno", "machno"], ["anarchist", "anarchy"]]
    let texts = ["Machno rode far.", "Anarchy sat, and machno rode.", "Far off they rode."]
    func found(_ query: String) throws -> [String] {
      labels(try search(query, texts, vocabulary: vocabulary)).sorted()
    }
    #expect(try found("makhno NEAR/2 rode") == ["p1", "p2"])
    #expect(try found("rode -makhno") == ["p3"])
    #expect(try found("+makhno anarchists") == ["p1", "p2"])
    #expect(try found("makhno AND anarchists") == ["p2"])
    #expect(try found("mach* AND far") == ["p1"])
  }

  @Test func `a stem is no form of the words that are spelled to begin as it does`() throws {
    var vocabulary = Vocabulary()
    vocabulary.languages["en"] = Vocabulary.Language()
    vocabulary.languages["en"]?.beginnings = [Vocabulary.Spelling(from: "colour", to: "color")]
    let texts = ["The col rose far.", "The colour rose far."]
    #expect(labels(try search("col NEAR/2 rose", texts, vocabulary: vocabulary)) == ["p1"])
    #expect(labels(try search("color NEAR/2 rose", texts, vocabulary: vocabulary)) == ["p2"])
  }

  @Test func `words of the title find passages and exclude none`() throws {
    let texts = ["They rode.", "They sat."]
    #expect(labels(try search("rode -pamphleteer", texts, title: "The Pamphleteer")) == ["p1"])
    #expect(labels(try search("rode AND pamphleteer", texts, title: "The Pamphleteer")) == ["p1"])
  }

  @Test func `a misspelt word beside operators is corrected too`() throws {
    let results = try search(
      "krondstat AND rising", ["The rising of Kronstadt.", "The rising of the sun."])
    #expect(labels(results) == ["p1"])
    #expect(results.query.warnings.map(\.code) == ["corrected-spelling"])
  }

  @Test func `pages of a search that is ranked again fit together`() throws {
    let folder = try TemporaryFolder()
    let texts = (0..<350).map { "The general \($0) went on strike \($0 % 7) times." }
    try Sample.index([Sample.work("w", texts: texts)], at: folder.path)
    let searcher = try Searcher(path: folder.path)
    let all = try searcher.ranked(SearchRequest("general strike"), depth: 350).map(\.passage.label)
    var paged: [String] = []
    for offset in stride(from: 0, to: 350, by: 70) {
      let request = SearchRequest("general strike", offset: offset, limit: 70)
      paged += labels(try searcher.search(request))
    }
    #expect(paged == all)
    #expect(Set(all).count == 350)
  }
}
