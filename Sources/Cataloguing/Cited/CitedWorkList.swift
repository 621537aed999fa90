// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus

/// Combines the works cited by the texts of a library with their catalogue entries.
package struct CitedWorkList: Sendable {
  /// A cited work.
  package struct Item: Sendable {
    /// The data from references; `nil` if only the catalogue lists it.
    package var cited: CitedWork?
    /// The catalogue entry; `nil` if only references name it.
    package var entry: CatalogueEntry?
    /// The ids of this work in the library, sorted.
    package var held: [String]

    /// The citing works with the number of references in each, the largest first.
    package var citing: [(work: String, references: Int)] {
      (cited?.citing ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { ($0.key, $0.value) }
    }
  }

  private let catalogue: Catalogue
  private var gatherer = CitedWorkGatherer()
  /// The library works that catalogue entries describe, by the line of the entry.
  private var held: [Int: Set<String>] = [:]

  /// Creates an empty list.
  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The number of references with an author but no title.
  package var withoutTitle: Int { gatherer.withoutTitle }

  /// Adds a work of the library.
  package mutating func add(_ work: Work) {
    for entry in catalogue.entries(describing: work) {
      held[entry.line, default: []].insert(work.id)
    }
  }

  /// Adds a reference made by a work of the library.
  package mutating func add(_ reference: Reference, citedBy work: String) {
    gatherer.add(reference, citedBy: work)
  }

  /// The works, the most cited first; those only in the catalogue come last.
  package func items() -> [Item] {
    let cited = catalogue.join(gatherer.works()).map { work, entry in
      Item(
        cited: work, entry: entry,
        held: work.held.union(entry.flatMap { held[$0.line] } ?? []).sorted())
    }
    let known = Set(cited.compactMap { $0.entry?.line })
    let mostCited = cited.enumerated().sorted { one, other in
      (other.element.cited?.references ?? 0, one.offset)
        < (one.element.cited?.references ?? 0, other.offset)
    }
    let others = catalogue.entries.filter { !$0.mentions.isEmpty && !known.contains($0.line) }
    return mostCited.map(\.element)
      + others.map { Item(cited: nil, entry: $0, held: (held[$0.line] ?? []).sorted()) }
  }

  /// Each citing work, by id, with the works it cites and their references, the most cited first.
  package static func byCitingWork(
    _ items: [Item]
  ) -> [(work: String, cites: [(item: Item, references: Int)])] {
    var works: [String: [(item: Item, references: Int)]] = [:]
    for item in items {
      for (work, references) in item.citing { works[work, default: []].append((item, references)) }
    }
    return works.sorted { $0.key < $1.key }.map { work, cites in
      let order = cites.enumerated().sorted { one, other in
        (other.element.references, one.offset) < (one.element.references, other.offset)
      }
      return (work, order.map(\.element))
    }
  }
}
