// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
import TextFolding

extension Catalogue {
  /// The work that references name, by one of its titles and an author; by the title alone if
  /// references name no author, and the title has two words or more and is one work's.
  package func entry(for work: CitedWork) -> CatalogueEntry? {
    let authors = work.authors.map { Person(parsing: $0) }
    for variant in work.variants {
      let main = variant.title.firstIndex(of: ":").map { [String(variant.title[..<$0])] } ?? []
      for title in [variant.title] + main {
        let found =
          authors.isEmpty
          ? TitleKey.key(title).contains(" ") ? entries(titled: title) : []
          : entries(titled: title, by: authors)
        if found.count == 1 { return found[0] }
      }
    }
    return nil
  }

  /// The entries that describe a work of the library, apart from edits.
  package func entries(describing work: Work) -> [CatalogueEntry] {
    let named = entries(naming: PlacedText(work), fileExists: { _ in false })
    return [entry(for: work.metadata)].compactMap(\.self) + named.filter { $0.origin == .catalogue }
  }

  /// Joins records that the catalogue knows as one work.
  ///
  /// - Returns: The works in their order, each with what the catalogue says of it.
  package func join(_ works: [CitedWork]) -> [(work: CitedWork, entry: CatalogueEntry?)] {
    var joined: [(work: CitedWork, entry: CatalogueEntry?)] = []
    var places: [Int: Int] = [:]
    for work in works {
      let entry = entry(for: work)
      if let entry, let place = places[entry.line] {
        joined[place].work.merge(work, rule: .catalogue)
      } else {
        if let entry { places[entry.line] = joined.count }
        joined.append((work, entry))
      }
    }
    return joined
  }
}
