// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Distinguishes tables used for page layout, as in old pages, from tables of data.
enum LayoutTable {
  /// Maximum number of nodes of a table to examine.
  private static let maximumSteps = 4_000
  /// Text size in bytes above which a cell is considered prose.
  private static let longCell = 300

  /// Whether a table contains prose, nested tables, or cells with several blocks.
  static func isLayout(_ table: HTMLNode) -> Bool {
    let blocks: Set<UInt32> = Set(
      [
        GUMBO_TAG_TABLE, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
        GUMBO_TAG_H4, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_HR,
        GUMBO_TAG_CENTER,
      ].map(\.rawValue))
    var walk = HTMLWalk(table)
    var steps = 0
    var size = 0
    var blockCount = 0
    while let step = walk.next(), steps < maximumSteps {
      steps += 1
      guard case .enter(let node) = step else { continue }
      if node.isText {
        size += node.text.map { String(cString: $0).utf8.count } ?? 0
        if size > longCell { return true }
      } else if node.isElement, node != table {
        switch ElementRole.role(of: node.tag) {
        case .cell:
          size = 0
          blockCount = 0
        default:
          if node.tag == GUMBO_TAG_TABLE { return true }
          // A single paragraph can be an ordinary cell; two are running text.
          if blocks.contains(node.tag.rawValue) { blockCount += 1 }
          if blockCount >= 2 { return true }
        }
      }
    }
    return false
  }
}
