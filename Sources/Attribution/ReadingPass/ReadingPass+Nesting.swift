// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Levels of quotations within quotations that are listed.
  private static let deepest = 2
  /// Shortest quotation within another that is looked at, in code points.
  private static let shortest = 8

  /// Quotations within a quotation, with the speakers to whom the quoted text itself attributes them.
  func nested(in outer: QuoteSpan, _ index: Int, level: Int = 1) -> [FoundQuotation] {
    let passage = reading.passages[index]
    let start = outer.inner.lowerBound
    // A block that is set apart has no marks of its own.
    let depth = outer.ends == .block ? 0 : outer.depth + 1
    let spans = passage.spans(in: outer.inner).filter { span in
      span.depth == depth && span.inner.count >= Self.shortest
        && span.range.upperBound <= outer.inner.upperBound
    }
    guard !spans.isEmpty else { return [] }
    var part = ReadPassage(passage.string(outer.inner))
    part.spans = spans.map { span in
      var span = span
      span.depth = 0
      span.range = (span.range.lowerBound - start)..<(span.range.upperBound - start)
      span.inner = (span.inner.lowerBound - start)..<(span.inner.upperBound - start)
      return span
    }
    part.placeSpans()
    let view = TextView(part: part, of: self.view)
    let reader = featureReader(index, of: part)
    var found: [FoundQuotation] = []
    for (span, original) in zip(part.spans, spans) {
      let first = part.token(at: span.range.lowerBound)
      var speaker = speaker(of: span, in: view)
      for place in speaker?.evidence.indices ?? 0..<0 {
        let range = speaker?.evidence[place].range ?? 0..<0
        speaker?.evidence[place].range = (range.lowerBound + start)..<(range.upperBound + start)
      }
      let words = part.tokens[first..<part.token(at: span.inner.upperBound)].count {
        $0.kind == .word
      }
      found.append(
        FoundQuotation(
          span: original, sentence: 0, words: words, features: reader.features(of: span),
          speaker: speaker,
          evidence: [
            Evidence(rule: AttributionRule.nestedQuotation.rawValue, range: original.range)
          ],
          isNested: true))
      if level < Self.deepest { found += nested(in: original, index, level: level + 1) }
    }
    return found
  }
}
