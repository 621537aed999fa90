// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Words and numbers by which notes and lists of notes are recognised where no links say so.
enum NoteWords {
  /// Whether a heading, folded to letters and digits, is the title of a list of notes.
  static func isTitle(_ title: String) -> Bool { titles.contains(title.lowercased()) }

  /// Whether an element contains a list of notes.
  static func isList(_ node: HTMLNode) -> Bool {
    guard node.pointee.v.element.attributes.length > 0 else { return false }
    return node.roleWords.contains { lists.contains($0) }
  }

  /// Whether raised text is a number of up to three digits, or signs such as `*`; letters are not
  /// enough, as in `1er`.
  static func isMark(_ number: String) -> Bool {
    if number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return number.utf8.count <= 3 }
    return number.allSatisfy { "*†‡§‖¶#".contains($0) }
  }

  /// The number of a note in a list: its place in an ordered list, or the number it begins with.
  ///
  /// - Parameter next: The number that comes next in each list.
  static func number(ofNote node: HTMLNode, next: inout [HTMLNode: Int]) -> String? {
    if node.tag == GUMBO_TAG_LI, let list = node.parent, list.isElement, list.tag == GUMBO_TAG_OL {
      return place(of: node, in: list, next: &next)
    }
    if node.tag == GUMBO_TAG_TR { return number(inRow: node) }
    if let label = DefinedNote.label(of: node) { return PrintedMark.number(in: label.headText) }
    guard mayBeNote(node) else { return nil }
    if let parent = node.parent, parent.isElement, parent.tag == GUMBO_TAG_LI { return nil }
    if let number = raisedNumber(atStartOf: node) { return number }
    return number(atStartOf: node.headText)
  }

  /// The number that is all there is in the first cell of a row.
  private static func number(inRow row: HTMLNode) -> String? {
    let cells = (0..<min(row.childCount, 8)).compactMap { row.child($0) }
      .filter { $0.isElement && ElementRole.role(of: $0.tag) == .cell }
    guard cells.count == 2 else { return nil }
    return PrintedMark.number(in: cells[0].headText)
  }

  /// The number of a raised element that a paragraph begins with.
  static func raisedNumber(atStartOf node: HTMLNode) -> String? {
    guard mayBeNote(node) else { return nil }
    for index in 0..<min(3, node.childCount) {
      guard let child = node.child(index) else { return nil }
      if child.isText {
        guard let text = child.text, String(cString: text).allSatisfy(\.isWhitespace) else {
          return nil
        }
        continue
      }
      guard child.isElement, child.tag == GUMBO_TAG_SUP else { return nil }
      return PrintedMark.number(in: child.headText)
    }
    return nil
  }

  /// The number before a note: `1.`, `(1)`, `[1]`, `1)`, or signs such as `*`.
  static func number(atStartOf text: String) -> String? {
    let text = text.trimmed
    let head = text.prefix { !$0.isWhitespace }
    let inner = head.drop { "[(".contains($0) }
    let number = inner.prefix { $0.isASCII && $0.isNumber }
    if (1...3).contains(number.utf8.count) {
      let rest = inner.dropFirst(number.count)
      let isMarked = rest.first.map { ".):]".contains($0) } ?? true
      return isMarked ? String(number) : nil
    }
    let signs = inner.prefix { "*†‡§‖¶".contains($0) }
    return signs.isEmpty ? nil : String(signs)
  }

  /// Whether an element is a paragraph, an item, or a division without blocks in it.
  private static func mayBeNote(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case GUMBO_TAG_P, GUMBO_TAG_LI: true
    case GUMBO_TAG_DIV:
      !(0..<min(node.childCount, 64)).contains { index in
        node.child(index).map { $0.isElement && ElementRole.role(of: $0.tag).isBlock } == true
      }
    default: false
    }
  }

  /// The number of an item in an ordered list (HTML Standard, 4.4.5 and 4.4.8).
  private static func place(
    of item: HTMLNode, in list: HTMLNode, next: inout [HTMLNode: Int]
  ) -> String? {
    guard list.attribute("reversed") == nil else { return nil }
    func number(_ name: StaticString, of node: HTMLNode) -> Int? {
      node.attribute(name).flatMap { Int($0.trimmed) }
    }
    let place = number("value", of: item) ?? next[list] ?? number("start", of: list) ?? 1
    next[list] = place &+ 1
    return String(place)
  }

  /// Titles of lists of notes, by language, folded to letters.
  private static let titles: Set<String> = [
    "notes", "note", "footnotes", "endnotes", "notesandreferences", "referencesandnotes",
    "references", "notesreferences",
    "anmerkungen", "fußnoten", "fussnoten", "endnoten", "anmerkung",
    "notas", "notasdelautor", "notasdelpie", "notasapie", "notasderodapé", "notasapiedepágina",
    "notesdebasdepage", "notesdelauteur", "notesdefin", "notesetréférences",
    "noteapièdipagina", "noteafine", "noteatesto",
    "noten", "voetnoten", "eindnoten", "noter", "fotnoter", "fodnoter", "slutnoter",
    "przypisy", "примечания", "сноски", "poznámky", "σημειώσεις", "viitteet", "notlar", "jegyzetek",
  ]
  private static let lists: Set<Substring> = [
    "footnotes", "endnotes", "rearnotes", "doc-endnotes", "doc-footnotes", "footnote-list",
    "footnotes-list", "footnoteslist", "notes-list", "fn-list", "endnote-list",
  ]
  /// Classes of raised text.
  static let raised: Set<Substring> = [
    "sup", "super", "superscript", "fnref", "noteref", "footnote-ref", "footnoteref",
    "footnote-mark",
    "notemark", "note-mark",
  ]
  /// Units whose squares and cubes are printed with raised numbers.
  static let units: Set<String> = [
    "mm", "cm", "dm", "km", "ft", "yd", "mi", "sq", "Fuß", "qm",
  ]
}
