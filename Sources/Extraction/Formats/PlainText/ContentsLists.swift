// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Distinguishes table of contents entries from headings, which are also short separate lines.
enum ContentsLists {
  /// Minimum number of consecutive headings that count as a list.
  private static let minimumRun = 6

  /// Turns headings that only list what follows into paragraphs.
  ///
  /// An entry ends with a page number or is part of a long run of headings. The first of a run may
  /// be the heading of the list itself, and the last the heading of the text that follows.
  static func demote(_ groups: inout [LineGroup]) {
    var start = 0
    while start < groups.count {
      guard isHeading(groups[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < groups.count, isHeading(groups[end]) { end += 1 }
      let run = end - start
      for index in start..<end {
        let isInner = index > start && index < end - 1
        let isNumbered = run >= 3 && endsWithPage(groups[index].last.text)
        if isNumbered || (run >= minimumRun && isInner) {
          groups[index].kind = .paragraph
          groups[index].isContents = true
        }
      }
      start = end
    }
  }

  private static func isHeading(_ group: LineGroup) -> Bool {
    if case .heading = group.kind { true } else { false }
  }

  /// Whether a line ends with a page number after its words: `PREFACE 5`, `The Strike .... xii`.
  private static func endsWithPage(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count >= 2, let last = words.last else { return false }
    let isArabic = last.utf8.count <= 4 && last.utf8.allSatisfy { $0 &- 0x30 < 10 }
    let names = ["chapter", "part", "book", "section", "appendix", "letter", "volume"]
    if words.count == 2, names.contains(words[0].lowercased()) { return false }
    return isArabic || PageNumber.isRoman(last)
  }
}
