// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A plain word of a query: found in all inflected forms, and ranked.
package struct Word: Sendable, Hashable {
  /// The word; its range is in the query as typed.
  package var token: Token
  /// Whether the word is required: `+word`.
  package var isRequired: Bool

  /// Creates a word.
  package init(token: Token, isRequired: Bool = false) {
    self.token = token
    self.isRequired = isRequired
  }
}

/// Adjacent plain words.
package struct RankedWords: QueryUnit {
  /// The words.
  package var words: [Word]

  /// Creates adjacent plain words.
  package init(words: [Word]) { self.words = words }

  package var described: String {
    words.map { ($0.isRequired ? "+" : "") + $0.token.word }.joined(separator: " ")
  }
  package var binding: QueryBinding { words.count == 1 ? .word : .tied }
  package var ownWords: [Word] { words }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .words(words.map(change)) }
}

extension Collection<Token> where Self: BidirectionalCollection {
  /// The range from the first to the last word in code points; empty if there are none.
  package var span: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The words separated by spaces.
  package var joined: String { map(\.word).joined(separator: " ") }
}
