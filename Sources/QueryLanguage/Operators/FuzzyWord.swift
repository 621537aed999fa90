// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A word and those that are spelled nearly so: `word~`.
package struct FuzzyWord: QueryUnit {
  /// The word as typed.
  package var token: Token
  /// The most letters that may differ.
  package var distance: Int

  /// Creates a word that may be misspelt.
  package init(token: Token, distance: Int) {
    self.token = token
    self.distance = distance
  }

  /// The most letters that may differ: of a short word half of them would make any other.
  package static func mostLetters(_ term: String) -> Int {
    let count = term.unicodeScalars.count
    return count < 3 ? 0 : count < 5 ? 1 : SearchLimits.letters
  }

  package var described: String {
    distance == Self.mostLetters(token.term) ? "\(token.word)~" : "\(token.word)~\(distance)"
  }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .fuzzy(self) }
}
