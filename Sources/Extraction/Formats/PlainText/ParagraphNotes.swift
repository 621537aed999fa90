// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Finds notes set below the paragraph that has their mark, in texts without pages.
///
/// Such a paragraph begins with a sign, a superscript or a number in parentheses that is also a
/// mark in one of the paragraphs just before it. Items of lists begin alike, but their signs are
/// not in the text before, or follow each other.
enum ParagraphNotes {
  /// Number of preceding paragraphs in which the mark may be.
  private static let reach = 3

  static func mark(_ groups: inout [LineGroup]) {
    var marked: [LineGroup] = []
    /// Marks in the last paragraphs, by how they are printed, with the number of their uses.
    var recent: [[String: Int]] = []
    for (index, group) in groups.enumerated() {
      if group.kind == .paragraph || group.kind == .verse || group.kind == .quotation,
        let starts = starts(in: group), !isListItem(group, starts, groups, index),
        let notes = notes(group, starts, recent)
      {
        for start in starts { use(start.key, &recent) }
        marked += notes
        continue
      }
      if case .heading = group.kind { recent = [] }
      marked.append(group)
      guard group.kind != .note, group.width <= 20_000 else { continue }
      recent.append(marks(in: group.text))
      if recent.count > reach { recent.removeFirst() }
    }
    groups = marked
  }

  /// The mark at the start of a line.
  private struct Start {
    var member: Int
    var sign: String
    /// The sign and how it is printed.
    var key: String
    var printed: String
  }

  /// The marks at line starts of a group; `nil` if the first line has none or one occurs twice.
  private static func starts(in group: LineGroup) -> [Start]? {
    var starts: [Start] = []
    for (index, member) in group.members.enumerated() {
      if let start = start(of: member.line.text, member: index) {
        starts.append(start)
      } else if index == 0 {
        return nil
      }
    }
    return Set(starts.map(\.key)).count == starts.count ? starts : nil
  }

  private static func start(of line: String, member: Int) -> Start? {
    guard let first = line.unicodeScalars.first else { return nil }
    if NoteMarkSearch.isPrinters(first) {
      let sign = line.prefix { $0.unicodeScalars.first == first }
      let rest = line.dropFirst(sign.count)
      let words = rest.drop { $0 == " " }
      guard sign.count <= 3, isStartOfNote(words) else { return nil }
      // `*Words* like these` are emphasised.
      if first == "*", Emphasis(line).hasClosing { return nil }
      return Start(
        member: member, sign: String(sign), key: String(sign),
        printed: String(line[..<words.startIndex]))
    }
    guard let mark = PageNotes.mark(line), mark.isFigure,
      let form = first == "("
        ? NoteMarkSearch.Form.parentheses : first.isASCII ? nil : .superscript,
      isStartOfNote(line.dropFirst(mark.printed.count))
    else { return nil }
    return Start(
      member: member, sign: mark.sign, key: key(mark.sign, form), printed: mark.printed)
  }

  private static func isStartOfNote(_ words: Substring) -> Bool {
    guard let first = words.first else { return false }
    return first.isLetter || first.isNumber || "“\"‘'«([_".contains(first)
  }

  private static func key(_ sign: String, _ form: NoteMarkSearch.Form) -> String {
    switch form {
    case .parentheses: "(\(sign))"
    case .superscript: "^\(sign)"
    default: sign
    }
  }

  /// Counts the marks in a paragraph.
  private static func marks(in text: String) -> [String: Int] {
    let emphasis = Emphasis(text)
    var marks: [String: Int] = [:]
    for candidate in NoteMarkSearch.candidates(in: text)
    where [.sign, .superscript, .parentheses].contains(candidate.form)
      && !emphasis.closes(at: candidate.range.lowerBound)
    {
      marks[key(candidate.sign, candidate.form), default: 0] += 1
    }
    return marks
  }

  /// Whether a neighbour begins with the same sign, as items of a list do.
  private static func isListItem(
    _ group: LineGroup, _ starts: [Start], _ groups: [LineGroup], _ index: Int
  ) -> Bool {
    guard starts.count == 1, let sign = starts.first?.key else { return false }
    for neighbour in [index - 1, index + 1] where groups.indices.contains(neighbour) {
      if start(of: groups[neighbour].first.text, member: 0)?.key == sign { return true }
    }
    return false
  }

  /// Divides a group at its marks, each of which must be in the paragraphs before it exactly once.
  private static func notes(
    _ group: LineGroup, _ starts: [Start], _ recent: [[String: Int]]
  ) -> [LineGroup]? {
    for start in starts {
      guard recent.reduce(0, { $0 + ($1[start.key] ?? 0) }) == 1 else { return nil }
    }
    let ends = starts.dropFirst().map(\.member) + [group.members.count]
    return zip(starts, ends).map { start, end in
      let members = Array(group.members[start.member..<end])
      return LineGroup(
        members: members, blanksBefore: group.blanksBefore, kind: .note,
        note: (
          Attributed(
            start.sign, .stated, rule: "note-number", evidence: start.printed.trimmed,
            line: members[0].line.number),
          start.printed, ""
        ))
    }
  }

  private static func use(_ key: String, _ recent: inout [[String: Int]]) {
    for index in recent.indices { recent[index][key] = nil }
  }
}
