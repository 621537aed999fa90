// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How a text uses quotation marks: for dialogue, or for terms that recur.
struct MarkUse {
  /// Longest run of words that may be a term.
  private static let longestTerm = 5

  /// Whether most of what stands between marks has the form of spoken sentences.
  private(set) var isDialogue = false
  /// Whether most of it has a verb of saying beside it, as in news: then parts of sentences are
  /// somebody's words, too.
  private(set) var isAttributing = false
  private var counts: [String: Int] = [:]

  init() {}

  init(_ passages: [ReadPassage], _ vocabulary: QuotationWords) {
    var spoken = 0
    var attributed = 0
    var all = 0
    for passage in passages {
      for span in passage.spans where span.depth == 0 {
        let tokens =
          passage.tokens[
            passage.token(at: span.inner.lowerBound)..<passage.token(at: span.inner.upperBound)]
        guard let first = tokens.first, let last = tokens.last else { continue }
        all += 1
        let before = passage.token(at: span.range.lowerBound) - 1
        let isFree = before < 0 || passage.tokens[before].kind == .sign
        if isFree, first.isCapital, [".", ",", "!", "?", "…", "—"].contains(last.folded) {
          spoken += 1
        }
        if Self.isAttributed(span, passage, vocabulary) { attributed += 1 }
        if let key = Self.key(tokens) { counts[key, default: 0] += 1 }
      }
    }
    isDialogue = all >= 5 && spoken * 2 >= all
    isAttributing = all >= 4 && attributed * 2 >= all
  }

  /// Whether a verb of saying stands beside the marks, in the sentence before or right behind them.
  private static func isAttributed(
    _ span: QuoteSpan, _ passage: ReadPassage, _ vocabulary: QuotationWords
  ) -> Bool {
    func says(_ index: Int) -> Bool {
      let word = passage.tokens[index].folded
      return passage.tokens[index].kind == .word && vocabulary.isSaying(word)
        && !vocabulary.isWeak(word)
    }
    let first = passage.token(at: span.range.lowerBound)
    let end = passage.token(at: span.range.upperBound)
    for index in (max(0, first - reach)..<first).reversed() {
      if passage.spanOfToken[index] >= 0 || passage.tokens[index].isSign(".") { break }
      if says(index) { return true }
    }
    for index in end..<min(passage.tokens.count, end + 6) {
      if passage.spanOfToken[index] >= 0 || passage.tokens[index].isSign(".") { break }
      if says(index) { return true }
    }
    return false
  }

  /// Tokens before the marks in which a verb of saying is looked for.
  private static let reach = 12

  /// Whether the words are few and stand between marks elsewhere in the text too.
  func isRepeated(_ tokens: ArraySlice<Token>) -> Bool {
    Self.key(tokens).map { (counts[$0] ?? 0) > 1 } ?? false
  }

  private static func key(_ tokens: ArraySlice<Token>) -> String? {
    let words = tokens.lazy.filter { $0.kind == .word }.prefix(longestTerm + 1).map(\.folded)
    return words.isEmpty || words.count > longestTerm ? nil : words.joined(separator: " ")
  }
}
