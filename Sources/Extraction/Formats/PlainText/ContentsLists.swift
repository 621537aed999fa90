// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Tells the entries of a table of contents from headings: both are short lines set apart.
enum ContentsLists {
  /// From how many headings without text between them on they are a list.
  private static let leastRun = 6

  /// Makes paragraphs of the headings that only list what follows.
  ///
  /// An entry ends with a page number, or stands in a long run of headings; the first of a run may
  /// be the list's own heading, and the last the heading of the text after it.
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
        if isNumbered || (run >= leastRun && isInner) {
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

  /// Whether a line ends with a page number behind its words: `PREFACE 5`, `The Strike .... xii`.
  private static func endsWithPage(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count >= 2, let last = words.last else { return false }
    let isArabic = last.utf8.count <= 4 && last.utf8.allSatisfy { $0 &- 0x30 < 10 }
    let names = ["chapter", "part", "book", "section", "appendix", "letter", "volume"]
    if words.count == 2, names.contains(words[0].lowercased()) { return false }
    return isArabic || PageNumber.isRoman(last)
  }
}
