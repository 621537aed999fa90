// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Reads the marks by which transcriptions keep the pages of a book.
enum PageMarks {
  /// Whether an element is an empty anchor named for a page: `Page_12`, `page12`, `pgxii`.
  static func isAnchor(_ node: HTMLNode) -> Bool {
    guard node.tag == GUMBO_TAG_A || node.tag == GUMBO_TAG_SPAN, let name = node.identifier,
      node.attribute("href") == nil, label(ofName: name) != nil
    else { return false }
    return NoteLinks.text(of: node).utf8.count <= 16
  }

  /// The label of a page mark, by its text or by its name; `nil` if it has none.
  static func label(of node: HTMLNode, text: String) -> String? {
    if let label = label(ofText: text) { return label }
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      guard case .enter(let inner) = step, inner.isElement else { continue }
      for name in [inner.attribute("title"), inner.attribute("aria-label"), inner.identifier] {
        if let name, let label = label(ofName: name) ?? label(ofText: name) { return label }
      }
    }
    return nil
  }

  /// `[Pg 12]`, `- 12 -`, `{xii}`, `Page 12`, `p. 12`.
  private static func label(ofText text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, words.count <= 2, isLabel(last) else { return nil }
    if words.count == 1 { return String(last) }
    return ["pg", "page", "p", "s", "seite"].contains(words[0].lowercased()) ? String(last) : nil
  }

  private static func label(ofName name: String) -> String? {
    let lower = name.lowercased()
    for prefix in ["page_", "page-", "page", "pg_", "pg-", "pg", "p_", "p-", "p."]
    where lower.hasPrefix(prefix) {
      let rest = lower.dropFirst(prefix.count)
      return isLabel(rest) ? String(rest) : nil
    }
    return nil
  }

  /// An Arabic number of up to five digits or a Roman one.
  private static func isLabel(_ text: Substring) -> Bool {
    guard (1...10).contains(text.utf8.count) else { return false }
    if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return text.utf8.count <= 5 }
    return text.lowercased().allSatisfy { "ivxlc".contains($0) }
  }
}
