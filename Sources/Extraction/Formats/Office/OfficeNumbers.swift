// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Numbers pages and notes as a word processor prints them.
struct OfficeNumbers {
  private let sections: [OfficeSection]
  private var section = 0
  private var counts: [OfficeMark.Kind: Int] = [:]
  private var page: Int?

  init(_ sections: [OfficeSection]) { self.sections = sections }

  private var current: OfficeSection {
    section < sections.count ? sections[section] : OfficeSection()
  }

  /// Goes on to the next section.
  mutating func endSection() {
    let old = current
    section += 1
    if old.footnotes.restart == .section { counts[.footnote] = nil }
    if old.endnotes.restart == .section { counts[.endnote] = nil }
    if let first = current.firstPage { page = first - 1 }
  }

  /// The number of the next note, and whether it depends on where pages end, which no file says.
  ///
  /// Notes with marks of their own are not counted.
  mutating func next(_ kind: OfficeMark.Kind) -> (number: String, isInferred: Bool) {
    let notes = kind == .footnote ? current.footnotes : current.endnotes
    let number = counts[kind].map { $0 + 1 } ?? notes.start ?? 1
    counts[kind] = number
    // Endnotes have small Roman numerals unless something says otherwise (ISO/IEC 29500-1,
    // 17.11.17).
    let format = notes.format ?? (kind == .footnote ? .decimal : .lowerRoman)
    return (format.string(for: number), notes.restart == .page)
  }

  /// The label of the next page, which nothing in the document prints.
  mutating func nextPage() -> Attributed<String> {
    let number = page.map { $0 + 1 } ?? current.firstPage ?? 1
    page = number
    if current.footnotes.restart == .page { counts[.footnote] = nil }
    return Attributed(
      (current.pageFormat ?? .decimal).string(for: number), .inferred, rule: "page-break")
  }
}
