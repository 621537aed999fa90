// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Collects the lines of all pages into groups, which can continue across pages.
struct Grouping {
  /// Groups in reading order; notes follow the group that ends their page.
  private(set) var groups: [LineGroup] = []
  /// Lines left out because they are page furniture, with the rule that applies.
  private(set) var furniture: [(line: Int, rule: String)] = []

  private var blanks = 0
  private var isNewPage = false
  private var numbering: PageNotes
  private var waitingNotes: [LineGroup] = []

  init(_ lines: [TextLine], _ pagination: Pagination) {
    let bodies = pagination.leaves.map { leaf in
      let dropped = Set(leaf.furniture.map(\.line))
      return leaf.lines.filter { !dropped.contains($0) }
    }
    numbering = PageNotes(pagination.isPaged ? bodies : [], lines)
    for (page, leaf) in pagination.leaves.enumerated() {
      furniture += leaf.furniture
      let body = bodies[page]
      let notes = pagination.isPaged ? numbering.notes(body, lines) : []
      let firstNote = notes.first?.lines.first ?? Int.max
      let rules = Self.rules(above: firstNote, body, lines)
      for index in rules { furniture.append((index, "rule")) }
      for index in body where index < firstNote && !rules.contains(index) {
        add(lines[index], pagination.page(ofLine: index, leaf: page))
      }
      for note in notes {
        let members = note.lines.filter { !lines[$0].isBlank && !PageNotes.isRule(lines[$0].text) }
          .map {
            LineGroup.Member(
              line: lines[$0], page: pagination.page(ofLine: $0, leaf: page))
          }
        for index in note.lines where PageNotes.isRule(lines[index].text) && !lines[index].isBlank {
          furniture.append((index, "rule"))
        }
        waitingNotes.append(
          LineGroup(
            members: members,
            blanksBefore: 1,
            kind: .note,
            note: (note.number, note.printed, "")
          )
        )
      }
      isNewPage = true
    }
    groups += waitingNotes
  }

  /// Drawn lines between the text of a page and its notes.
  private static func rules(above note: Int, _ body: [Int], _ lines: [TextLine]) -> [Int] {
    guard note < lines.count else { return [] }
    return body.prefix { $0 < note }.reversed()
      .prefix { lines[$0].isBlank || PageNotes.isRule(lines[$0].text) }
      .filter { !lines[$0].isBlank }
  }

  private mutating func add(_ line: TextLine, _ page: Int) {
    guard !line.isBlank else {
      blanks += 1
      return
    }
    let member = LineGroup.Member(line: line, page: page)
    defer {
      blanks = 0
      isNewPage = false
    }
    guard var last = groups.popLast() else {
      groups.append(LineGroup(members: [member], blanksBefore: blanks))
      return
    }
    if isNewPage {
      if joins(last, line) {
        last.members.append(member)
        groups.append(last)
      } else {
        groups.append(last)
        takeNotes()
        groups.append(LineGroup(members: [member], blanksBefore: max(1, blanks)))
      }
    } else if blanks > 0 {
      groups.append(last)
      takeNotes()
      groups.append(LineGroup(members: [member], blanksBefore: blanks))
    } else {
      last.members.append(member)
      groups.append(last)
    }
  }

  /// Places notes after the paragraph that continues across the end of their page.
  private mutating func takeNotes() {
    groups += waitingNotes
    waitingNotes = []
  }

  /// Whether a page begins with the continuation of the previous page's last paragraph.
  private func joins(_ last: LineGroup, _ line: TextLine) -> Bool {
    if last.kind == .note { return false }
    let end = last.last.text
    if Headings.isAllCapitals(line.text) || (last.members.count == 1 && Headings.isAllCapitals(end))
    {
      return false
    }
    if end.unicodeScalars.last.map(Hyphens.isHyphen) == true || SentenceEnd.continues(line.text) {
      return true
    }
    // A line that is not filled ends its paragraph: the imprint of a title page.
    if last.last.length * 2 < line.length, end.unicodeScalars.last != "," { return false }
    return SentenceEnd.isOpen(end)
  }
}
