// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus

/// Brings together what the texts of a library cite and what the catalogue says of it.
package struct CitedWorkList: Sendable {
  /// A work that is cited.
  package struct Item: Sendable {
    /// What references say of it; `nil` if only the catalogue knows it.
    package var cited: CitedWork?
    /// What the catalogue says of it; `nil` if only references name it.
    package var entry: CatalogueEntry?
    /// The ids of the works of the library that are this work, in order.
    package var held: [String]

    /// The works that cite it, with the number of references, the most frequent first.
    package var citing: [(work: String, references: Int)] {
      (cited?.citing ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { ($0.key, $0.value) }
    }
  }

  private let catalogue: Catalogue
  private var gatherer = CitedWorkGatherer()
  /// The works of the library that the entries of the catalogue are, by the lines of these.
  private var held: [Int: Set<String>] = [:]

  /// Creates an empty list.
  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// How many references name an author and no title.
  package var withoutTitle: Int { gatherer.withoutTitle }

  /// Takes in a work of the library.
  package mutating func add(_ work: Work) {
    guard let entry = catalogue.entry(for: work.metadata) else { return }
    held[entry.line, default: []].insert(work.id)
  }

  /// Takes in a reference that a work of the library makes.
  package mutating func add(_ reference: Reference, citedBy work: String) {
    gatherer.add(reference, citedBy: work)
  }

  /// The works: the most cited first, last those that only the catalogue knows.
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

  /// Each work that cites, by id, with what it cites and how often, the most frequent first.
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
