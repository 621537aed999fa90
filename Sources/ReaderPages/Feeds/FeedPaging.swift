// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The place of a feed document among those that make up a long feed (RFC 5005, 3).
package struct FeedPaging: Sendable {
  /// The path of the first page.
  package var first: String
  /// The path of the previous page; `nil` on the first.
  package var previous: String?
  /// The path of the next page; `nil` on the last.
  package var next: String?
  /// The number of entries on all pages.
  package var total: Int
  /// The number of entries before this page.
  package var offset: Int
  /// The number of entries on a full page.
  package var size: Int

  /// Creates a place.
  package init(
    first: String, previous: String? = nil, next: String? = nil, total: Int, offset: Int, size: Int
  ) {
    self.first = first
    self.previous = previous
    self.next = next
    self.total = total
    self.offset = offset
    self.size = size
  }

  /// The links, and the numbers as OpenSearch 1.1 has them in answers.
  func elements(site: SiteAddress, type: String) -> [HTML] {
    let links: [HTML?] = [
      FeedElements.link("first", site.complete(first), type: type),
      previous.map { FeedElements.link("previous", site.complete($0), type: type) },
      next.map { FeedElements.link("next", site.complete($0), type: type) },
    ]
    return links.compactMap(\.self) + [
      "<opensearch:totalResults>\(max(0, total))</opensearch:totalResults>",
      "<opensearch:startIndex>\(max(0, offset) &+ 1)</opensearch:startIndex>",
      "<opensearch:itemsPerPage>\(max(0, size))</opensearch:itemsPerPage>",
    ]
  }
}
