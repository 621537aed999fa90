// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension PageNotes {
  /// The rest of a note that ended the page before within a sentence.
  ///
  /// It is the last group of the page, or the one above its first note, in smaller type than the
  /// text or below a rule, and goes on in the middle of a sentence.
  func continuation(
    _ groups: [[Int]], before start: Int?, _ lines: [TextLine]
  ) -> PageNote? {
    let above = start.map { start in groups.filter { ($0.first ?? 0) < start } } ?? groups
    guard above.count >= 2, let group = above.last, let first = group.first,
      Self.mark(lines[first].text) == nil, !above.allSatisfy({ Self.isSmall($0, lines) }),
      Self.isSmall(group, lines) || first > 0 && Self.isRule(lines[first - 1].text),
      SentenceEnd.continues(lines[first].text) || Self.isSmall(group, lines)
    else { return nil }
    return PageNote(
      lines: group, number: Attributed("", .inferred, rule: "note-continued"), printed: "",
      continues: true)
  }

  /// Whether all lines are set smaller than running text.
  static func isSmall(_ group: [Int], _ lines: [TextLine]) -> Bool {
    group.allSatisfy { lines[$0].print?.isSmall == true }
  }
}
