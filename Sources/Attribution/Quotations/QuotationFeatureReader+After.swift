// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What stands behind the marks.
extension QuotationFeatureReader {
  func readAfter(
    _ end: Int, _ own: Int32, _ span: QuoteSpan, _ features: inout QuotationFeatures
  ) {
    var index = end
    while index < passage.tokens.count, ["_", "*"].contains(passage.tokens[index].folded) {
      index += 1
    }
    guard index < passage.tokens.count else { return }
    let next = passage.tokens[index]
    let isOpen =
      passage.text[span.inner].last {
        !$0.isSpace && !"_*'’”\"".unicodeScalars.contains($0)
      }.map { ",?!—–-…".unicodeScalars.contains($0) } ?? false
    features.insert(.citedAfter, if: next.isSign("(") || next.isSign("["))
    features.insert(.imprint, if: isImprint(end, own))
    let hasComma = [",", "-", "—", "–"].contains(next.folded)
    if Ideographs.quotes(next.folded) || !isQuoted(index, own),
      Ideographs.quotes(next.folded)
        || says(from: hasComma ? index + 1 : index, own, isOpen: isOpen || hasComma)
    {
      features.insert(.sayingAfter)
    } else {
      features.insert(
        .smallAfter, if: next.kind == .word && !next.isCapital && !isOpen)
    }
  }

  /// Whether a token stands in another quotation.
  func isQuoted(_ index: Int, _ own: Int32) -> Bool {
    passage.spanOfToken[index] >= 0 && passage.spanOfToken[index] != own
  }

  /// Whether the title of a periodical or the number of a volume follows, as in a bibliography.
  private func isImprint(_ start: Int, _ own: Int32) -> Bool {
    var index = start
    while index < passage.tokens.count, [",", ".", ";"].contains(passage.tokens[index].folded) {
      index += 1
    }
    guard index < passage.tokens.count, !passage.tokens[index].isSign("("),
      !passage.tokens[index].isSign("["), !isQuoted(index, own)
    else { return false }
    if passage.tokens[index].folded == "in" || passage.tokens[index].folded == "dans" { index += 1 }
    let tokens = passage.tokens[index...].prefix(2 * Self.reach)
    if tokens.first?.isSign("_") == true, tokens.dropFirst().first?.isCapital == true {
      return true
    }
    return zip(tokens, tokens.dropFirst(2)).contains {
      QuotationWords.isVolume($0.folded) && $1.kind == .number
    }
      || zip(tokens, tokens.dropFirst()).contains {
        QuotationWords.isVolume($0.folded) && $1.kind == .number
      }
  }

  /// Whether a verb of saying follows, before or behind its subject.
  private func says(from start: Int, _ own: Int32, isOpen: Bool) -> Bool {
    var index = start
    while index < passage.tokens.count, index < start + (isOpen ? Self.reach : 1) {
      let token = passage.tokens[index]
      if isQuoted(index, own)
        || token.kind == .sign && !["-", "'"].contains(token.folded)
      {
        return false
      }
      // `“What Now?” is an address delivered in May`
      let isNoun = index > start && vocabulary.isDeterminer(passage.tokens[index - 1].folded)
      if token.kind == .word, !isNoun, vocabulary.isSaying(token.folded),
        isOpen || !vocabulary.isWeak(token.folded)
      {
        return true
      }
      index += 1
    }
    return false
  }
}
