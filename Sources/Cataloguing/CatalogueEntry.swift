// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What the catalogue says of a work.
package struct CatalogueEntry: Sendable, Hashable {
  /// A place where another work cites it.
  package struct Mention: Sendable, Hashable {
    /// The title of the work that cites it.
    package var by: String
    /// The pages that are cited: `140–141`, `II, 69`.
    package var pages: String?
    /// The note in which it is cited.
    package var note: String?
    /// The title of the work through which it is cited.
    package var through: String?
  }

  /// The title, without the subtitle.
  package var title: String
  /// The subtitle.
  package var subtitle: String?
  /// Those who made it.
  package var people: [Person] = []
  /// The year in which the work first appeared.
  package var year: Int?
  /// The year of the edition that is cited.
  package var editionYear: Int?
  /// The language as a BCP 47 tag.
  package var language: String?
  /// The book or journal that it is part of.
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
  /// Under what terms.
  package var rights: String?
  /// Where other works cite it.
  package var mentions: [Mention] = []
  /// What a person should know.
  package var note: String?
  /// The line of the catalogue on which it begins, counted from 1.
  package var line: Int

  /// All addresses of its text, in the order in which they are tried.
  package var addresses: [String] { (url.map { [$0] } ?? []) + otherURLs }

  /// The authors' names.
  package var authors: [String] { people.filter { $0.role == .author }.map(\.name) }
}

/// A name under which somebody wrote.
package struct Pseudonym: Sendable, Hashable {
  /// The name.
  package var name: String
  /// Whose it is.
  package var realName: String
  /// Other forms of the name, and other names.
  package var others: [String]
}
