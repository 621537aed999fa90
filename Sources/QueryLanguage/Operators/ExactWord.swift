// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A word exactly as written: `=word`.
package struct ExactWord: QueryUnit {
  /// The word.
  package var token: Token

  /// Creates an exact word.
  package init(token: Token) { self.token = token }

  package var described: String { "=\(token.word)" }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .exact(token) }
}
