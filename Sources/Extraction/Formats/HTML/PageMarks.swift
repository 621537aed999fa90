// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Recognises page marks that transcriptions of books contain.
enum PageMarks {
  /// Whether an element is an anchor named after a page: `Page_12`, `page12`, `pgxii`.
  static func isAnchor(_ node: HTMLNode) -> Bool {
    guard node.tag == GUMBO_TAG_A || node.tag == GUMBO_TAG_SPAN, let name = node.identifier,
      node.attribute("href") == nil, label(ofName: name) != nil
    else { return false }
    return node.headText.utf8.count <= 16
  }

  /// The label in a page mark's text, or else in its attributes; `nil` if there is none.
  static func label(of node: HTMLNode, text: String) -> String? {
    if let label = PageMark.label(of: text) { return label }
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      guard case .enter(let inner) = step, inner.isElement else { continue }
      for name in [inner.attribute("title"), inner.attribute("aria-label"), inner.identifier] {
        if let name, let label = label(ofName: name) ?? PageMark.label(of: name) { return label }
      }
    }
    return nil
  }

  private static func label(ofName name: String) -> String? {
    let lower = name.lowercased()
    for prefix in ["page_", "page-", "page", "pg_", "pg-", "pg", "p_", "p-", "p."]
    where lower.hasPrefix(prefix) {
      let rest = lower.dropFirst(prefix.count)
      return PageMark.isLabel(rest) ? String(rest) : nil
    }
    return nil
  }
}
