// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// Finds notes collected at the end of a text or chapter.
///
/// Below a heading such as `NOTES` they are counted from one, and anew below each name of a chapter.
enum Endnotes {
  /// Most paragraphs by which a note is continued.
  private static let mostParagraphs = 12

  /// Marks consecutively numbered groups below a heading such as `NOTES` as notes.
  static func mark(_ groups: inout [LineGroup]) {
    var index = 0
    while index < groups.count {
      guard isTitle(groups[index]) else {
        index += 1
        continue
      }
      index = markRun(&groups, after: index)
    }
  }

  private static func isTitle(_ group: LineGroup) -> Bool {
    group.kind != .note && group.members.count == 1 && group.width <= 60
      && group.text.contains(where: \.isLetter) && HeadingKey(group.text).isOfNotes
      && !(PageNotes.mark(group.text)?.isFigure ?? false)
  }

  private static func markRun(_ groups: inout [LineGroup], after title: Int) -> Int {
    var expected = 1
    var divided: [LineGroup] = []
    var names: [Int] = []
    var notes = 0
    var index = title + 1
    while index < groups.count {
      let group = groups[index]
      if group.kind == .note {
        divided.append(group)
        notes += 1
        expected = Int(group.note?.number.value ?? "").map { $0 + 1 } ?? expected
      } else if let parts = parts(of: group, &expected) {
        divided += parts
        notes += parts.count
      } else if isName(group), index + 1 < groups.count, begins(groups[index + 1]) {
        names.append(divided.count)
        divided.append(group)
        expected = 1
      } else if isName(group), index + 2 < groups.count, isName(groups[index + 1]),
        begins(groups[index + 2])
      {
        names.append(divided.count)
        divided.append(group)
      } else if let next = continuation(from: index, in: groups, until: expected),
        var last = divided.popLast(), last.kind == .note
      {
        for part in groups[index..<next] { last.members += part.members }
        divided.append(last)
        index = next
        continue
      } else {
        break
      }
      index += 1
    }
    guard notes >= 2 || (notes == 1 && divided.first?.kind == .note) else { return title + 1 }
    for name in names { divided[name].kind = .heading(level: 2) }
    groups.replaceSubrange((title + 1)..<index, with: divided)
    if names.isEmpty {
      if case .heading = groups[title].kind {} else { groups[title].kind = .heading(level: 3) }
    } else if HeadingKey(groups[title].text).isBareNotes {
      groups[title].kind = .heading(level: 1)
    } else {
      groups[title].kind = .heading(level: 2)
    }
    return title + 1 + divided.count
  }

  /// The group with the next number, if those before it are further paragraphs of the last note.
  private static func continuation(
    from index: Int, in groups: [LineGroup], until expected: Int
  ) -> Int? {
    guard expected > 1 else { return nil }
    for next in index..<min(index + mostParagraphs, groups.count) {
      let group = groups[next]
      if case .heading = group.kind { return nil }
      if group.kind == .note { return nil }
      if let mark = PageNotes.mark(group.first.text), mark.isFigure, Int(mark.sign) == expected {
        return next > index ? next : nil
      }
    }
    return nil
  }

  /// Whether a group may be the name of the chapter whose notes follow.
  private static func isName(_ group: LineGroup) -> Bool {
    group.kind != .note && group.members.count <= 2 && group.text.utf8.count <= 160
      && group.blanksBefore > 0 && group.text.contains { $0.isLetter || $0.isNumber }
  }

  /// Whether a group is the first of several notes.
  private static func begins(_ group: LineGroup) -> Bool {
    if group.kind == .note { return group.note?.number.value == "1" }
    guard let mark = PageNotes.mark(group.first.text) else { return false }
    return mark.isFigure && mark.sign == "1"
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
