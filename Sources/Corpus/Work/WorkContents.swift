// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The headings of a work in reading order, and what it quotes.
package struct WorkContents: Sendable, Hashable {
  /// A heading.
  package struct Heading: Sendable, Hashable {
    /// The heading as printed.
    package var title: String
    /// The number of headings above it.
    package var depth: Int
    /// The ordinal of the first passage below it.
    package var ordinal: Int
    /// The label of that passage.
    package var label: String
    /// The label of the page on which that passage begins; `nil` if the file has no pages.
    package var page: String?

    /// Creates a heading.
    package init(title: String, depth: Int, ordinal: Int, label: String, page: String?) {
      self.title = title
      self.depth = depth
      self.ordinal = ordinal
      self.label = label
      self.page = page
    }
  }

  /// The beginning of a slice.
  package struct Slice: Sendable, Hashable {
    /// The label of its first passage.
    package var label: String
    /// The label of the page on which it begins; `nil` if the file has no pages.
    package var page: String?

    /// Creates the beginning of a slice.
    package init(label: String, page: String?) {
      self.label = label
      self.page = page
    }
  }

  /// The number of passages in a slice.
  package static let sliceLength = 40

  /// The headings in reading order.
  package var headings: [Heading] = []
  /// The beginnings of slices of equal length, by which texts without headings are divided.
  package var slices: [Slice] = []
  /// The number of quotations whose speaker or source is known.
  package var quotations = 0

  /// Creates the contents of a work without passages.
  package init() {}

  /// Adds the next passage of the work.
  package mutating func add(_ passage: Passage) {
    quotations += passage.quotations.count { $0.speaker != nil || $0.source != nil }
    if passage.ordinal == slices.count * Self.sliceLength {
      slices.append(Slice(label: passage.label, page: passage.pages?.first))
    }
    let opened = min(passage.openedHeadings, passage.section.count)
    for depth in (passage.section.count - opened)..<passage.section.count {
      headings.append(
        Heading(
          title: passage.section[depth], depth: depth, ordinal: passage.ordinal,
          label: passage.label, page: passage.pages?.first))
    }
  }
}
