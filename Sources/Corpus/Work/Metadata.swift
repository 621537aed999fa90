// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is known about a work, each fact with its evidence; unknown facts are `nil`.
package struct Metadata: Sendable, Hashable {
  /// Title, without the subtitle.
  package var title: Attributed<String>?
  package var subtitle: Attributed<String>?
  /// Authors, editors, translators and contributors, in the order printed.
  package var people: [Attributed<Person>]
  /// Year in which the work first appeared.
  package var year: Attributed<Int>?
  /// Date as printed, if it says more or less than `year`: `ca. 1920`, `1920s`, `1917–21`, `n.d.`.
  package var printedYear: Attributed<String>?
  /// Year of the edition in the file, if known separately from `year`.
  package var editionYear: Attributed<Int>?
  /// Kind of publication; `nil` if nothing tells it.
  package var form: Attributed<WorkForm>?
  /// Language as a BCP 47 tag.
  package var language: Attributed<String>?
  /// Website, journal or anthology that the work belongs to.
  package var collection: Attributed<String>?
  package var publisher: Attributed<String>?
  package var place: Attributed<String>?
  /// URL of the text.
  package var url: Attributed<String>?
  /// Terms under which the text may be used.
  package var rights: Attributed<String>?
  /// Other facts from the file's header, under the names used there: `topics`, `isbn`, `notes`.
  package var others: [OtherFact]

  /// Creates empty metadata.
  package init() {
    people = []
    others = []
  }
}

/// A fact from a file's header that Pamphlet stores but does not use.
package struct OtherFact: Sendable, Hashable {
  /// Name used in the file, in lower case.
  package var name: String
  /// Value as given in the file.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
