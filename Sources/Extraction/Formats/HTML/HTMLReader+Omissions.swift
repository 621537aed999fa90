// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus

/// What of a document is not text: navigation, what belongs to the edition, page numbers, bylines.
extension HTMLReader {
  /// Leaves an element out if it is not text.
  ///
  /// - Returns: Whether its contents have been handled; `nil` if it is read.
  mutating func leaveOut(
    _ node: HTMLNode, _ role: ElementRole, _ hasAttributes: Bool
  ) -> Bool? {
    if omission != nil {
      if hasAttributes, keptWithin.isEmpty, RoleWords.isText(node) {
        builder.finish()
        keptWithin.append(node)
      }
      if keptWithin.isEmpty { return false }
    }
    if let rule = Annotations.rule(of: node) {
      if rule == "ruby" {
        builder.remove(consumedText(node).trimmed, rule: rule)
        return true
      }
      return omit(node, rule: rule)
    }
    if hasAttributes, RoleWords.isPageNumber(node) || PageMarks.isAnchor(node) {
      return readPageNumber(node)
    }
    if node.tag == GUMBO_TAG_SVG, Drawing.isPage(node) { return nil }
    if role == .omitted, role.rule(of: node.tag) == "fallback", MediaFallback.isText(node) {
      endBlock(at: node)
      return nil
    }
    if role == .omitted || RoleWords.isSiteFooter(node) {
      return omitUnlessMost(node, rule: role == .omitted ? role.rule(of: node.tag) : "navigation")
    }
    guard hasAttributes else { return nil }
    if builder.mode.kind == .verse, RoleWords.isLineNumber(node) {
      return omit(node, rule: "line-number")
    }
    if builder.blocks.count < 12, RoleWords.isByline(node),
      !node.hasText(longerThan: 300)
    {
      return readByline(node)
    }
    if node != root, let rule = RoleWords.omission(node) {
      if rule == "hidden", notes.hasNote(in: node) { return nil }
      if rule == "front-matter", RoleWords.hasText(within: node) {
        if role.isBlock { endBlock(at: node) }
        omission = (node, rule)
        return false
      }
      return omitUnlessMost(node, rule: rule)
    }
    if RoleWords.isTranscribersNote(node) { return omit(node, rule: "transcribers-note") }
    return nil
  }

  /// Leaves an element out, unless it has most of the document's words: then a word in its class
  /// says something else, such as that the page has a side bar.
  private mutating func omitUnlessMost(_ node: HTMLNode, rule: String) -> Bool? {
    // Nested elements are not measured again and again.
    if largeElements >= 16 { return nil }
    if rule != "hidden", size > 1_000, node.hasText(longerThan: size / 2) {
      largeElements += 1
      return nil
    }
    return omit(node, rule: rule)
  }

  mutating func omit(_ node: HTMLNode, rule: String) -> Bool {
    if ElementRole.role(of: node.tag).isBlock { endBlock(at: node) }
    builder.omit(consumedText(node), rule: rule)
    return true
  }

  mutating func readByline(_ node: HTMLNode) -> Bool {
    if ElementRole.role(of: node.tag).isBlock { endBlock(at: node) }
    let text = consumedText(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    bylines.append((text, node.line))
    builder.ledger.metadata += Ledger.count(text)
    return true
  }

  /// Whether a cell belongs to a layout table and therefore forms a block of its own.
  mutating func isLayout(_ cell: HTMLNode) -> Bool {
    guard
      let table = sequence(first: cell, next: { $0.parent }).prefix(6)
        .first(where: { $0.isElement && $0.tag == GUMBO_TAG_TABLE })
    else { return false }
    if layoutTables.contains(table) { return true }
    guard !dataTables.contains(table) else { return false }
    if LayoutTable.isLayout(table) {
      layoutTables.insert(table)
      return true
    }
    dataTables.insert(table)
    return false
  }

  mutating func readMark(_ node: HTMLNode, of note: BlockNote) -> Bool {
    builder.mark(note, printed: consumedText(node).trimmed)
    return true
  }

  mutating func readPageNumber(_ node: HTMLNode) -> Bool {
    let text = consumedText(node)
    if let label = PageMarks.label(of: node, text: text) {
      builder.beginPage(label: label, line: node.line)
    }
    builder.omit(text, rule: "page-number")
    return true
  }

  /// The text of an element that does not go into a block; it still counts as source.
  mutating func consumedText(_ node: HTMLNode) -> String {
    var text = ""
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      guard case .enter(let inner) = step else { continue }
      if inner.isText, let piece = inner.text {
        text += String(cString: piece)
      } else if inner.isElement {
        let role = ElementRole.role(of: inner.tag)
        if role == .silent { walk.skipChildren() }
        if role.isBlock || role == .lineBreak { text += " " }
      }
    }
    source += Ledger.count(text)
    return text
  }
}
