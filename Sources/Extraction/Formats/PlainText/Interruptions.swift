// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Joins paragraphs that captions, tables and small print interrupt within a sentence.
///
/// Figures float to the head or foot of a page or column, wherever a sentence is there. What
/// interrupts it begins like a caption, or is in smaller type at such a place, and follows the
/// paragraph instead. A quotation in smaller type amid a column stays where it is.
enum Interruptions {
  /// Number of groups that may interrupt a sentence, and of lines of each.
  private static let mostGroups = 6
  private static let mostLines = 40

  static func mend(_ groups: inout [LineGroup]) {
    var mended: [LineGroup] = []
    mended.reserveCapacity(groups.count)
    var index = 0
    while index < groups.count {
      var group = groups[index]
      var inserted: [LineGroup] = []
      var next = index + 1
      while isOpen(group), let rest = rest(of: group, from: next, groups) {
        inserted += groups[next..<rest]
        group.members += groups[rest].members
        next = rest + 1
      }
      mended.append(group)
      mended += inserted
      index = next
    }
    groups = mended
  }

  /// Whether a paragraph ends within a sentence, at the end of a full line.
  private static func isOpen(_ group: LineGroup) -> Bool {
    guard isText(group), group.members.count >= 2, group.last.length * 2 >= group.width else {
      return false
    }
    let end = group.last.text
    return SentenceEnd.isOpen(end) || end.unicodeScalars.last.map(Hyphens.isHyphen) == true
  }

  private static func isText(_ group: LineGroup) -> Bool {
    group.kind == .paragraph && !group.isAside && !group.isSmall && group.headingRank == nil
      && !isCaption(group)
  }

  /// Index of the group that goes on with the sentence of another; `nil` if none does.
  private static func rest(
    of group: LineGroup, from start: Int, _ groups: [LineGroup]
  ) -> Int? {
    var hasCaption = false
    var hasInsertion = false
    for index in start..<min(start + mostGroups + 1, groups.count) {
      let next = groups[index]
      if next.kind == .note || next.isAside { continue }
      if next.members.count <= mostLines, next.isSmall || isCaption(next) {
        hasCaption = hasCaption || isCaption(next)
        hasInsertion = true
        continue
      }
      let isBroken = group.last.text.unicodeScalars.last.map(Hyphens.isHyphen) == true
      guard hasInsertion, isText(next), let first = next.first.text.first,
        first.isLowercase || isBroken && first.isLetter,
        next.members[0].page - group.members[group.members.count - 1].page <= 1
      else { return nil }
      let isAtEdge = (start...index).contains { place in
        groups[place].first.print?.beginsColumn == true || groups[place].first.beginsPage
      }
      return hasCaption || isAtEdge ? index : nil
    }
    return nil
  }

  /// Whether a group begins like a caption: `Figure 3.`, `Table IV`, `Abb. 2:`.
  static func isCaption(_ group: LineGroup) -> Bool {
    let words = group.first.text.prefix(40).split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].first?.isUppercase == true,
      names.contains(words[0].lowercased().filter(\.isLetter))
    else { return false }
    let number = words[1].prefix { $0.isLetter || $0.isNumber }
    return number.first?.isNumber == true || PageNumber.isRoman(number)
  }

  /// What captions begin with.
  private static let names: Set<String> = [
    "figure", "fig", "table", "tab", "plate", "map", "chart", "diagram", "illustration", "box",
    "abbildung", "abb", "tabelle", "tafel", "karte", "tableau", "planche", "carte", "figura",
    "tabla", "tabella", "tavola", "tabela", "quadro", "lámina", "afbeelding", "tabel", "figur",
    "tabell", "rysunek", "rys", "obrázek", "obr", "tabulka", "рисунок", "рис", "таблица", "табл",
  ]
}
