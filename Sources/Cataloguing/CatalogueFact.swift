// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The facts that an entry of the catalogue can state, by their names in it.
package enum CatalogueFact: String, Sendable, Hashable, CaseIterable {
  case title, subtitle, authors, editors, translators, year
  case editionYear = "edition_year"
  case form, language, container, publisher, place, url, rights

  /// The facts that can be unknown: a work without a title is shown by the name of its file.
  package static let optional = allCases.filter { $0 != .title }

  /// The name of its option on the command line: `edition-year`; singular where it is repeated.
  package var option: String {
    switch self {
    case .authors: "author"
    case .editors: "editor"
    case .translators: "translator"
    case .editionYear: "edition-year"
    default: rawValue
    }
  }
}
