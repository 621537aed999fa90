// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the entries that name a text, by the last part of what they name it by.
struct NamedTexts: Sendable {
  private var byFile: [Substring: [Int]] = [:]
  private var byHash: [String: [Int]] = [:]
  private var byWork: [String: [Int]] = [:]

  /// - Parameter entries: All entries, in the order in which they apply.
  init(_ entries: [CatalogueEntry]) {
    for (index, entry) in entries.enumerated() {
      if let file = entry.text.file { byFile[Self.last(file), default: []].append(index) }
      if let hash = entry.text.contentHash { byHash[hash, default: []].append(index) }
      if let work = entry.text.work { byWork[work, default: []].append(index) }
    }
  }

  /// The indices of the entries that may name a text, in ascending order.
  func candidates(for text: PlacedText) -> [Int] {
    var found: Set<Int> = []
    found.formUnion(byFile[Self.last(text.path)] ?? [])
    found.formUnion(byFile[Self.last(text.name)] ?? [])
    found.formUnion(byHash[text.contentHash] ?? [])
    for id in text.ids { found.formUnion(byWork[id] ?? []) }
    return found.sorted()
  }

  private static func last(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}

extension Catalogue {
  /// The entries that name a text, in the order in which they apply: those of the catalogue, then
  /// the edits, a later one over an earlier one.
  ///
  /// - Parameter fileExists: Whether there is a file at an absolute path.
  package func entries(
    naming text: PlacedText, fileExists: (String) -> Bool
  ) -> [CatalogueEntry] {
    namedTexts.candidates(for: text).map { naming[$0] }
      .filter { $0.text.isName(of: text, fileExists: fileExists) }
  }
}
