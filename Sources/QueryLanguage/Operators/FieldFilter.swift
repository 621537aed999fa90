// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// A value of a field: `author:wetzel`.
package struct FieldFilter: QueryUnit {
  /// The field.
  package var field: Field
  /// The value.
  package var value: FilterValue

  /// Creates a filter for a value.
  package init(field: Field, value: FilterValue) {
    self.field = field
    self.value = value
  }

  package var described: String { "\(field.name):\(value.described)" }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .filter(field, value) }
}

/// The requested value of a field.
package enum FilterValue: Sendable, Hashable {
  /// All of these words; exact ones are not stemmed.
  case words([Token], isExact: Bool)
  /// The whole value.
  case value(String)
  /// A number, or a range of numbers that may be open at one end.
  case numbers(ClosedRange<Int>)
  /// A word or a whole value that matches the pattern.
  case pattern(Pattern)
  /// A word with a similar spelling.
  case fuzzy(FuzzyWord)

  /// The value as typed.
  var described: String {
    switch self {
    case .words(let tokens, let isExact):
      tokens.count == 1 && !isExact ? tokens[0].word : "\"\(tokens.joined)\""
    case .value(let value): value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    case .pattern(let pattern): pattern.described
    case .fuzzy(let word): word.described
    case .numbers(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound)"
    case .numbers(let range):
      (range.lowerBound == NumberRange.bounds.lowerBound ? "" : "\(range.lowerBound)") + ".."
        + (range.upperBound == NumberRange.bounds.upperBound ? "" : "\(range.upperBound)")
    }
  }
}
