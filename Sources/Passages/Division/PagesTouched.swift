// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Collects the pages on which the pieces of a passage appear.
struct PagesTouched {
  private var first: Int?
  private var last: Int?
  /// The pages that begin inside the passage.
  private var breaks: [(offset: Int, page: Int)] = []

  /// Adds the pages of a range of code points in a block.
  ///
  /// - Parameter start: The offset of the range in the passage, in code points.
  mutating func add(_ block: Block, _ range: Range<Int>, at start: Int) {
    guard let page = block.page else { return }
    let before = block.pageBreaks.last { $0.offset <= range.lowerBound }?.page ?? page
    let after = block.pageBreaks.last { $0.offset < range.upperBound }?.page ?? page
    if let last, before > last { breaks.append((start, before)) }
    for place in block.pageBreaks where place.offset > range.lowerBound {
      guard place.offset < range.upperBound else { break }
      breaks.append((start + place.offset - range.lowerBound, place.page))
    }
    first = first ?? before
    last = max(after, before)
  }

  /// The page breaks inside the passage, in order.
  func breaks(in pages: [Page]) -> [PassagePageBreak] {
    breaks.filter { pages.indices.contains($0.page) }.map {
      PassagePageBreak(offset: $0.offset, page: pages[$0.page].label.value)
    }
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
