// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import Testing
import TextFolding

@testable import CitationLists

/// Works with words to keep.
enum KeptSamples {
  static func work(
    _ id: String, _ title: String, author: String = "Tom Bee", publisher: String? = nil,
    url: String? = nil, language: String? = nil
  ) -> Work {
    var metadata = Metadata()
    func stated<Value>(_ value: Value?) -> Attributed<Value>? {
      value.map { Attributed($0, .stated, rule: "test") }
    }
    metadata.title = stated(title)
    metadata.people = [Attributed(Person(parsing: author), .stated, rule: "test")]
    metadata.year = stated(2005)
    metadata.publisher = stated(publisher)
    metadata.url = stated(url)
    metadata.language = stated(language)
    return Work(
      id: id, metadata: metadata, file: "bee.txt", path: "/bee.txt", format: "text",
      contentHash: "", extractorVersion: 1)
  }

  static func passage(_ work: Work, _ text: String, quoting: String? = nil) -> Passage {
    var passage = Passage(
      work: work.id, label: "p3", kind: .body, text: text, ordinal: 3, paragraph: 3)
    if let quoting {
      passage.quotations = [
        Quotation(range: 0..<quoting.count, text: quoting, speaker: "Ann Cee", basis: .stated)
      ]
    }
    return passage
  }

  static let book = work("bee-2005", "Bread & Roses", publisher: "PM")
  static let article = work("cee-2005", "on bread", url: "https://example.org/b?a=1&lt;=2")

  static func list(_ items: [KeptItem]) throws -> CitationList {
    CitationList(items, accessed: try #require(AccessDate(year: 2026, month: 11, day: 5)))
  }

  static func item(_ text: String, in work: Work = book) -> KeptItem {
    KeptItem(passage(work, text), in: work)
  }
}
