// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads the features of quotations from their words and what stands beside them.
struct QuotationFeatureReader {
  let passage: ReadPassage
  let use: MarkUse
  let vocabulary: QuotationWords

  /// Tokens before and behind the marks that are looked at.
  static let reach = 6
  /// Tokens of the sentence before the marks in which a verb of saying is looked for.
  private static let sentence = 30

  /// The features of words between marks.
  func features(of span: QuoteSpan) -> QuotationFeatures {
    var features = QuotationFeatures()
    let first = passage.token(at: span.range.lowerBound)
    let end = passage.token(at: span.range.upperBound)
    let own = first < passage.spanOfToken.count ? passage.spanOfToken[first] : -1
    let inside = passage.token(at: span.inner.lowerBound)..<passage.token(at: span.inner.upperBound)
    readWords(passage.tokens[inside], &features)
    readBefore(first, own, &features)
    if let word = passage.tokens[inside].first(where: { $0.kind == .word }), word.isCapital {
      features.insert(.fresh, if: !features.contains(.wordBefore))
    }
    readAfter(end, own, span, &features)
    features.insert(.dialogue, if: use.isDialogue)
    features.insert(
      .attributed,
      if: use.isAttributing && (features.contains(.sayingBefore) || features.contains(.reported)))
    features.insert(
      .recurring,
      if: features.contains(.wordBefore) && use.isRepeated(passage.tokens[inside]))
    return features
  }

  private func readWords(_ tokens: ArraySlice<Token>, _ features: inout QuotationFeatures) {
    let words = tokens.filter { $0.kind == .word }
    let count = words.reduce(0) { $0 + Ideographs.words(in: $1, passage.text) }
    features.insert(.oneWord, if: count <= 1)
    features.insert(.fewWords, if: count == 2 || count == 3)
    features.insert(.someWords, if: (4...6).contains(count))
    features.insert(.severalWords, if: (7...9).contains(count))
    features.insert(.manyWords, if: count >= 10)
    guard let last = tokens.last(where: { !["_", "*", ")", "]"].contains($0.folded) }) else {
      return
    }
    features.insert(.emphasised, if: tokens.first.map { ["_", "*"].contains($0.folded) } ?? false)
    features.insert(.asks, if: ["?", "!", "？", "！"].contains(last.folded))
    features.insert(.stops, if: [".", "…", "—", "–", "-", "。"].contains(last.folded))
    features.insert(.comma, if: last.isSign(",") || last.isSign(";"))
    features.insert(
      .clauses,
      if: tokens.dropLast().contains {
        $0.kind == .sign && [",", ".", ";", ":", "!", "?", "—", "–", "…"].contains($0.folded)
      })
    features.insert(
      .address,
      if: tokens.indices.contains {
        tokens[$0].kind == .word && vocabulary.isAddress(tokens[$0].folded)
          && !(tokens[$0].isInitial && $0 + 1 < tokens.endIndex && tokens[$0 + 1].isSign("."))
      })
    features.insert(
      .predicate, if: words.contains { vocabulary.isPredicate($0.folded) })
    features.insert(
      .verbFirst,
      if: words.count > 1
        && words.first.map {
          !$0.isCapital && vocabulary.isFiniteVerb($0.folded)
        } ?? false)
    let long = words.filter { $0.range.count > 3 }
    features.insert(
      .titled,
      if: !vocabulary.lexicon.capitalisesNouns && words.count > 1 && words.count <= 14
        && long.count > (features.contains(.asks) ? 2 : 1)
        && words.first?.isCapital == true && long.allSatisfy(\.isCapital))
  }

  private func readBefore(_ first: Int, _ own: Int32, _ features: inout QuotationFeatures) {
    var index = first - 1
    while index >= 0, ["_", "*", "(", "["].contains(passage.tokens[index].folded) { index -= 1 }
    guard index >= 0 else { return features.insert(.opens) }
    let before = passage.tokens[index]
    if isQuoted(index, own) {
      features.insert(.followsStop)
    } else if before.kind == .sign {
      features.insert(.colonBefore, if: before.isSign(":") || before.isSign("："))
      features.insert(.commaBefore, if: [",", "，", "、"].contains(before.folded))
      features.insert(.dashBefore, if: ["-", "—", "–"].contains(before.folded))
      features.insert(
        .followsStop, if: [".", "!", "?", "…", "。", "！", "？"].contains(before.folded))
      features.insert(.equals, if: ["=", "|"].contains(before.folded))
    } else {
      features.insert(.wordBefore)
      features.insert(.articleBefore, if: vocabulary.isDeterminer(before.folded))
      features.insert(.thatBefore, if: QuotationWords.reports(before.folded))
    }
    readLead(index, own, &features)
  }

  /// Looks for verbs of saying and words that name in what leads up to the marks.
  private func readLead(_ start: Int, _ own: Int32, _ features: inout QuotationFeatures) {
    var index = start
    let isColon = passage.tokens[start].isSign(":")
    while index >= 0, start - index < Self.sentence {
      let token = passage.tokens[index]
      if isQuoted(index, own) { break }
      if index < start, [".", "!", "?", ";"].contains(token.folded) { break }
      if token.kind == .word {
        let isNear = start - index <= 1
        if vocabulary.isSaying(token.folded), isNear || !vocabulary.isWeak(token.folded) {
          features.insert(
            start - index < (isColon ? 2 * Self.reach : Self.reach) ? .sayingBefore : .reported)
        }
        if start - index <= 2 {
          features.insert(.namingBefore, if: vocabulary.isNaming(token.folded))
          features.insert(.workBefore, if: vocabulary.isWork(token.folded))
        }
        features.insert(
          .corrected,
          if: start - index < Self.reach && QuotationWords.isErratum(token.folded))
      }
      index -= 1
    }
  }
}
