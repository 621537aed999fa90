// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Letters with `*` for any number of letters and `?` for one, folded like words.
package struct Pattern: QueryUnit {
  /// The folded letters with wildcards.
  package var text: String
  /// The range in the query, in code points.
  package var range: Range<Int>

  /// Creates a pattern.
  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The number of letters without wildcards.
  package var letterCount: Int { text.unicodeScalars.count { $0 != "*" && $0 != "?" } }

  package var described: String { text }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .pattern(self) }
}
