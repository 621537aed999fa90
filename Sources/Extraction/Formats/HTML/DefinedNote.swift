// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// A note in a definition list: its number is the term, and its words are the description.
enum DefinedNote {
  /// The description that follows a term which is nothing but the number of a note.
  static func description(of term: HTMLNode) -> HTMLNode? {
    guard term.tag == GUMBO_TAG_DT, isNumber(term), let next = sibling(of: term, step: 1),
      next.tag == GUMBO_TAG_DD
    else { return nil }
    return next
  }

  /// The term before a description, if it is nothing but the number of a note.
  static func label(of description: HTMLNode) -> HTMLNode? {
    guard description.tag == GUMBO_TAG_DD, let before = sibling(of: description, step: -1),
      before.tag == GUMBO_TAG_DT, isNumber(before)
    else { return nil }
    return before
  }

  private static func isNumber(_ term: HTMLNode) -> Bool {
    PrintedMark.number(in: term.headText) != nil
  }

  /// The nearest element before or after another in the same list.
  private static func sibling(of node: HTMLNode, step: Int) -> HTMLNode? {
    guard let parent = node.parent, parent.isElement else { return nil }
    var index = Int(node.pointee.index_within_parent) + step
    var left = 4
    while index >= 0, index < parent.childCount, left > 0 {
      if let child = parent.child(index), child.isElement { return child }
      index += step
      left -= 1
    }
    return nil
  }
}
