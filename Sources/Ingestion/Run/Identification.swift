// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import FoundationEssentials
import Passages
import Synchronization

/// Who a text is: its facts once completed, its id, and the ids that it had.
struct Identity {
  let id: String
  let formerIDs: [String]
  let editorial: Editorial

  /// Records all of it in a work, apart from the facts, which it has.
  func describe(_ work: inout Work) {
    editorial.describe(&work)
    work.formerIDs = formerIDs
  }
}

/// Identifies texts by the catalogue, the user's edits and the register, and notes which entries were
/// of use.
final class Identification: Sendable {
  /// Where an entry stands.
  private struct Place: Hashable {
    var origin: CatalogueEntry.Origin
    var line: Int

    init(_ entry: CatalogueEntry) { (origin, line) = (entry.origin, entry.line) }
  }

  let catalogue: Catalogue
  let register: WorkRegister
  private let used = Mutex<Set<Place>>([])

  init(_ catalogue: Catalogue, _ register: WorkRegister) {
    self.catalogue = catalogue
    self.register = register
  }

  /// Whether there is a file at a path.
  static func fileExists(_ path: String) -> Bool { SystemPath.exists(path) }

  /// What the catalogue and the edits now make of the facts of a work in the index.
  func editorial(of work: Work) -> Editorial {
    Editorial(
      of: work.factsOfFile, by: entries(naming: PlacedText(work)), in: catalogue,
      isImported: work.isImported)
  }

  /// Identifies a text.
  ///
  /// The id of a new work is that which it would have without entries that name it, unless these
  /// change its author, year or title: then that id is one that it had.
  ///
  /// - Parameters:
  ///   - own: The facts as the file states them.
  ///   - text: Where it lies.
  ///   - old: The work in the index, if there is one.
  ///   - statedID: The id that an export gives it.
  ///   - isImported: Whether the facts were completed before they were exported.
  func identity(
    of own: Metadata, _ text: PlacedText, old: Work?, statedID: String? = nil, isImported: Bool
  ) -> Identity {
    var text = text
    text.ids = old.map { [$0.id] + $0.formerIDs } ?? []
    var named = entries(naming: text)
    var ids = text.ids + named.filter { $0.origin == .edit }.compactMap(\.text.work)
    let before =
      old?.metadata ?? catalogue.completion(of: own, by: [], isFinished: isImported).metadata
    let present: String
    if let old {
      present = old.id
    } else {
      present = register.newID(
        like: statedID ?? workID(for: before, file: text.name), file: text.name, own: ids)
      text.ids = [present]
      named = entries(naming: text)
    }
    ids.append(present)
    let editorial = Editorial(of: own, by: named, in: catalogue, isImported: isImported)
    let isCorrected = old.map { $0.editorialHash != editorial.hash } ?? editorial.isNamed
    var id = present
    if isCorrected,
      workID(for: editorial.metadata, file: text.name) != workID(for: before, file: text.name)
    {
      id = register.newID(for: editorial.metadata, file: text.name, own: ids)
    }
    var former: [String] = []
    for id in (old?.formerIDs ?? []) + editorial.namedIDs + [present] where !former.contains(id) {
      former.append(id)
    }
    return Identity(
      id: id,
      formerIDs: register.reserve(
        former.filter { $0 != id }, own: (old?.formerIDs ?? []) + [present]),
      editorial: editorial)
  }

  private func entries(naming text: PlacedText) -> [CatalogueEntry] {
    let entries = catalogue.entries(naming: text, fileExists: Self.fileExists)
    if !entries.isEmpty { used.withLock { $0.formUnion(entries.map(Place.init)) } }
    return entries
  }

  /// The entries that name a text and were of no use for any of those identified, nor are for other
  /// works.
  func unused(for others: some Sequence<Work>) -> [CatalogueEntry] {
    let isUnused = { [self] (entry: CatalogueEntry) in
      used.withLock { !$0.contains(Place(entry)) }
    }
    guard catalogue.naming.contains(where: isUnused) else { return [] }
    for work in others { _ = entries(naming: PlacedText(work)) }
    return catalogue.naming.filter(isUnused)
  }
}
