// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A work in the catalogue.
package struct CatalogueEntry: Sendable, Hashable {
  /// A citation of the work by another.
  package struct Mention: Sendable, Hashable {
    /// The title of the citing work.
    package var by: String
    /// The pages cited: `140–141`, `II, 69`.
    package var pages: String?
    /// The number of the citing note.
    package var note: String?
    /// The title of the work that it is quoted from; `nil` if it is cited directly.
    package var through: String?
  }

  /// The title, without the subtitle.
  package var title: String
  /// The subtitle.
  package var subtitle: String?
  /// Its authors, editors and translators.
  package var people: [Person] = []
  /// The year of first publication.
  package var year: Int?
  /// The year of the edition cited.
  package var editionYear: Int?
  /// The language, as a BCP 47 tag.
  package var language: String?
  /// The book or journal that it appeared in.
  package var container: String?
  /// The publisher.
  package var publisher: String?
  /// The place of publication.
  package var place: String?
  /// Other titles under which it is cited.
  package var names: [String] = []
  /// The address of its text, which held copies are said to have; `nil` if none is stated.
  package var url: String?
  /// Further addresses of its text, in the order in which they are tried.
  package var otherURLs: [String] = []
  /// Copyright and licence.
  package var rights: String?
  /// Its citations by other works.
  package var mentions: [Mention] = []
  /// A remark for people.
  package var note: String?
  /// The line of the catalogue on which it begins, counted from 1.
  package var line: Int

  /// All addresses of its text, in the order in which they are tried.
  package var addresses: [String] { (url.map { [$0] } ?? []) + otherURLs }

  /// The names of the authors.
  package var authors: [String] { people.filter { $0.role == .author }.map(\.name) }
}

/// A pseudonym of an author.
package struct Pseudonym: Sendable, Hashable {
  /// The pseudonym.
  package var name: String
  /// The real name of the author.
  package var realName: String
  /// Other spellings, and other pseudonyms.
  package var others: [String]
}
