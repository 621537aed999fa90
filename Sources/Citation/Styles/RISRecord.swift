// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

extension CitationStyle {
  /// RIS records (Research Information Systems tagged format).
  package static let ris = Self(
    "ris", "RIS records (Research Information Systems tagged format)",
    records: { $0.map(\.ris).joined(separator: "\n") })
}

extension CitedRecord {
  /// An RIS record with one line for each field.
  var ris: String {
    let type =
      switch facts.kind {
      case .book: "BOOK"
      case .book where facts.isThesis: "THES"
      case .part where facts.isArticle: "JOUR"
      case .part: "CHAP"
      case .paper, .named: "GEN"
      }
    var lines = ["TY  - \(type)"]
    for (tag, people) in [
      ("AU", facts.authors), ("ED", facts.editors), ("A4", facts.translators),
    ] {
      for person in people { lines.append("\(tag)  - \(Self.line(person.invertedName))") }
    }
    let pages = facts.place.pages
    let bounds = pages.map { $0.bounds ?? ($0.text(.full), nil) }
    let fields: [(String, String?)] = [
      ("TI", facts.fullTitle), ("T2", facts.container), ("VL", facts.volume),
      (
        "PY", facts.editionYear.map(String.init) ?? facts.date?.ris ?? facts.year.map(String.init)
      ),
      ("OP", facts.editionYear == nil ? nil : facts.year.map(String.init)),
      ("PB", facts.publisher), ("CY", facts.publisherPlace), ("SP", bounds?.0), ("EP", bounds?.1),
      ("LA", facts.language), ("UR", facts.url), ("Y2", accessed?.ris),
      ("N1", remarks.isEmpty ? nil : remarks.joined(separator: " ")), ("ID", facts.id),
    ]
    for (tag, value) in fields { if let value { lines.append("\(tag)  - \(Self.line(value))") } }
    return (lines + ["ER  - "]).joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
