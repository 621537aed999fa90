// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The years of a title page: of the work, and of the edition.
extension TitleMatter {
  /// Whether the page names a translator, or an editor beside the author.
  var isEdited: Bool {
    let roles = Set(metadata.people.map(\.value.role))
    return roles.contains(.translator) || roles.isSuperset(of: [.author, .editor])
  }

  mutating func setYear(_ printed: String, rule: String, _ line: Int) {
    var date = Metadata()
    date.setDate(printed, rule: rule, line: line)
    guard var year = date.year else { return }
    // A later edition or a translation is dated by its title page, the work is not.
    if isLaterEdition || isEdited {
      if metadata.editionYear == nil || metadata.editionYear?.rule == GutenbergHeader.rule {
        metadata.editionYear = year
      }
    } else if metadata.year == nil {
      // That a printing is the first is likely, but not said.
      if rule != "date-line" { year.basis = .inferred }
      metadata.year = year
      metadata.printedYear = date.printedYear
    }
  }

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
