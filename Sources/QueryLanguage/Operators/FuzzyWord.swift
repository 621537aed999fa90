// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A word including similar spellings: `word~`.
package struct FuzzyWord: QueryUnit {
  /// The word as typed.
  package var token: Token
  /// The maximum number of letters that may differ.
  package var distance: Int

  /// Creates a fuzzy word.
  package init(token: Token, distance: Int) {
    self.token = token
    self.distance = distance
  }

  /// The maximum number of letters that may differ; half the letters of a short word would match
  /// any other.
  package static func mostLetters(_ term: String) -> Int {
    let count = term.unicodeScalars.count
    return count < 3 ? 0 : count < 5 ? 1 : SearchLimits.letters
  }

  package var described: String {
    distance == Self.mostLetters(token.term) ? "\(token.word)~" : "\(token.word)~\(distance)"
  }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .fuzzy(self) }
}
