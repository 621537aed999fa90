// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Metadata {
  /// Overrides facts with those in other metadata; facts that are missing there are kept.
  mutating func state(_ other: Metadata) {
    title = other.title ?? title
    subtitle = other.subtitle ?? subtitle
    if !other.people.isEmpty { people = other.people }
    year = other.year ?? year
    printedYear = other.printedYear ?? (other.year == nil ? printedYear : nil)
    form = other.form ?? form
    editionYear = other.editionYear ?? editionYear
    language = other.language ?? language
    collection = other.collection ?? collection
    publisher = other.publisher ?? publisher
    place = other.place ?? place
    url = other.url ?? url
    rights = other.rights ?? rights
    others += other.others
  }
}
