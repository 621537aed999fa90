// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How a text uses quotation marks: for dialogue, or for terms that recur.
struct MarkUse {
  /// Longest run of words that may be a term.
  private static let longestTerm = 5

  /// Whether most of what stands between marks has the form of spoken sentences.
  private(set) var isDialogue = false
  private var counts: [String: Int] = [:]

  init() {}

  init(_ passages: [ReadPassage]) {
    var spoken = 0
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
        if let key = Self.key(tokens) { counts[key, default: 0] += 1 }
      }
    }
    isDialogue = all >= 5 && spoken * 2 >= all
  }

  /// Whether the words are few and stand between marks elsewhere in the text too.
  func isRepeated(_ tokens: ArraySlice<Token>) -> Bool {
    Self.key(tokens).map { (counts[$0] ?? 0) > 1 } ?? false
  }

  private static func key(_ tokens: ArraySlice<Token>) -> String? {
    let words = tokens.lazy.filter { $0.kind == .word }.prefix(longestTerm + 1).map(\.folded)
    return words.isEmpty || words.count > longestTerm ? nil : words.joined(separator: " ")
  }
}
