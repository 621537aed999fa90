// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// An image of a large initial: its alternative text is the letter with which the paragraph begins.
enum InitialImage {
  /// The letter, perhaps after a quotation mark, if text follows the image in its block.
  static func letter(of image: HTMLNode) -> String? {
    guard let text = image.attribute("alt")?.trimmed, (1...2).contains(text.count),
      text.last?.isLetter == true, text.count(where: \.isLetter) == 1, let next = next(image),
      next.drop(while: \.isWhitespace).first.map({ $0.isLetter || $0 == "'" || $0 == "’" }) == true
        || isWord(text)
    else { return nil }
    return text
  }

  /// Whether the letter can be a word of its own, before a space.
  static func isWord(_ letter: String) -> Bool {
    letter.last.map { "AIOUEYÀÉÓÅÖАВИКОСУЯ".contains($0.uppercased()) } == true
  }

  /// The text after the image, in its parents as far as the block.
  private static func next(_ image: HTMLNode) -> String? {
    var node = image
    for _ in 0..<6 {
      guard let parent = node.parent, parent.isElement else { return nil }
      var index = Int(node.pointee.index_within_parent) + 1
      while index < parent.childCount, let sibling = parent.child(index) {
        index += 1
        let text =
          sibling.isText ? sibling.text.map { String(cString: $0) } ?? "" : sibling.headText
        if text.contains(where: { !$0.isWhitespace }) { return text }
      }
      if ElementRole.role(of: parent.tag).isBlock, parent.tag != GUMBO_TAG_DIV { return nil }
      node = parent
    }
    return nil
  }
}
