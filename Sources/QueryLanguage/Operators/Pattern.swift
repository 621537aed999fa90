// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Letters with `*` for any others and `?` for one, folded as words are.
package struct Pattern: QueryUnit {
  /// The folded letters and the wildcards.
  package var text: String
  /// The code points of the query.
  package var range: Range<Int>

  /// Creates a pattern.
  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// How many letters it names.
  package var letterCount: Int { text.unicodeScalars.count { $0 != "*" && $0 != "?" } }

  package var described: String { text }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .pattern(self) }
}
