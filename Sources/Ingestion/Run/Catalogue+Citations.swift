// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Cataloguing
import Corpus

extension Catalogue {
  /// Works that a text cites according to the catalogue.
  ///
  /// - Parameter citing: The entries of the text.
  func knownCitations(by citing: [CatalogueEntry]) -> [KnownCitation] {
    let lines = Set(citing.filter { $0.origin == .catalogue }.map(\.line))
    guard !lines.isEmpty else { return [] }
    return entries.flatMap { cited in
      cited.mentions.filter { entry(titled: $0.by).map { lines.contains($0.line) } ?? false }
        .map { mention in
          KnownCitation(
            note: mention.note, pages: mention.pages, authors: cited.authors, title: cited.title)
        }
    }
  }
}
