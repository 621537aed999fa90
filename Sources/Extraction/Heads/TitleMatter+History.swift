// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension TitleMatter {
  /// Takes the years of a printing history: the first is the work's, the last the edition's.
  mutating func take(_ history: PrintingHistory, _ part: Part) {
    func fact(_ year: Int, _ basis: Basis) -> Attributed<Int> {
      Attributed(
        year, basis, rule: "printing-history", evidence: part.lines.joined(separator: " / "),
        line: part.line)
    }
    isTitlePage = true
    if let last = history.last {
      isLaterEdition = true
      metadata.editionYear = fact(last, .stated)
    }
    // What was first published in translation was written before.
    guard !isEdited else {
      if history.last == nil { metadata.editionYear = fact(history.first, .stated) }
      return
    }
    metadata.year = fact(history.first, history.isStated ? .stated : .inferred)
    metadata.printedYear = nil
  }
}
