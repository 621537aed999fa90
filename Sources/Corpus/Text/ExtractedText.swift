// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A page of the printed or displayed text.
package struct Page: Sendable, Hashable {
  /// Its label as printed: `iv`, `27`; or, if inferred, its number in the sequence.
  package var label: Attributed<String>
  /// The line of the decoded file on which it begins, counted from 1.
  package var line: Int

  /// Creates a page.
  package init(label: Attributed<String>, line: Int) {
    self.label = label
    self.line = line
  }
}

/// What one file says, in reading order: the boundary between extraction and passages.
package struct ExtractedText: Sendable {
  /// What is known of the work.
  package var metadata: Metadata
  /// The pages, in order; empty if the file knows none.
  package var pages: [Page]
  /// The blocks, in reading order; a note follows the block that ends its page or carries its mark.
  package var blocks: [Block]
  /// What a person should know about the file.
  package var diagnostics: [Diagnostic]
  /// The account of the source's characters.
  package var ledger: Ledger

  /// Creates an extracted text.
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
