// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension SourceReader {
  /// Divides the tokens into segments, and takes out locations, dates, editors and imprints.
  mutating func divide(_ tokens: ArraySlice<Token>) {
    var start = tokens.startIndex
    var index = start
    var brackets = 0
    var isQuoted = false
    while index < tokens.endIndex {
      let token = tokens[index]
      if brackets == 0, !isQuoted, let end = endOfItalics(tokens, index) {
        add(tokens[start..<index])
        texts.append(tokens[index..<end])
        index = end
        start = end
        continue
      }
      if token.kind == .sign {
        if "([".contains(token.folded) {
          if brackets == 0, !isQuoted, let after = takeParenthesis(tokens, at: index) {
            add(tokens[start..<index])
            index = after
            start = after
            continue
          }
          brackets += 1
        } else if ")]".contains(token.folded) {
          brackets = max(0, brackets - 1)
        } else if Self.isQuote(token) {
          let wasQuoted = isQuoted
          isQuoted = Self.opens(token, tokens, index, isQuoted)
          let isDouble = ["\"", "“", "”", "«", "»", "„"].contains(token.folded)
          if isDouble, isQuoted, !wasQuoted, brackets == 0, index > start {
            // `Nancy Hartsock “Feminist Theory”`: the comma is missing.
            add(tokens[start..<index])
            start = index
          } else if isDouble, !isQuoted, wasQuoted, brackets == 0, index + 1 < tokens.endIndex,
            ["in", "from"].contains(tokens[index + 1].folded) || isBy(tokens, index + 1)
          {
            add(tokens[start...index])
            start = index + 1
          }
        } else if brackets == 0, !isQuoted, isDivisor(tokens, index) {
          add(tokens[start..<index])
          start = index + 1
        }
        index += 1
        continue
      }
      if brackets == 0, !isQuoted, let after = takeLocator(tokens, at: index, from: start) {
        index = after
        start = after
        continue
      }
      index += 1
    }
    add(tokens[min(start, tokens.endIndex)...])
  }

  /// The end of the italics that begin at a token; `nil` if none begin there.
  private func endOfItalics(_ tokens: ArraySlice<Token>, _ index: Int) -> Int? {
    let number = tokens[index].emphasis
    guard number != 0, index == tokens.startIndex || tokens[index - 1].emphasis != number else {
      return nil
    }
    return tokens[index...].firstIndex { $0.emphasis != number } ?? tokens.endIndex
  }

  /// Whether `by` or its like stands here, before a name.
  func isBy(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    index + 1 < tokens.endIndex && (!tokens[index].isCapital || tokens[index].folded == "by")
      && ReferenceWords.by.contains(tokens[index].folded) && tokens[index + 1].isCapital
  }

  static func isQuote(_ token: Token) -> Bool {
    ["\"", "“", "”", "«", "»", "„", "‘", "’", "'"].contains(token.folded)
  }

  static func opens(
    _ token: Token, _ tokens: ArraySlice<Token>, _ index: Int, _ isQuoted: Bool
  ) -> Bool {
    switch token.folded {
    // `„…“`, `»…«` and `«…»`: what closes in one country opens in another.
    case "“": return !isQuoted || !tokens.contains { $0.folded == "„" }
    case "«", "»": return !isQuoted
    case "„": return true
    case "”": return false
    case "‘", "’", "'":
      // An apostrophe directly follows a word, so it is not an opening mark.
      let touches =
        index > tokens.startIndex
        && tokens[index - 1].range.upperBound == token.range.lowerBound
      if token.folded == "‘" || !touches { return isQuoted || !touches }
      return isQuoted && token.folded == "\"" ? false : isQuoted
    default: return !isQuoted
    }
  }

  /// Whether a token separates segments: a comma, or a stop that does not end an abbreviation.
  func isDivisor(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    let token = tokens[index]
    if token.folded == "," || token.folded == ";" { return true }
    guard token.folded == ".", index > tokens.startIndex, index + 1 < tokens.endIndex else {
      return token.folded == "." && index + 1 == tokens.endIndex
    }
    let before = tokens[index - 1]
    let after = tokens[index + 1]
    guard after.isCapital || Self.isQuote(after) else { return false }
    // `6. Oktober`, `4. Auflage`
    if before.kind == .number,
      ReferenceWords.months.contains(after.folded) || NoteSentences.counted.contains(after.folded)
    {
      return false
    }
    guard after.range.lowerBound > token.range.upperBound else { return false }
    return
      !(before.kind == .word && before.range.count == 1
      || Self.abbreviations.contains(before.folded)
      || isShortGiven(tokens, index - 1))
  }

  /// Whether a given name cut short stands where a name begins, and not behind the family name.
  private func isShortGiven(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard tokens[index].isCapital, NameWords.shortGiven.contains(tokens[index].folded) else {
      return false
    }
    return index == tokens.startIndex
      || [";", "&", "and", "und", "et", "by", "von", "par"].contains(tokens[index - 1].folded)
  }

  static let abbreviations: Set<String> = [
    "ed", "eds", "vol", "no", "st", "dr", "mr", "mrs", "prof", "trans", "jr", "sr", "cit", "op",
    "wm", "geo", "chas", "col", "gen", "rev", "p", "pp", "ch", "ibid", "vols", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec", "fred", "jas", "jos", "thos", "robt", "vs", "cap", "capt", "hon",
    "gov", "sen", "bd", "hrsg", "s", "t", "trad", "av", "esp", "janv", "févr", "avr", "juil", "déc",
  ]

  mutating func add(_ segment: ArraySlice<Token>) {
    var segment = segment
    while let first = segment.first, first.kind == .sign, !Self.isQuote(first), first.folded != "("
    {
      segment = segment.dropFirst()
    }
    while let last = segment.last, last.kind == .sign,
      !Self.isQuote(last), ![")", "?", "!", "."].contains(last.folded)
    {
      segment = segment.dropLast()
    }
    if segment.last?.folded == ".", segment.dropLast().last.map({ !$0.isInitial }) == true {
      segment = segment.dropLast()
    }
    guard segment.contains(where: { $0.kind != .sign }) else { return }
    if takeDate(segment) || takeEditors(segment) { return }
    texts.append(segment)
  }
}
