// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

@testable import Citation

/// A work and a passage of it, made to be cited.
struct CitedSample: Sendable, CustomStringConvertible {
  var title: String?
  var subtitle: String?
  var authors: [String] = []
  var editors: [String] = []
  var translators: [String] = []
  var year: Int?
  var editionYear: Int?
  var collection: String?
  var publisher: String?
  var url: String?
  var language: String?
  var pages: (String, String)?
  var note: String?
  var section: [String] = []
  var anchor: String?

  var description: String { "\(authors.first ?? editors.first ?? "") \(title ?? "")" }

  var work: Work {
    var metadata = Metadata()
    func stated<Value>(_ value: Value?) -> Attributed<Value>? {
      value.map { Attributed($0, .stated, rule: "test") }
    }
    metadata.title = stated(title)
    metadata.subtitle = stated(subtitle)
    for (role, names) in [
      (Person.Role.author, authors), (.editor, editors), (.translator, translators),
    ] {
      metadata.people += names.map {
        Attributed(Person(parsing: $0, role: role), .stated, rule: "test")
      }
    }
    metadata.year = stated(year)
    metadata.editionYear = stated(editionYear)
    metadata.collection = stated(collection)
    metadata.publisher = stated(publisher)
    metadata.url = stated(url)
    metadata.language = stated(language)
    return Work(
      id: "bee-2005", metadata: metadata, file: "bee.txt", path: "/bee.txt", format: "text",
      contentHash: "", extractorVersion: 1)
  }

  var passage: Passage {
    Passage(
      work: "bee-2005", label: "p31", kind: note == nil ? .body : .note, text: "Text.", ordinal: 30,
      section: section, pages: pages.map { PageRange(first: $0.0, last: $0.1, isInferred: true) },
      paragraph: note == nil ? 31 : nil, note: note, anchor: anchor)
  }

  func cited(_ style: CitationStyle) -> String { citation(of: passage, in: work, style: style) }

  func cited(_ quotation: Quotation, _ style: CitationStyle, held: [String: Work] = [:]) -> String {
    citation(of: quotation, number: 1, from: passage, in: work, held: held, style: style)
  }
}
