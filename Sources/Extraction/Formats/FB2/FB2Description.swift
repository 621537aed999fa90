// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads the description of a book: the work from `title-info`, its printed edition from
/// `publish-info`; `document-info` is about the file.
struct FB2Description {
  private static let rule = "fb2-description"

  private(set) var metadata = Metadata()

  init(_ text: String) {
    guard let start = text.firstRange(of: "<description")?.lowerBound,
      let end = text[start...].firstRange(of: "</description>")?.upperBound,
      let description = XMLElement(parsing: Array(text[start..<end].utf8))
    else { return }
    let original = description.children.first { $0.name == "src-title-info" }
    if let work = description.children.first(where: { $0.name == "title-info" }) {
      readWork(work, original: original)
    }
    if let edition = description.children.first(where: { $0.name == "publish-info" }) {
      readEdition(edition)
    }
  }

  private func fact(_ value: String) -> Attributed<String> {
    Attributed(value, .stated, rule: Self.rule, evidence: value)
  }

  private static func text(_ name: String, in element: XMLElement) -> String? {
    let words = element.children.first { $0.name == name }?.text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: Work

  private mutating func readWork(_ work: XMLElement, original: XMLElement?) {
    if let title = Self.text("book-title", in: work), !JunkTitles.isJunk(title) {
      metadata.title = fact(title)
    }
    for element in work.children {
      let role: Person.Role? =
        element.name == "author" ? .author : element.name == "translator" ? .translator : nil
      if let role, let person = Self.person(element, role) {
        metadata.people.append(
          Attributed(person, .stated, rule: Self.rule, evidence: person.name))
      }
    }
    if let language = Self.text("lang", in: work) {
      metadata.language = fact(TEIHeader.language(language))
    }
    // A translation has a date of its own; the work is as old as the original.
    let dates = [original, work].compactMap { info in
      info?.children.first { $0.name == "date" }
    }
    if let date = dates.first(where: { Self.printed($0) != nil }), let printed = Self.printed(date)
    {
      metadata.setDate(printed, rule: Self.rule)
    }
    if let language = Self.text("src-lang", in: work) {
      metadata.others.append(OtherFact(name: "src-lang", value: language))
    }
    if let series = work.children.first(where: { $0.name == "sequence" })?.attributes["name"] {
      metadata.others.append(OtherFact(name: "series", value: String(series.prefix(200))))
    }
  }

  /// A date in words, or else in the attribute for programs.
  private static func printed(_ date: XMLElement) -> String? {
    let words = date.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Dates.year(in: words) != nil { return words }
    return date.attributes["value"].flatMap { Dates.year(in: $0) == nil ? nil : $0 }
  }

  private static func person(_ element: XMLElement, _ role: Person.Role) -> Person? {
    let given = ["first-name", "middle-name"].compactMap { text($0, in: element) }
      .joined(separator: " ")
    let family = text("last-name", in: element)
    let nickname = text("nickname", in: element)
    let whole = [given.isEmpty ? nil : given, family].compactMap(\.self).joined(separator: " ")
    let name = whole.isEmpty ? nickname : whole
    guard let name, name.contains(where: \.isLetter), !unknown.contains(name.lowercased()) else {
      return nil
    }
    guard let family, !given.isEmpty else {
      return Person(name: name, family: nil, given: nil, role: role)
    }
    return Person(name: name, family: family, given: given, role: role)
  }

  private static let unknown: Set<String> = [
    "unknown", "unknown author", "неизвестный", "неизвестен", "автор неизвестен",
    "неизвестный автор", "без автора", "anonymous", "n/a", "народ",
  ]

  // MARK: Edition

  private mutating func readEdition(_ edition: XMLElement) {
    metadata.publisher = Self.text("publisher", in: edition).map(fact)
    metadata.place = Self.text("city", in: edition).map(fact)
    if let year = Self.text("year", in: edition), let value = Dates.year(in: year) {
      metadata.editionYear = Attributed(value, .stated, rule: Self.rule, evidence: year)
    }
    if let isbn = Self.text("isbn", in: edition) {
      metadata.others.append(OtherFact(name: "isbn", value: String(isbn.prefix(60))))
    }
  }
}
