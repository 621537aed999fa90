// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Array {
  /// Binary search: index of the first element that satisfies a monotone predicate.
  ///
  /// - Parameter holds: False for a prefix of the array and true for the rest.
  /// - Returns: `count` if no element satisfies it.
  /// - Complexity: O(log *n*).
  package func partition(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [Mention] {
  /// The names that begin in a range of tokens.
  func within(_ tokens: Range<Int>) -> ArraySlice<Mention> {
    let first = partition { $0.tokens.lowerBound >= tokens.lowerBound }
    return self[first...].prefix { $0.tokens.lowerBound < tokens.upperBound }
  }
}

extension [Sentence] {
  /// Index of the sentence that contains a token; `nil` if the token precedes all sentences.
  func index(at token: Int) -> Int? {
    let next = partition { $0.tokens.lowerBound > token }
    return next > 0 ? next - 1 : nil
  }
}
