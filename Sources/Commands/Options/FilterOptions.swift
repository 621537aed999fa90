// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import QueryLanguage

/// The filters of a search; of one field any may match, of several fields each must.
struct FilterOptions: ParsableArguments {
  @Option(help: "A name of an author, or a part of one.") var author: [String] = []
  @Option(help: "Words of the title.") var title: [String] = []
  @Option(help: "The id of a work.") var work: [String] = []
  @Option(help: "A year, or years: 1917..1921.") var year: [String] = []
  @Option(help: "Ten years: 1930s.") var decade: [String] = []
  @Option(help: "A language: en, fr.") var language: [String] = []
  @Option(help: "Whose words the passage quotes.") var speaker: [String] = []
  @Option(help: "An author or a title that the passage refers to.") var cites: [String] = []
  @Option(help: "Words of the headings above the passage.") var section: [String] = []
  @Option(help: "body, quotation, note or verse.") var kind: [String] = []
  @Option(help: "Words of the title of the collection.") var collection: [String] = []
  @Option(help: "A page.") var page: [String] = []

  /// The filters.
  var filters: [Filter] {
    let named: [(String, [String])] = [
      ("author", author), ("title", title), ("work", work), ("year", year), ("decade", decade),
      ("language", language), ("speaker", speaker), ("cites", cites), ("section", section),
      ("kind", kind), ("collection", collection), ("page", page),
    ]
    return named.flatMap { name, values in values.map { Filter(field: name, value: $0) } }
  }
}
