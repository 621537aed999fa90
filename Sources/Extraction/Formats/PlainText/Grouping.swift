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
  /// Whether each line is a paragraph, as in texts that programs write without breaking lines.
  private let isUnbroken: Bool
  private var numbering: PageNotes
  /// Notes, and texts beside the running text, that follow the paragraph that goes on.
  private var waiting: [LineGroup] = []

  init(_ lines: [TextLine], _ pagination: Pagination) {
    isUnbroken = Self.isUnbroken(lines)
    let bodies = pagination.leaves.map { leaf in
      let dropped = Set(leaf.furniture.map(\.line))
      return leaf.lines.filter { !dropped.contains($0) && lines[$0].print?.isInText != false }
    }
    numbering = PageNotes(pagination.isPaged ? bodies : [], lines)
    for (page, leaf) in pagination.leaves.enumerated() {
      furniture += leaf.furniture
      let body = bodies[page]
      let notes = pagination.isPaged ? numbering.notes(body, lines) : []
      let firstNote = notes.first?.lines.first ?? Int.max
      let rules = Self.rules(above: firstNote, body, lines)
      for index in rules { furniture.append((index, "rule")) }
      let asides = leaf.lines.filter { lines[$0].print?.isInText == false }
      var nextAside = asides[...]
      for index in body where index < firstNote && !rules.contains(index) {
        addAsides(from: &nextAside, before: index, lines, pagination, page)
        add(lines[index], pagination.page(ofLine: index, leaf: page))
      }
      addAsides(from: &nextAside, before: Int.max, lines, pagination, page)
      for note in notes {
        let members = note.lines.filter { !lines[$0].isBlank && !PageNotes.isRule(lines[$0].text) }
          .map {
            LineGroup.Member(
              line: lines[$0], page: pagination.page(ofLine: $0, leaf: page))
          }
        for index in note.lines where PageNotes.isRule(lines[index].text) && !lines[index].isBlank {
          furniture.append((index, "rule"))
        }
        if note.continues {
          goOn(members)
          continue
        }
        waiting.append(
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
    groups += waiting
  }

  /// Drawn lines between the text of a page and its notes.
  private static func rules(above note: Int, _ body: [Int], _ lines: [TextLine]) -> [Int] {
    guard note < lines.count else { return [] }
    return body.prefix { $0 < note }.reversed()
      .prefix { lines[$0].isBlank || PageNotes.isRule(lines[$0].text) }
      .filter { !lines[$0].isBlank }
  }

  /// Length from which no line has been broken to fit a page, in code points.
  private static let longest = 160

  /// Whether a text has a paragraph on each line: many lines are longer than any page is wide, and
  /// nearly all end as sentences do.
  private static func isUnbroken(_ lines: [TextLine]) -> Bool {
    var all = 0
    var long = 0
    var ended = 0
    for line in lines where !line.isBlank {
      all += 1
      if line.length > longest { long += 1 }
      if SentenceEnd.ends(line.text) { ended += 1 }
    }
    return long >= 2 && long * 5 >= all && ended * 4 >= all * 3
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
    if isNewPage || line.print?.beginsColumn == true {
      if joins(last, line) {
        last.members.append(member)
        groups.append(last)
      } else {
        groups.append(last)
        takeNotes()
        groups.append(LineGroup(members: [member], blanksBefore: max(1, blanks)))
      }
    } else if blanks > 0 || isUnbroken {
      groups.append(last)
      takeNotes()
      groups.append(LineGroup(members: [member], blanksBefore: max(1, blanks)))
    } else {
      last.members.append(member)
      groups.append(last)
    }
  }

  /// Adds lines to the last note.
  private mutating func goOn(_ members: [LineGroup.Member]) {
    if let last = waiting.lastIndex(where: { $0.kind == .note }) {
      waiting[last].members += members
    } else if let last = groups.lastIndex(where: { $0.kind == .note }) {
      groups[last].members += members
    }
  }

  /// Adds texts beside the running text, which follow the paragraph beside them.
  private mutating func addAsides(
    from asides: inout ArraySlice<Int>, before end: Int, _ lines: [TextLine],
    _ pagination: Pagination, _ leaf: Int
  ) {
    while let index = asides.first, index < end {
      asides.removeFirst()
      if let rule = lines[index].print?.omission {
        furniture.append((index, rule))
        continue
      }
      let member = LineGroup.Member(
        line: lines[index], page: pagination.page(ofLine: index, leaf: leaf))
      if let last = waiting.last, last.isAside, last.last.print?.aside == lines[index].print?.aside
      {
        waiting[waiting.count - 1].members.append(member)
      } else {
        waiting.append(LineGroup(members: [member], blanksBefore: 1, isAside: true))
      }
    }
  }

  /// Places notes after the paragraph that continues across the end of their page.
  private mutating func takeNotes() {
    groups += waiting
    waiting = []
  }

  /// Whether a page begins with the continuation of the previous page's last paragraph.
  private func joins(_ last: LineGroup, _ line: TextLine) -> Bool {
    let isOtherType =
      last.isSmall != (line.print?.isSmall == true) || last.headingRank != line.print?.headingRank
    if last.kind == .note || isOtherType { return false }
    if Interruptions.isCaption(last), SentenceEnd.ends(last.last.text) { return false }
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
