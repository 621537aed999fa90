// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Recognises bold and large type, which pages without heading elements use for headings.
enum StrongType {
  /// Whether an element sets its text in bold or large type.
  static func isStrong(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_BIG: true
    case GUMBO_TAG_FONT: isLarge(node.attribute("size"))
    default: false
    }
  }

  /// Whether a font size is large: sizes are 1 to 7, normally 3, or relative (HTML 4.01, 15.2.2).
  private static func isLarge(_ size: String?) -> Bool {
    guard let size = size?.trimmed, let number = Int(size) else { return false }
    return size.first == "+" ? number >= 1 : number >= 4
  }

  /// Whether a document has heading elements.
  static func hasHeadings(_ root: HTMLNode) -> Bool {
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      if case .enter(let node) = step, node.isElement, ElementRole.role(of: node.tag) == .heading {
        return true
      }
    }
    return false
  }
}
