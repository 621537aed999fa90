// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
package import IndexSchema
import XapianStore
import TextFolding

/// All works of the index in short, for lists of them.
package struct WorkCatalogue: Sendable {
  /// A work in the list.
  package struct Entry: Sendable {
    /// The work's id.
    package var id: String
    /// The title, or the name of the file.
    package var title: String
    /// Whether the title is known.
    package var hasTitle: Bool
    /// The names of the authors, as printed.
    package var authors: [String]
    /// The first author's name with the family name first; `nil` if no author is known.
    package var sortName: String? { didSet { sortKey = Self.key(ofName: sortName) } }
    /// That name in plain letters, for lists; what is unknown comes last.
    package private(set) var sortKey: String
    /// The title in plain letters without an article at its beginning, for lists.
    package let titleKey: String
    /// The year of the work, or of its edition.
    package var year: Int?
    /// The language, as a BCP 47 tag.
    package var language: String?
    /// The collection that it is part of.
    package var collection: String?
    /// The file that was read.
    package var file: String
    /// The numbers of pages (0 if the file has none) and passages.
    package var pages: Int
    package var passages: Int
    /// The number of headings at the highest level.
    package var chapters: Int
    /// The number of quotations whose speaker or source is known.
    package var quotations: Int
    /// When it was first indexed, in seconds since 1970.
    package var added: Int
    /// Works with the same author, title and year have the same key.
    package var copyKey: String
  }

  /// The entries in the order of ids.
  package let entries: [Entry]

  /// The ids of works that have the same author, title and year, by that key.
  package let copies: [String: [String]]

  init(_ entries: [Entry]) {
    self.entries = entries
    copies = Dictionary(grouping: entries.filter { !$0.copyKey.isEmpty }, by: \.copyKey)
      .mapValues { $0.map(\.id) }.filter { $0.value.count > 1 }
  }

  /// Whether other works have the same author, title and year.
  package func hasCopies(_ entry: Entry) -> Bool { copies[entry.copyKey] != nil }
}

extension WorkCatalogue.Entry {
  init(_ work: Work, contents: WorkContents, added: Int) {
    let metadata = work.metadata
    let author = metadata.people.map(\.value).first { $0.role == .author }
    id = work.id
    title = work.displayTitle
    hasTitle = metadata.title != nil
    authors = work.authorNames
    sortName = author?.sortName
    sortKey = Self.key(ofName: author?.sortName)
    titleKey = Self.key(ofTitle: work.displayTitle)
    year = metadata.year?.value ?? metadata.editionYear?.value
    language = metadata.language?.value
    collection = metadata.collection?.value
    file = work.file
    pages = work.pageCount
    passages = work.passageCount
    let highest = contents.headings.map(\.depth).min()
    chapters = contents.headings.count { $0.depth == highest }
    quotations = contents.quotations
    self.added = added
    let family = author.map { NameKey($0.sortName).family } ?? ""
    let key = TitleKey.key(TitleKey.main(work.displayTitle) ?? work.displayTitle)
    copyKey = !hasTitle || family.isEmpty ? "" : "\(family)|\(key)|\(language ?? "")"
  }

  private static func key(ofName name: String?) -> String {
    name.map { PlainLetter.words($0).joined(separator: " ") } ?? "\u{10FFFF}"
  }

  /// Articles at the beginning of a title, which do not count in the order of a catalogue.
  private static let articles: Set = [
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el",
    "los", "las", "il", "lo", "gli", "o", "os", "de", "het",
  ]

  private static func key(ofTitle title: String) -> String {
    let words = PlainLetter.words(title)
    guard words.count > 1, let first = words.first, articles.contains(first) else {
      return words.joined(separator: " ")
    }
    return words.dropFirst().joined(separator: " ")
  }
}

extension Searcher {
  /// All works of the index in short.
  ///
  /// - Complexity: O(*n*) in the works at first, then the list is cached until the index changes.
  package func catalogue() throws(IndexError) -> WorkCatalogue {
    try answer { (context) throws(IndexError) in
      if let known = context.catalogue { return known }
      var entries: [WorkCatalogue.Entry] = []
      var last: String?
      while true {
        let page = try context.snapshot.works(after: last, limit: 500)
        for work in page {
          let details = try context.snapshot.details(ofWork: work.id)
          entries.append(
            WorkCatalogue.Entry(
              work, contents: details?.contents ?? WorkContents(), added: details?.added ?? 0))
        }
        guard let final = page.last else { break }
        last = final.id
      }
      let catalogue = WorkCatalogue(entries)
      context.catalogue = catalogue
      return catalogue
    }
  }
}
