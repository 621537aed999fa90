// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A page of the printed or displayed text.
package struct Page: Sendable, Hashable {
  /// Label as printed (`iv`, `27`), or the position in the sequence if inferred.
  package var label: Attributed<String>
  /// Line of the decoded file where the page begins, counted from 1.
  package var line: Int

  package init(label: Attributed<String>, line: Int) {
    self.label = label
    self.line = line
  }
}

/// The contents of one file in reading order: what extraction hands to the division into passages.
package struct ExtractedText: Sendable {
  /// What is known about the work.
  package var metadata: Metadata
  /// Pages in order; empty if the file has no page information.
  package var pages: [Page]
  /// Blocks in reading order; a note follows the block that ends its page or carries its mark.
  package var blocks: [Block]
  /// Problems found while reading the file.
  package var diagnostics: [Diagnostic]
  /// Account of every character of the source.
  package var ledger: Ledger

  package init(
    metadata: Metadata = Metadata(),
    pages: [Page] = [],
    blocks: [Block] = [],
    diagnostics: [Diagnostic] = [],
    ledger: Ledger = Ledger()
  ) {
    self.metadata = metadata
    self.pages = pages
    self.blocks = blocks
    self.diagnostics = diagnostics
    self.ledger = ledger
  }
}
