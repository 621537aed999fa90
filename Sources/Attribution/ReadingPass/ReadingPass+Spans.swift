// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Whether a passage continues a quotation that the previous passage left open.
  func continues(_ index: Int) -> Bool {
    guard rules.contains(.continuedQuotation), let before = previousText(index) else {
      return false
    }
    let passage = reading.passages[index]
    guard reading.passages[before].isUnclosed else { return false }
    return passage.strayEnd != nil || passage.spans.first.map { $0.range.lowerBound == 0 } ?? false
  }

  func previousText(_ index: Int) -> Int? {
    var before = index - 1
    while before >= 0, sources[before].kind == .note { before -= 1 }
    return before >= 0 ? before : nil
  }

  /// The outermost quotations of a passage, leaving out titles within references and reporting
  /// clauses within marks.
  func quotationSpans(_ index: Int, isBlock: Bool) -> [QuoteSpan] {
    markedSpans(index, isBlock: isBlock).flatMap { spoken($0, index) }
  }

  /// Whether a periodical in printed italics follows marks that end with a comma, as after the title of
  /// an article: `“On Looms,” _Mill Review_, vol. 5`.
  private func isTitleOfArticle(_ span: QuoteSpan, _ passage: ReadPassage) -> Bool {
    let end = span.range.upperBound
    guard span.inner.upperBound > span.inner.lowerBound,
      passage.text[span.inner.upperBound - 1] == ",", end + 2 < passage.text.count,
      passage.text[end] == " ", passage.text[end + 1] == "_",
      Tokens.isCapital(passage.text[end + 2]),
      let close = passage.text[(end + 2)...].prefix(80).firstIndex(of: "_"),
      close + 1 < passage.text.count
    else { return false }
    return ",(".unicodeScalars.contains(passage.text[close + 1])
      || passage.text[close + 1] == " " && close + 2 < passage.text.count
        && passage.text[close + 2] == "("
  }

  private func markedSpans(_ index: Int, isBlock: Bool) -> [QuoteSpan] {
    let passage = reading.passages[index]
    // A passage that is an entry of a bibliography quotes nobody.
    guard
      !passage.references.contains(where: {
        $0.rule == .bibliography && $0.range.count * 5 >= passage.text.count * 4
      })
    else { return [] }
    var spans = passage.spans.filter { $0.depth == 0 && !isTitleOfArticle($0, passage) }.filter {
      span in
      // Quotation marks within a reference enclose a title.
      !passage.references(in: span.range).contains {
        $0.rule != .noteReference && $0.rule != .bibliography
          && $0.range.lowerBound <= span.range.lowerBound
          && span.range.upperBound <= $0.range.upperBound
      }
    }
    if !rules.contains(.quotationMarks) { spans.removeAll { $0.ends == .marked && !$0.isSingle } }
    if !rules.contains(.unclosedQuotation) { spans.removeAll { $0.ends == .unclosed } }
    if continues(index), let end = passage.strayEnd, spans.first?.range.lowerBound != 0 {
      spans.insert(
        QuoteSpan(
          range: 0..<end, inner: 0..<max(1, end - 1), depth: 0, isSingle: false, ends: .continued),
        at: 0)
    }
    if passage.isUnclosed, let last = spans.indices.last, spans[last].ends == .unclosed,
      spans[last].range.upperBound == passage.text.count
    {
      let next = nextText(index)
      let goesOn =
        next.map {
          reading.passages[$0].strayEnd != nil
            || reading.passages[$0].spans.first?.range.lowerBound == 0
        } ?? false
      if goesOn, rules.contains(.continuedQuotation) {
        spans[last].ends = .continued
      } else if !isBlock, spans[last].range.lowerBound > 0,
        !leadsWithColon(passage, spans[last].range.lowerBound)
      {
        spans[last] = shortened(spans[last], passage)
      }
    }
    guard isBlock, rules.contains(.blockQuotation) else { return spans }
    let opensWithMark = spans.first.map { $0.range.lowerBound <= 1 } ?? false
    let lined = lined(index)
    // What is said within verse is not all of it.
    let isPart = lined.map { (spans.first?.range.count ?? 0) * 5 < $0.range.count * 4 } ?? false
    if opensWithMark, !isPart { return spans }
    var end = lined?.range.upperBound ?? passage.text.count
    for reference in passage.references.reversed() where reference.range.upperBound <= end {
      guard reference.range.upperBound >= end - 1, reference.range.lowerBound > 0 else { break }
      end = reference.range.lowerBound
      while end > 0, passage.text[end - 1].isSpace { end -= 1 }
    }
    guard end > 0, isQuotedBlock(index, 0..<end) else {
      return isListing(index, 0..<end) ? [] : spans
    }
    return [QuoteSpan(range: 0..<end, inner: 0..<end, depth: 0, isSingle: false, ends: .block)]
  }

  /// Whether a block that is set apart quotes somebody, and is neither a table nor a line of a title
  /// page nor an entry of a bibliography.
  private func isQuotedBlock(_ index: Int, _ range: Range<Int>) -> Bool {
    let passage = reading.passages[index]
    if lined(index) != nil { return true }
    if isListing(index, range) { return false }
    let tokens = passage.tokens[..<passage.token(at: range.upperBound)]
    let vocabulary = vocabulary(of: index)
    let words = tokens.lazy.filter { $0.kind == .word }
    return sources[index].kind == .verse || words.count >= 15
      || DashUse.isSpoken(tokens, vocabulary)
      || words.contains { vocabulary.isPredicate($0.folded) }
      || previousText(index).map { reading.passages[$0].text.last == ":" } == true
  }

  /// Whether a block that is set apart is a table or an entry of a bibliography.
  private func isListing(_ index: Int, _ range: Range<Int>) -> Bool {
    let passage = reading.passages[index]
    if Self.isTable(passage.text[range]) { return true }
    let tokens = passage.tokens
    // `Chicago: Mill Press, pamphlet, 48 pp.`
    if tokens.count <= 80,
      zip(tokens.suffix(6), tokens.suffix(5)).contains(where: {
        $0.kind == .number && ["pp", "pages", "seiten", "páginas", "pagine"].contains($1.folded)
      })
    {
      return true
    }
    return tokens.contains { $0.kind == .number && $0.range.count == 4 }
      && zip(tokens, tokens.dropFirst(2)).contains {
        QuotationWords.isVolume($0.folded) && $1.kind == .number
      }
  }

  private static func isTable(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var bars = 0
    for (scalar, next) in zip(text, text.dropFirst()) {
      if scalar == "|" || scalar == "-" && next == "-" || scalar == "." && next == "." { bars += 1 }
    }
    return bars >= 8 && bars * 30 >= text.count
  }

  func nextText(_ index: Int) -> Int? {
    var next = index + 1
    while next < sources.count, sources[next].kind == .note { next += 1 }
    return next < sources.count ? next : nil
  }

  func leadsWithColon(_ passage: ReadPassage, _ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, passage.text[index].isSpace { index -= 1 }
    return index >= 0 && passage.text[index] == ":"
  }

  /// Ends a quotation without a closing mark at the end of its sentence.
  func shortened(_ span: QuoteSpan, _ passage: ReadPassage) -> QuoteSpan {
    var span = span
    var words = 0
    for index in passage.token(at: span.inner.lowerBound)..<passage.tokens.count {
      let token = passage.tokens[index]
      if token.kind == .word { words += 1 }
      let isStop =
        [".", "!", "?"].contains(token.folded)
        && (index == 0 || !passage.tokens[index - 1].isInitial)
      if isStop, words >= 3 {
        span.range = span.range.lowerBound..<token.range.upperBound
        span.inner = span.inner.lowerBound..<token.range.upperBound
        return span
      }
    }
    return span
  }

  func rule(_ span: QuoteSpan) -> AttributionRule {
    switch span.ends {
    case .marked: span.isSingle ? .singleMarks : .quotationMarks
    case .unclosed: .unclosedQuotation
    case .continued: .continuedQuotation
    case .block: .blockQuotation
    }
  }
}
