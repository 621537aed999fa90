// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Cataloguing
import Corpus

extension Catalogue {
  /// Works that a text cites according to the catalogue.
  func knownCitations(by metadata: Metadata) -> [KnownCitation] {
    guard let citing = entry(for: metadata) else { return [] }
    return entries.flatMap { cited in
      cited.mentions.filter { entry(titled: $0.by)?.line == citing.line }.map { mention in
        KnownCitation(
          note: mention.note, pages: mention.pages, authors: cited.authors, title: cited.title)
      }
    }
  }
}
