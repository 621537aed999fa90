// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import TextFolding

/// What is known of works and people independently of their files.
package struct Catalogue: Sendable {
  /// All works, in file order.
  package let entries: [CatalogueEntry]
  /// The pseudonyms.
  package let pseudonyms: [Pseudonym]

  private let byTitle: [String: [Int]]
  private let byAddress: [String: Int]
  private let realNames: [String: String]

  /// Creates a catalogue.
  package init(entries: [CatalogueEntry] = [], pseudonyms: [Pseudonym] = []) {
    self.entries = entries
    self.pseudonyms = pseudonyms
    var byTitle: [String: [Int]] = [:]
    var byAddress: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let whole = entry.subtitle.map { ["\(entry.title): \($0)"] } ?? []
      for name in Set(([entry.title] + whole + entry.names).map(Self.fold)) where !name.isEmpty {
        byTitle[name, default: []].append(index)
      }
      for address in entry.addresses { byAddress[address] = index }
    }
    var realNames: [String: String] = [:]
    for pseudonym in pseudonyms {
      for name in [pseudonym.name] + pseudonym.others {
        realNames[Self.fold(name)] = pseudonym.realName
      }
    }
    self.byTitle = byTitle
    self.byAddress = byAddress
    self.realNames = realNames
  }

  /// The entry for a text: by its URL, else by its title and an author.
  package func entry(for metadata: Metadata) -> CatalogueEntry? {
    if let url = metadata.url?.value, let index = byAddress[url] { return entries[index] }
    guard let title = metadata.title?.value else { return nil }
    let whole = metadata.subtitle.map { ["\(title): \($0.value)"] } ?? []
    let authors = metadata.people.map(\.value).filter { $0.role == .author }
    for name in whole + [title] {
      let found = entries(titled: name, by: authors)
      // Two works with one title and no author to tell them apart: neither.
      if found.count == 1 { return found[0] }
    }
    return nil
  }

  /// The entries with a title by one of these authors, under any of their names.
  func entries(titled title: String, by authors: [Person]) -> [CatalogueEntry] {
    entries(titled: title).filter { agrees($0, with: authors) }
  }

  /// The entries with a title, by any author.
  func entries(titled title: String) -> [CatalogueEntry] {
    (byTitle[Self.fold(title)] ?? []).map { entries[$0] }
  }

  /// The first entry with a title.
  package func entry(titled title: String) -> CatalogueEntry? {
    byTitle[Self.fold(title)]?.first.map { entries[$0] }
  }

  /// Whether one of the authors is an author of the entry, under any name.
  ///
  /// A text without authors matches no entry: an article about a book has the title of the book.
  private func agrees(_ entry: CatalogueEntry, with authors: [Person]) -> Bool {
    let own = entry.people.filter { $0.role == .author }
    let names = Set(own.flatMap(familyNames))
    return authors.contains { author in familyNames(author).contains(where: names.contains) }
  }

  private func familyNames(_ person: Person) -> [String] {
    let real = realName(of: person.name).map { Person(parsing: $0) }
    return [person, real].compactMap(\.self).map { Self.fold($0.family ?? $0.name) }
  }

  /// The real name behind a pseudonym; `nil` if it is not a known pseudonym.
  package func realName(of name: String) -> String? { realNames[Self.fold(name)] }

  /// Replaces the facts that a file states by those of the catalogue.
  ///
  /// Translators and editors of the file's edition stay unless the catalogue names its own.
  package func complete(_ metadata: inout Metadata) {
    if let entry = entry(for: metadata) { complete(&metadata, by: entry) }
    for index in metadata.people.indices {
      let name = metadata.people[index].value.name
      if let real = realName(of: name), real != name {
        metadata.people[index].value.realName = real
      }
    }
  }

  private func complete(_ metadata: inout Metadata, by entry: CatalogueEntry) {
    func fact<Value>(_ value: Value?, or old: Attributed<Value>?) -> Attributed<Value>? {
      guard let value else { return old }
      if value == old?.value, old?.basis == .stated { return old }
      return Attributed(
        value, .stated, rule: "catalogue", evidence: old.map { "\($0.value)" }, line: entry.line)
    }
    // A title that differs only in case or apostrophes stays as printed.
    if metadata.title.map({ Self.fold($0.value) }) != Self.fold(entry.title) {
      metadata.title = fact(entry.title, or: metadata.title)
    }
    if let subtitle = entry.subtitle,
      metadata.subtitle.map({ Self.fold($0.value) }) != Self.fold(subtitle)
    {
      metadata.subtitle = fact(subtitle, or: metadata.subtitle)
    }
    metadata.year = fact(entry.year, or: metadata.year)
    metadata.language = fact(entry.language, or: metadata.language)
    metadata.collection = fact(entry.container, or: metadata.collection)
    metadata.publisher = fact(entry.publisher, or: metadata.publisher)
    metadata.place = fact(entry.place, or: metadata.place)
    metadata.url = metadata.url ?? fact(entry.url, or: nil)
    metadata.rights = metadata.rights ?? fact(entry.rights, or: nil)
    let names = entry.people.map { Self.fold($0.name) }
    guard !names.isEmpty, metadata.people.map({ Self.fold($0.value.name) }) != names else { return }
    let roles = Set(entry.people.map(\.role))
    let kept = metadata.people.filter { !roles.contains($0.value.role) }
    let printed = metadata.people.filter { roles.contains($0.value.role) }.map(\.value.name)
      .joined(separator: "; ")
    metadata.people =
      entry.people.map {
        Attributed(
          $0, .stated, rule: "catalogue", evidence: printed.isEmpty ? nil : printed,
          line: entry.line)
      } + kept
  }

  /// Letters and digits in lower case, without a leading article.
  static func fold(_ text: String) -> String {
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { $0.filter { $0.isLetter || $0.isNumber } }
    if words.count > 1,
      ["the", "a", "an", "le", "la", "les", "der", "die", "das", "el"]
        .contains(words[0])
    {
      words.removeFirst()
    }
    return words.joined()
  }
}
