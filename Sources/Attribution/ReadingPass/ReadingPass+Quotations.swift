// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Adds a quotation with its speaker.
  mutating func add(_ span: QuoteSpan, _ index: Int, sentences: [Sentence]) {
    let passage = reading.passages[index]
    let first = passage.token(at: span.range.lowerBound)
    let inside = passage.tokens[first..<max(first, passage.token(at: span.range.upperBound))]
    var quotation = FoundQuotation(
      span: span, sentence: sentences.index(at: first) ?? 0,
      words: inside.count { $0.kind == .word }, features: featureReader(index).features(of: span),
      evidence: [Evidence(rule: rule(span).rawValue, range: span.range)])
    quotation.speaker = speaker(of: span, index, meant: &quotation.meant)
    found[index].append(quotation)
    pending.append(Key(passage: index, quotation: found[index].count - 1))
    if rules.contains(.nestedQuotation) { inner[index] += nested(in: span, index) }
  }

  /// Reads features in a passage, or in the part of it that a quotation is.
  func featureReader(_ index: Int, of part: ReadPassage? = nil) -> QuotationFeatureReader {
    QuotationFeatureReader(
      passage: part ?? reading.passages[index], use: use, vocabulary: vocabulary(of: index))
  }
}
