// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct WordingTests {
  @Test func `each language has every sentence, with the values of the English one`() {
    #expect(Wording.all.map(\.language).sorted() == ["de", "en", "fr"])
    for wording in Wording.all {
      let keys = Set(
        Sentence.allCases.map(\.rawValue)
          + Counted.allCases.flatMap { ["\($0.rawValue).one", "\($0.rawValue).other"] })
      #expect(keys.subtracting(wording.keys) == [], "\(wording.language)")
      for sentence in Sentence.allCases {
        let values = ["\u{1}", "\u{2}", "\u{3}"]
        func used(_ wording: Wording) -> [Bool] {
          let text = wording(sentence, values[0], values[1], values[2])
          return values.map { text.contains($0) }
        }
        #expect(used(wording) == used(.english), "\(wording.language): \(sentence)")
      }
    }
  }

  @Test func `a file has no key that no page uses`() {
    let known = Set(
      Sentence.allCases.map(\.rawValue)
        + Counted.allCases.flatMap { ["\($0.rawValue).one", "\($0.rawValue).other"] })
    let others = Wording.english.keys.subtracting(known).filter {
      !["language.", "number.", "plural.", "date."].contains(where: $0.hasPrefix)
    }
    #expect(others == [])
  }

  @Test func `numbers, counts and dates are those of the language`() throws {
    let french = try #require(Wording.named("fr-CA"))
    let german = try #require(Wording.named("de"))
    #expect(Wording.english.count(.passages, 1_234_567) == "1,234,567 passages")
    #expect(Wording.english.count(.passages, 0) == "0 passages")
    #expect(french.count(.passages, 0) == "0 passage")
    #expect(french.number(12_345) == "12\u{202F}345")
    #expect(german.number(12_345) == "12.345")
    #expect(german.number(1_234) == "1234")
    #expect(german.date(year: 2026, month: 3, day: 1) == "1. März 2026")
    #expect(Wording.english.date(year: 2026, month: 13, day: 1) == "2026-13-1")
    #expect(Wording.english.name(ofLanguage: "pt-BR") == "Portuguese")
    #expect(Wording.english.name(ofLanguage: "xx") == "xx")
  }

  @Test(
    arguments: [
      (nil, "en"), ("", "en"), ("fr", "fr"), ("es, de;q=0.5, fr;q=0.8", "fr"), ("xx;q=1", "en"),
      ("de-AT,de;q=0.9", "de"), ("fr;q=0, de;q=0.1", "de"), (";;q=,=,fr;q=x", "en"), ("*", "en"),
    ] as [(String?, String)])
  func `the language is the one that the reader prefers`(_ header: String?, _ language: String) {
    #expect(Wording.accepted(header).language == language)
  }

  @Test func `values of sentences are escaped, HTML in them is not`() {
    let html = Wording.english.html(.didYouMean, "<a href=\"/\">\("<b>")</a>")
    #expect(html.text == "Did you mean <a href=\"/\">&lt;b&gt;</a>?")
  }
}
