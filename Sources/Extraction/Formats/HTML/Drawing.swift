// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Text in drawings (SVG 2, 11).
enum Drawing {
  /// Whether a drawing is a page of a book, as in fixed layouts, rather than a chart beside text:
  /// it has more words than all the rest of its document.
  static func isPage(_ drawing: HTMLNode) -> Bool {
    let ancestors = sequence(first: drawing, next: { $0.parent }).dropFirst().prefix(20)
    guard
      let document = ancestors.first(where: { node in
        node.isElement
          && (node.tag == GUMBO_TAG_BODY || node.attribute("data-document") != nil)
      })
    else { return false }
    let words = letters(in: drawing, limit: 1 << 20)
    return words >= 20 && letters(in: document, limit: words * 2) <= words * 2
  }

  /// Whether an element is a line of text in a drawing.
  static func isText(_ node: HTMLNode) -> Bool {
    node.isElement && node.tag == GUMBO_TAG_UNKNOWN
      && node.pointee.v.element.tag_namespace == GUMBO_NAMESPACE_SVG && node.originalName == "text"
  }

  /// Number of letters that are read in an element, without titles and scripts, counted up to a
  /// limit; a number above the limit also where there are too many elements to count.
  private static func letters(in node: HTMLNode, limit: Int) -> Int {
    var count = 0
    var steps = 0
    var walk = HTMLWalk(node)
    while count <= limit, let step = walk.next() {
      steps += 1
      if steps > limit * 4 + 4_000 { return limit + 1 }
      guard case .enter(let inner) = step else { continue }
      if inner.isText, let text = inner.text {
        count += String(cString: text).count { $0.isLetter }
      } else if inner.isElement, ElementRole.role(of: inner.tag) == .silent {
        walk.skipChildren()
      }
    }
    return count
  }
}
