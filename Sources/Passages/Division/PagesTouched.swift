// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Collects the pages on which the pieces of a passage appear.
struct PagesTouched {
  private var first: Int?
  private var last: Int?

  /// Adds the pages of a range of code points in a block.
  mutating func add(_ block: Block, _ range: Range<Int>) {
    guard let page = block.page else { return }
    let before = block.pageBreaks.last { $0.offset <= range.lowerBound }?.page ?? page
    let after = block.pageBreaks.last { $0.offset < range.upperBound }?.page ?? page
    first = first ?? before
    last = max(after, before)
  }

  /// The range of page labels; `nil` if none of the blocks has a page.
  func range(in pages: [Page]) -> PageRange? {
    guard let first, let last, pages.indices.contains(first), pages.indices.contains(last) else {
      return nil
    }
    return PageRange(
      first: pages[first].label.value,
      last: pages[last].label.value,
      isInferred: pages[first...max(first, last)].contains { $0.label.basis == .inferred }
    )
  }
}
