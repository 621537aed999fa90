// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension QueryCompiler {
  /// The program of passages that have a value of a field.
  mutating func program(_ field: Field, _ value: FilterValue) throws(IndexError) -> QueryProgram {
    switch value {
    case .value(let value): return .term(field.prefix + value)
    case .numbers(let range):
      if range.lowerBound == range.upperBound { return .term(field.prefix + "\(range.lowerBound)") }
      guard let slot = field.slot else { return .nothing }
      return .range(slot: slot, Double(range.lowerBound), Double(range.upperBound))
    case .words(let tokens, let isExact):
      var words: [QueryProgram] = []
      for token in tokens {
        words.append(
          isExact || !field.isStemmed
            ? .term(field.prefix + token.term)
            : try program(of: token, prefix: field.prefix)
        )
      }
      return .all(words)
    case .pattern(let pattern):
      return .any(try expanded(pattern, prefix: field.prefix).map { .term($0) })
    case .fuzzy(let word):
      return .any(try expanded(word, prefix: field.prefix).map { .term($0) })
    }
  }
}
