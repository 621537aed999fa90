// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import TextFolding

/// What is known of works and people independently of their files.
package struct Catalogue: Sendable {
  /// All works, in file order.
  package let entries: [CatalogueEntry]
  /// The pseudonyms.
  package let pseudonyms: [Pseudonym]
  /// The entries that name one text, and the edits, in the order in which they apply.
  package let naming: [CatalogueEntry]
  let namedTexts: NamedTexts

  private let byTitle: [String: [Int]]
  private let byAddress: [String: Int]
  private let realNames: [String: String]

  /// Creates a catalogue.
  ///
  /// - Parameter edits: What the user stated of single texts, in the order of the statements.
  package init(
    entries: [CatalogueEntry] = [], pseudonyms: [Pseudonym] = [], edits: [CatalogueEntry] = []
  ) {
    self.entries = entries
    self.pseudonyms = pseudonyms
    naming = entries.filter(\.text.isNamed) + edits
    namedTexts = NamedTexts(naming)
    var byTitle: [String: [Int]] = [:]
    var byAddress: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let whole = entry.subtitle.map { ["\(entry.title): \($0)"] } ?? []
      for name in Set(([entry.title] + whole + entry.names).map(Self.fold)) where !name.isEmpty {
        byTitle[name, default: []].append(index)
      }
      // What names one text is not about others.
      guard !entry.text.isNamed else { continue }
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

  /// This catalogue with what the user stated.
  package func with(edits: [CatalogueEntry]) -> Catalogue {
    Catalogue(entries: entries, pseudonyms: pseudonyms, edits: edits)
  }

  /// The entry for a text that none names: by its URL, else by its title and an author.
  package func entry(for metadata: Metadata) -> CatalogueEntry? {
    if let url = metadata.url?.value, let index = byAddress[url] { return entries[index] }
    guard let title = metadata.title?.value else { return nil }
    let whole = metadata.subtitle.map { ["\(title): \($0.value)"] } ?? []
    let authors = metadata.people.map(\.value).filter { $0.role == .author }
    for name in whole + [title] {
      let found = entries(titled: name, by: authors).filter { !$0.text.isNamed }
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

  /// The names of each person, the one that is preferred first.
  package var namesOfPeople: [[String]] {
    pseudonyms.map { [$0.name, $0.realName] + $0.others }
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
