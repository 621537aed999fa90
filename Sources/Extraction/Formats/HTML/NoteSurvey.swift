// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Raised numbers, headings and numbered lists of notes in a document, in reading order.
struct NoteSurvey {
  struct Item {
    var node: HTMLNode
    var number: String
    var order: Int
  }
  typealias Mark = Item

  struct Heading {
    var title: String
    var level: Int
    var order: Int
    var isInNotes: Bool
  }

  /// Notes that stand together under one heading.
  struct Group {
    var title: String
    var notes: [Item]
    var start: Int { notes.first?.order ?? 0 }
    var end: Int { (notes.last?.order ?? 0) + 1 }
  }

  private(set) var marks: [Mark] = []
  private(set) var headings: [Heading] = []
  private(set) var groups: [Group] = []

  /// Level of the heading above the list of notes; 0 for an element that contains one.
  private var noteLevel: Int?
  private var container: HTMLNode?
  private var open = Group(title: "", notes: [])
  private var order = 0
  /// The number that comes next in each ordered list of notes.
  private var nextNumbers: [HTMLNode: Int] = [:]
  /// The end of the text in the current block.
  private var tail = ""

  init(_ root: HTMLNode, linked: NoteLinks) {
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      switch step {
      case .enter(let node) where node.isText:
        if let text = node.text { tail = String((tail + String(cString: text)).suffix(16)) }
      case .leave(let node):
        if node == container { endNotes() }
        if ElementRole.role(of: node.tag).isBlock { tail = "" }
        if node.tag == GUMBO_TAG_SECTION, node.attribute("data-document") != nil { endNotes() }
      case .enter(let node) where node.isElement:
        order += 1
        let role = ElementRole.role(of: node.tag)
        if role == .silent || linked.noteOfMark[node] != nil || linked.noteInBlock[node] != nil {
          walk.skipChildren()
        } else if role == .heading {
          read(heading: node)
          walk.skipChildren()
        } else if role.isBlock {
          tail = ""
          if noteLevel == nil, NoteWords.isList(node) {
            container = node
            noteLevel = 0
          }
          read(block: node)
        } else if Self.isRaised(node) {
          read(raised: node, linked)
          walk.skipChildren()
        }
      default: break
      }
    }
    endNotes()
  }

  private mutating func read(heading node: HTMLNode) {
    let title = node.headText.lettersAndDigits
    let level = ElementRole.headingLevel(node.tag)
    if NoteWords.isTitle(title) {
      // “Notes to Chapter One” is not a title of this kind; a second “Notes” begins a new list.
      endNotes()
      noteLevel = level
      return
    }
    let isBelow = container != nil || noteLevel.map { $0 > 0 && level > $0 } ?? false
    endGroup()
    if isBelow { open.title = title } else { endNotes() }
    headings.append(Heading(title: title, level: level, order: order, isInNotes: isBelow))
  }

  private mutating func read(block node: HTMLNode) {
    let number: String?
    if noteLevel != nil {
      number = NoteWords.number(ofNote: node, next: &nextNumbers)
    } else {
      number = NoteWords.raisedNumber(atStartOf: node)
      if number == nil, node.tag == GUMBO_TAG_P { endGroup() }
    }
    guard let number else { return }
    open.notes.append(Item(node: node, number: number, order: order))
  }

  private mutating func read(raised node: HTMLNode, _ linked: NoteLinks) {
    guard noteLevel == nil, linked.note(inMark: node) == nil,
      let number = PrintedMark.number(in: node.headText),
      NoteWords.isMark(number), !isExponent(node)
    else { return }
    marks.append(Item(node: node, number: number, order: order))
  }

  /// Whether a raised number is an exponent, or the number of a verse that begins with it.
  private func isExponent(_ node: HTMLNode) -> Bool {
    guard let last = tail.last, !last.isWhitespace else {
      return tail.isEmpty || Self.isBeforeLetter(node)
    }
    if last.isNumber { return true }
    let word = tail.reversed().prefix { $0.isLetter }
    return word.count == 1 || NoteWords.units.contains(String(word.reversed()))
  }

  private static func isBeforeLetter(_ node: HTMLNode) -> Bool {
    guard let parent = node.parent, parent.isElement else { return false }
    let next = Int(node.pointee.index_within_parent) + 1
    guard next < parent.childCount, let sibling = parent.child(next), sibling.isText,
      let text = sibling.text
    else { return false }
    return String(cString: text).first?.isLetter == true
  }

  private static func isRaised(_ node: HTMLNode) -> Bool {
    if node.tag == GUMBO_TAG_SUP { return true }
    guard node.tag == GUMBO_TAG_SPAN, node.pointee.v.element.attributes.length > 0 else {
      return false
    }
    if node.roleWords.contains(where: { NoteWords.raised.contains($0) }) { return true }
    return node.attribute("style")?.lowercased().filter { $0 != " " }
      .contains("vertical-align:super") == true
  }

  private mutating func endGroup() {
    if !open.notes.isEmpty { groups.append(open) }
    open = Group(title: "", notes: [])
  }

  private mutating func endNotes() {
    endGroup()
    noteLevel = nil
    container = nil
  }
}
