// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Classifies groups of lines as headings, quotations, verse, notes or paragraphs.
struct Classification {
  /// The classified groups; some input groups are split.
  private(set) var groups: [LineGroup] = []
  private let measure: LineMeasure
  /// Letters in brackets that stand after words, as marks do.
  private let letters: Set<String>

  init(_ groups: [LineGroup]) {
    measure = LineMeasure(groups)
    letters = BracketedNote.letters(in: groups)
    for group in BracketedNote.joined(groups.flatMap(BracketedNote.divided)) {
      for part in divided(group) { self.groups.append(classified(part)) }
    }
  }

  /// Splits a group at indented first lines, if the text marks paragraphs by indentation.
  private func divided(_ group: LineGroup) -> [LineGroup] {
    guard measure.indentsParagraphs, group.kind == .paragraph, group.members.count >= 2,
      !group.isAside
    else {
      return [group]
    }
    var parts: [LineGroup] = []
    for member in group.members {
      let depth = member.line.indent - measure.indent
      if let last = parts.last, (1...10).contains(depth),
        last.last.indent <= measure.indent
          || last.members.count == 1, SentenceEnd.ends(last.last.text)
      {
        parts.append(LineGroup(members: [member], blanksBefore: 0))
      } else if parts.isEmpty {
        parts.append(LineGroup(members: [member], blanksBefore: group.blanksBefore))
      } else {
        parts[parts.count - 1].members.append(member)
      }
    }
    return parts
  }

  private func classified(_ group: LineGroup) -> LineGroup {
    var group = group
    // A line wider than any page is neither heading nor verse, so it is not examined.
    guard group.kind == .paragraph, group.width <= 20_000, !group.isAside else { return group }
    if let note = BracketedNote(group), note.isCertain || letters.contains(note.number) {
      group.kind = .note
      group.note = (
        Attributed(
          note.number,
          .stated,
          rule: "note-number",
          evidence: note.printed,
          line: group.first.number
        ),
        note.printed, note.closing
      )
    } else if let level = Headings.level(of: group, measure) {
      group.kind = .heading(level: level)
    } else if isVerse(group) {
      group.kind = .verse
    } else if isQuotation(group) {
      group.kind = .quotation
    }
    return group
  }

  /// Whether all lines are indented, or set narrower between quotation marks.
  private func isQuotation(_ group: LineGroup) -> Bool {
    let text = group.text
    if group.isSmall, group.members.count >= 2, group.blanksBefore > 0 { return true }
    let isMarked = text.first.map { "“\"«‘".contains($0) } ?? false
    if group.indent >= measure.indent + 2, group.members.count >= 2, group.width < measure.width {
      return true
    }
    guard isMarked, group.blanksBefore > 0, let before = groups.last, before.kind == .paragraph
    else {
      return false
    }
    let isIntroduced = before.text.last == ":"
    let isNarrow = group.members.count >= 3 && group.width <= measure.width - 5
    let isEnclosed =
      text.dropFirst().last { !".,;0123456789*".contains($0) }
      .map { "”\"»’".contains($0) } ?? false
    return isNarrow || (isIntroduced && isEnclosed && isOneQuotation(text))
  }

  /// Whether the opening quotation mark is closed only at the end of the text.
  private func isOneQuotation(_ text: String) -> Bool {
    let inner = text.dropFirst().dropLast(3)
    return !inner.contains("”") && !inner.contains("»")
      && (text.first != "\"" || !inner.contains("\""))
  }

  /// Whether the lines are indented, short, ragged and begin with capitals.
  private func isVerse(_ group: LineGroup) -> Bool {
    guard group.members.count >= 2, group.indent >= measure.indent + 2,
      group.width * 10 <= measure.width * 8
    else { return false }
    let capitals = group.members.count {
      $0.line.text.first(where: \.isLetter)?.isUppercase == true
    }
    guard capitals * 10 >= group.members.count * 8 else { return false }
    let filled = group.members.dropLast().count { $0.line.length * 10 >= group.width * 9 }
    return filled * 2 <= group.members.count - 1
      || group.members.count >= 4 && filled * 4 <= group.members.count * 3
  }
}
