// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A work in the catalogue, or what an editor stated of one text.
package struct CatalogueEntry: Sendable, Hashable {
  /// Who states it.
  package enum Origin: String, Sendable, Hashable {
    /// The catalogue.
    case catalogue
    /// The user, by `pamphlet edit`.
    case edit
  }

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

  /// Who states it; the rule of the facts that come from it.
  package var origin = Origin.catalogue
  /// The text that it is about; without one, it is about every text of that title and author.
  package var text = TextName()
  /// When it was written (ISO 8601); `nil` if it does not say.
  package var date: String?
  /// The title, without the subtitle; empty if it names a text and states no title.
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
  /// The kind of publication.
  package var form: WorkForm?
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
  /// Facts that nobody knows, whatever the file says.
  package var unknown: Set<CatalogueFact> = []
  /// Its citations by other works.
  package var mentions: [Mention] = []
  /// A remark for people.
  package var note: String?
  /// The line of the catalogue on which it begins, counted from 1.
  package var line: Int

  /// The years that a work can be of.
  package static let years = 1...2_100

  /// Creates an entry without facts.
  package init(
    title: String = "", origin: Origin = .catalogue, text: TextName = TextName(), line: Int = 0
  ) {
    self.title = title
    self.origin = origin
    self.text = text
    self.line = line
  }

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
