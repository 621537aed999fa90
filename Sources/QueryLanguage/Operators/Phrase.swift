// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// Words that stand in one order, without others between them unless that is allowed.
package struct Phrase: QueryUnit {
  /// The words.
  package var forms: [Form]
  /// How many other words may stand among them.
  package var slop = 0
  /// Whether British and American spellings are the same.
  package var isSpelledEitherWay = false

  /// Creates a phrase of words that follow one another.
  package init(forms: [Form]) { self.forms = forms }

  /// How many positions it spans at most.
  package var window: Int { forms.count + slop }

  /// The code points of the query.
  package var range: Range<Int> {
    guard let first = forms.first, let last = forms.last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  /// Its words, if it is made of words alone; `nil` if it has patterns.
  package var tokens: [Token]? {
    var tokens: [Token] = []
    for form in forms {
      guard case .exact(let token) = form else { return nil }
      tokens.append(token)
    }
    return tokens
  }

  package var described: String {
    let words = forms.map { form in
      if case .exact(let token) = form { token.word } else { form.described }
    }
    let tilde = isSpelledEitherWay ? "~" : slop > 0 ? "~\(slop)" : ""
    return "\"\(words.joined(separator: " "))\"\(tilde)"
  }

  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .phrase(self) }
}
