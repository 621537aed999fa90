// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A plain word of a query: found in all its inflected forms, and ranked.
package struct Word: Sendable, Hashable {
  /// The word; its range is that of the query as typed.
  package var token: Token
  /// Whether nothing is found without it: `+word`.
  package var isRequired: Bool

  /// Creates a word.
  package init(token: Token, isRequired: Bool = false) {
    self.token = token
    self.isRequired = isRequired
  }
}

/// Plain words side by side.
package struct RankedWords: QueryUnit {
  /// The words.
  package var words: [Word]

  /// Creates words side by side.
  package init(words: [Word]) { self.words = words }

  package var described: String {
    words.map { ($0.isRequired ? "+" : "") + $0.token.word }.joined(separator: " ")
  }
  package var binding: QueryBinding { words.count == 1 ? .word : .tied }
  package var ownWords: [Word] { words }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .words(words.map(change)) }
}

extension Collection<Token> where Self: BidirectionalCollection {
  /// The code points from the first to the last; an empty place where there is none.
  package var span: Range<Int> {
    guard let first, let last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The words with spaces between them.
  package var joined: String { map(\.word).joined(separator: " ") }
}
