// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation

/// Kept passages and quotations, in order, with the day on which they were read.
package struct CitationList: Sendable {
  package let items: [KeptItem]
  package let accessed: AccessDate

  /// The heading of a document with the list.
  static let heading = "Kept passages"

  package init(_ items: [KeptItem], accessed: AccessDate) {
    self.items = items
    self.accessed = accessed
  }

  /// The line below the heading.
  var subheading: String { "Accessed \(accessed.american)" }

  /// Bibliographic records of the sources, each once.
  var records: RecordList {
    items.reduce(into: RecordList(accessed: accessed)) { $1.add(to: &$0) }
  }
}
