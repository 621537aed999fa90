// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// CSL-JSON 1.0 items.
  package static let cslJSON = Self(
    "csl-json", "CSL-JSON 1.0 items",
    records: {
      "[" + $0.map(\.cslJSON).joined(separator: ", ") + "]"
    })
}

extension CitedRecord {
  /// A CSL-JSON item with the location as its locator.
  ///
  /// Uses only members defined by the Citation Style Language's csl-data.json 1.0.
  var cslJSON: String {
    let type =
      switch facts.kind {
      case .book: "book"
      case .book where facts.isThesis: "thesis"
      case .part where facts.isArticle: "article-journal"
      case .part: "chapter"
      case .paper, .named: "document"
      }
    var members = ["\"id\": \(Self.json(facts.id))", "\"type\": \"\(type)\""]
    if let fullTitle = facts.fullTitle { members.append("\"title\": \(Self.json(fullTitle))") }
    let people = [
      ("author", facts.authors), ("editor", facts.editors), ("translator", facts.translators),
    ]
    for (name, people) in people where !people.isEmpty {
      members.append("\"\(name)\": [\(people.map(Self.name).joined(separator: ", "))]")
    }
    let original = facts.date?.csl ?? facts.year.map { "\"date-parts\": [[\($0)]]" }
    let edition = facts.editionYear.map { "\"date-parts\": [[\($0)]]" }
    if let issued = edition ?? original { members.append("\"issued\": {\(issued)}") }
    if edition != nil, let original { members.append("\"original-date\": {\(original)}") }
    if let accessed { members.append("\"accessed\": {\(accessed.csl)}") }
    let others: [(String, String?)] = [
      ("container-title", facts.container), ("volume", facts.volume),
      ("publisher", facts.publisher), ("publisher-place", facts.publisherPlace),
      ("URL", facts.url), ("language", facts.language), ("locator", facts.place.locator),
      ("note", remarks.isEmpty ? nil : remarks.joined(separator: " ")),
    ]
    for (name, value) in others {
      if let value { members.append("\"\(name)\": \(Self.json(value))") }
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func name(_ person: Person) -> String {
    guard person.family != nil else { return "{\"literal\": \(json(person.name))}" }
    let parts = person.familyParts
    let members: [(String, String?)] = [
      ("family", parts.name), ("given", person.given.flatMap { $0.isEmpty ? nil : $0 }),
      ("non-dropping-particle", parts.particle), ("suffix", parts.suffix),
    ]
    return "{"
      + members.compactMap { name, value in value.map { "\"\(name)\": \(json($0))" } }
      .joined(separator: ", ") + "}"
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
