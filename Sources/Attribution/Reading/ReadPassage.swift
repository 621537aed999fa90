// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A passage broken down into tokens, quotations and references.
struct ReadPassage {
  /// Text as an array of code points.
  let text: [Unicode.Scalar]
  /// Words, numbers and punctuation.
  let tokens: [Token]
  /// Quotations by position, outer ones before those nested in them.
  var spans: [QuoteSpan] = []
  /// References by position.
  var references: [ParsedReference] = []
  /// Whether a double quotation mark is opened and never closed.
  var isUnclosed = false
  /// End of a quotation that began in an earlier paragraph, in code points.
  var strayEnd: Int?
  /// For each token, the index of the outermost span that contains it; -1 for none.
  var spanOfToken: [Int32] = []

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    tokens = Emphasis.read(Tokens.read(self.text))
  }

  /// The text in a range of code points.
  func string(_ range: Range<Int>) -> String { Locators.string(range, text) }

  /// Index of the first token that begins at or after an offset in code points.
  func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The references that overlap a range of code points.
  ///
  /// - Complexity: O(log *n*), since references are ordered and do not overlap.
  func references(in range: Range<Int>) -> ArraySlice<ParsedReference> {
    let first = references.partition { $0.range.upperBound > range.lowerBound }
    return references[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// Index of the first reference that begins at or after an offset in code points.
  func reference(at offset: Int) -> Int {
    references.partition { $0.range.lowerBound >= offset }
  }

  /// The quotations that begin in a range of code points.
  func spans(in range: Range<Int>) -> ArraySlice<QuoteSpan> {
    let first = spans.partition { $0.range.lowerBound >= range.lowerBound }
    return spans[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// The outermost quotation that contains a token; `nil` if there is none.
  func span(of token: Int) -> QuoteSpan? {
    guard spanOfToken.indices.contains(token), spanOfToken[token] >= 0 else { return nil }
    return spans[Int(spanOfToken[token])]
  }

  /// Records which tokens are inside quotations.
  mutating func placeSpans() {
    spanOfToken = Array(repeating: -1, count: tokens.count)
    for (index, span) in spans.enumerated() where span.depth == 0 {
      var token = token(at: span.range.lowerBound)
      while token < tokens.count, tokens[token].range.lowerBound < span.range.upperBound {
        spanOfToken[token] = Int32(index)
        token += 1
      }
    }
  }
}
