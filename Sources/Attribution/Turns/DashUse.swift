// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Whether a text uses dashes at the start of paragraphs for dialogue rather than for lists.
struct DashUse {
  /// Whether most of these paragraphs show speech: somebody asks, cries, says `I` or `you`.
  private(set) var isDialogue = false

  init(_ passages: [ReadPassage], _ sources: [Passage], _ vocabulary: QuotationWords) {
    var spoken = 0
    var all = 0
    for (index, source) in sources.enumerated() {
      for quotation in source.quotations where Turns.rule(quotation) == .dashDialogue {
        let passage = passages[index]
        let first = passage.token(at: quotation.range.lowerBound)
        let tokens = passage.tokens[first..<passage.token(at: quotation.range.upperBound)]
        all += 1
        if Self.isSpoken(tokens, vocabulary) { spoken += 1 }
      }
    }
    isDialogue = all >= 3 && spoken * 2 >= all
  }

  /// Whether a paragraph shows that somebody speaks.
  static func isSpoken(_ tokens: ArraySlice<Token>, _ vocabulary: QuotationWords) -> Bool {
    tokens.contains {
      $0.isSign("?") || $0.isSign("!") || vocabulary.isAddress($0.folded)
    }
  }

  /// Whether a paragraph has the form of an item of a list: begins small, or ends in a semicolon.
  static func isItem(_ tokens: ArraySlice<Token>, _ vocabulary: QuotationWords) -> Bool {
    guard let first = tokens.first(where: { $0.kind != .sign }), let last = tokens.last else {
      return true
    }
    return !first.isCapital && !isSpoken(tokens, vocabulary) || last.isSign(";")
  }
}
