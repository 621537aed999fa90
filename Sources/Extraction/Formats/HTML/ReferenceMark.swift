// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Elements that declare themselves to be note marks, ways back, or notes beside the text.
enum ReferenceMark {
  /// Maximum length of a mark in code points, if its role declares it (DPUB-ARIA 1.1, doc-noteref;
  /// EPUB Structural Semantics 1.1, noteref), and if only its class does.
  private static let longest = 40
  private static let longestByClass = 16

  /// What a link prints as a note's mark, without brackets; `nil` if it is not declared to be one.
  static func number(of node: HTMLNode, text: String) -> String? {
    let words = node.roleWords
    let isDeclared = words.contains { roles.contains($0) }
    guard isDeclared || words.contains(where: { classes.contains($0) }) else { return nil }
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.unicodeScalars.count <= (isDeclared ? longest : longestByClass) else { return nil }
    if let number = PrintedMark.number(in: text) { return number }
    let inner = text.drop { "[({".contains($0) }
    let number = String(inner.reversed().drop { "])}.:".contains($0) }.reversed())
    return number.isEmpty ? "*" : number
  }

  /// Whether a link is a locator in an index (EPUB Indexes 1.0; DPUB-ARIA 1.1, doc-index).
  static func isInIndex(_ node: HTMLNode) -> Bool {
    sequence(first: node, next: { $0.parent }).prefix(8).contains { ancestor in
      ancestor.isElement && ancestor.pointee.v.element.attributes.length > 0
        && ancestor.roleWords.contains { indexes.contains($0) }
    }
  }

  /// Whether the role of a link declares it a mark, wherever its note stands.
  static func isDeclared(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { roles.contains($0) }
  }

  /// Whether a link leads back from a note.
  static func isBacklink(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { backlinks.contains($0) }
  }

  /// Whether an element within a paragraph contains a note: Tufte CSS, CSS for paged media.
  static func isSidenote(_ node: HTMLNode) -> Bool {
    guard node.tag == GUMBO_TAG_SPAN || node.tag == GUMBO_TAG_SMALL,
      node.roleWords.contains(where: { beside.contains($0) })
    else { return false }
    var walk = HTMLWalk(node)
    var steps = 0
    while let step = walk.next(), steps < 64 {
      steps += 1
      // A link within a mark of this class leads to the note.
      if case .enter(let inner) = step, inner.isElement, inner.attribute("href")?.first == "#" {
        return false
      }
    }
    return node.headText.count { $0.isLetter } >= 8
  }

  /// Whether an element only shows and hides a note beside the text.
  static func isToggle(_ node: HTMLNode) -> Bool {
    node.tag == GUMBO_TAG_LABEL && node.roleWords.contains { toggles.contains($0) }
  }

  private static let indexes: Set<Substring> = [
    "index", "doc-index", "index-entry", "index-entry-list", "index-locator", "index-locator-list",
    "index-locator-range", "locatorlist",
  ]
  private static let roles: Set<Substring> = ["noteref", "doc-noteref"]
  private static let classes: Set<Substring> = [
    "footnote-ref", "footnoteref", "footnote-anchor", "footnote-reference", "fnref", "fnanchor",
    "endnote-ref", "endnoteref", "note-ref", "note-anchor", "noteanchor", "footnotelink",
    "footnote-link", "sdfootnoteanc", "sdendnoteanc",
  ]
  private static let backlinks: Set<Substring> = [
    "doc-backlink", "backlink", "footnote-back", "footnote-backref", "footnote-return",
    "footnote-backlink", "reversefootnote",
  ]
  private static let beside: Set<Substring> = [
    "sidenote", "side-note", "marginnote", "margin-note", "footnote", "footnote-inline",
    "inline-footnote",
  ]
  private static let toggles: Set<Substring> = [
    "margin-toggle", "sidenote-number", "sidenote-toggle",
  ]
}
