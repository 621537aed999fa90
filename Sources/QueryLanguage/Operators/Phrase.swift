// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// Words in a fixed order, adjacent unless other words are allowed in between.
package struct Phrase: QueryUnit {
  /// The words.
  package var forms: [Form]
  /// The number of other words allowed in between.
  package var slop = 0
  /// Whether British and American spellings are equivalent.
  package var isSpelledEitherWay = false

  /// Creates a phrase of adjacent words.
  package init(forms: [Form]) { self.forms = forms }

  /// The maximum number of positions it spans.
  package var window: Int { forms.count + slop }

  /// The range in the query, in code points.
  package var range: Range<Int> {
    guard let first = forms.first, let last = forms.last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  /// Its words; `nil` if it contains patterns.
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
