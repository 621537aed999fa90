// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A passage taken apart: tokens, quotations, references and sentences.
struct ReadPassage {
  /// The text as code points.
  let text: [Unicode.Scalar]
  /// Its words and signs.
  let tokens: [Token]
  /// The quotations, by their beginning; the outer ones before those in them.
  var spans: [QuoteSpan] = []
  /// The references, by their beginning.
  var references: [ParsedReference] = []
  /// Whether a double mark was opened and not closed.
  var isUnclosed = false
  /// The end of words that began in an earlier paragraph.
  var strayEnd: Int?
  /// The index of each token's span of depth 0; -1 outside of any.
  var spanOfToken: [Int32] = []

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    tokens = Tokens.read(self.text)
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String { Locators.string(range, text) }

  /// The first token that begins at or after a code point.
  func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The references of which a part stands in a range.
  ///
  /// - Complexity: O(log *n*); references follow each other and do not overlap.
  func references(in range: Range<Int>) -> ArraySlice<ParsedReference> {
    let first = references.partition { $0.range.upperBound > range.lowerBound }
    return references[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// The index of the first reference that begins at or after a code point.
  func reference(at offset: Int) -> Int {
    references.partition { $0.range.lowerBound >= offset }
  }

  /// The quotations that begin in a range.
  func spans(in range: Range<Int>) -> ArraySlice<QuoteSpan> {
    let first = spans.partition { $0.range.lowerBound >= range.lowerBound }
    return spans[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// The outermost quotation in which a token stands.
  func span(of token: Int) -> QuoteSpan? {
    guard spanOfToken.indices.contains(token), spanOfToken[token] >= 0 else { return nil }
    return spans[Int(spanOfToken[token])]
  }

  /// Notes which tokens stand in quotations.
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
