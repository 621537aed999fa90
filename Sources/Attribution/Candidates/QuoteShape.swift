// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the words of a quotation and the signs beside them show, whoever speaks.
struct QuoteShape {
  private(set) var features = SpeakerFeatures()

  init(_ quote: QuotedWords, view: TextView) {
    let read = view.passages[quote.passage]
    let roles = view.roles[quote.passage]
    let tokens = read.tokens
    let inside = tokens[quote.tokens]
    let words = inside.filter { $0.kind == .word }
    features[.words] = Float(min(words.count, 60))
    features.set(.isBlock, quote.span.ends == .block)
    features.set(.isContinued, quote.span.ends == .continued)
    features.set(.isSingle, quote.span.isSingle)
    features.set(.isCited, quote.isCited)
    features.set(.startsWithCapital, words.first?.isCapital ?? false)
    let capitals = words.count { $0.isCapital }
    features.set(.titleCase, words.count > 1 && capitals * 3 >= words.count * 2)
    // The last sign inside the marks, and the first outside.
    let text = read.text
    let end = min(quote.span.inner.upperBound, text.count)
    let last = end > quote.span.inner.lowerBound ? text[end - 1] : " "
    let next = quote.tokens.upperBound < tokens.count ? tokens[quote.tokens.upperBound] : nil
    features.set(.endsWithComma, last == "," || next?.isSign(",") ?? false)
    features.set(.endsWithStop, ".!?…".unicodeScalars.contains(last))
    let first = quote.tokens.lowerBound
    if first > 0, read.spanOfToken[first - 1] < 0 {
      let before = tokens[first - 1]
      features.set(.colon, before.isSign(":"))
      features.set(.comma, before.isSign(","))
      features.set(.that, ClauseReader.that.contains(before.folded))
      features.set(
        .article, roles[first - 1].has(.determiner))
      features.set(.naming, roles[first - 1].has([.naming, .workNoun]))
      features.set(.afterSayingNoun, roles[first - 1].has(.sayingNoun))
    }
    features[.dialogue] = view.dialogue
    features[.exclaiming] = view.exclaiming
    features.set(.capitalisesNouns, view.lexicon.capitalisesNouns)
  }
}
