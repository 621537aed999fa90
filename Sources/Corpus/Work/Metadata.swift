// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is known of a work, each fact with its evidence.
package struct Metadata: Sendable, Hashable {
  /// The title, without the subtitle.
  package var title: Attributed<String>?
  /// The subtitle.
  package var subtitle: Attributed<String>?
  /// Those who made it, in the order printed.
  package var people: [Attributed<Person>]
  /// The year in which the work first appeared.
  package var year: Attributed<Int>?
  /// The year of the edition that the file gives, if it is told apart from `year`.
  package var editionYear: Attributed<Int>?
  /// The language as a BCP 47 tag.
  package var language: Attributed<String>?
  /// The collection that the work is a part of: a site, a journal, an anthology.
  package var collection: Attributed<String>?
  /// The publisher.
  package var publisher: Attributed<String>?
  /// The place of publication.
  package var place: Attributed<String>?
  /// The address of the text.
  package var url: Attributed<String>?
  /// The terms under which the text may be used.
  package var rights: Attributed<String>?
  /// What else the file says of itself, as it names it: `topics`, `isbn`, `notes`.
  package var others: [OtherFact]

  /// Creates metadata that says nothing.
  package init() {
    people = []
    others = []
  }
}

/// A fact of a file's header that Pamphlet keeps and makes no use of.
package struct OtherFact: Sendable, Hashable {
  /// Its name in the file, in lower case.
  package var name: String
  /// What the file says.
  package var value: String

  /// Creates a fact.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
