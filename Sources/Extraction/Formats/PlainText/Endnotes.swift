// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Finds notes collected at the end of a text or chapter.
enum Endnotes {
  private static let titles: Set<String> = [
    "notes", "note", "endnotes", "footnotes", "references", "anmerkungen", "notas",
  ]

  /// Marks consecutively numbered groups below a heading such as `NOTES` as notes.
  static func mark(_ groups: inout [LineGroup]) {
    var index = 0
    while index < groups.count {
      let isShort = groups[index].members.count == 1 && groups[index].width <= 40
      guard isShort, titles.contains(groups[index].text.lowercased().filter(\.isLetter)) else {
        index += 1
        continue
      }
      index = markRun(&groups, after: index)
    }
  }

  private static func markRun(_ groups: inout [LineGroup], after title: Int) -> Int {
    var expected = 1
    var divided: [LineGroup] = []
    var index = title + 1
    while index < groups.count, groups[index].kind != .heading(level: 1),
      groups[index].kind != .note
    {
      let parts = parts(of: groups[index], &expected)
      guard let parts else { break }
      divided += parts
      index += 1
    }
    guard expected > 2 else { return title + 1 }
    groups.replaceSubrange((title + 1)..<index, with: divided)
    if case .heading = groups[title].kind {} else { groups[title].kind = .heading(level: 3) }
    return title + 1 + divided.count
  }

  /// Splits a group into notes, each starting on a new line; `nil` if it contains none.
  private static func parts(of group: LineGroup, _ expected: inout Int) -> [LineGroup]? {
    var parts: [LineGroup] = []
    for member in group.members {
      if let mark = PageNotes.mark(member.line.text), mark.isFigure, Int(mark.sign) == expected {
        expected += 1
        parts.append(
          LineGroup(
            members: [member],
            blanksBefore: 1,
            kind: .note,
            note: (
              Attributed(
                mark.sign,
                .stated,
                rule: "note-number",
                evidence: mark.sign,
                line: member.line.number
              ),
              mark.printed, ""
            )
          )
        )
      } else if parts.isEmpty {
        return nil
      } else {
        parts[parts.count - 1].members.append(member)
      }
    }
    return parts
  }
}
