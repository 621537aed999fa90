// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Divides a note into sentences; a full stop within a reference does not end one.
struct NoteSentences {
  let passage: ReadPassage
  let names: NameReader

  /// The sentences, as ranges of tokens.
  func ranges() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for sentence in divided() {
      if let last = sentences.last, continues(last, sentence) {
        sentences[sentences.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        sentences.append(sentence)
      }
    }
    return sentences
  }

  private func divided() -> [Range<Int>] {
    let tokens = passage.tokens
    var sentences: [Range<Int>] = []
    var start = 0
    var depth = 0
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .sign {
        if "([".contains(token.folded) { depth += 1 }
        if ")]".contains(token.folded) { depth = max(0, depth - 1) }
      }
      guard depth == 0, index + 1 < tokens.count, index > start,
        isStop(index) || isStop(index - 1) && closesQuotation(index)
      else { continue }
      let next = tokens[index + 1]
      let before = tokens[index - 1]
      if let after = afterDash(index + 1) {
        sentences.append(start..<(index + 1))
        start = after
        continue
      }
      guard
        next.isCapital || SourceReader.isQuote(next) || next.isSign("(") || next.emphasis != 0
          || WebReference.isHost(tokens[(index + 1)...].prefix(3)),
        next.range.lowerBound > token.range.upperBound,
        before.kind != .word || before.range.count > 1,
        // `4. Auflage`, `11. November`
        before.kind != .number
          || !Self.counted.contains(next.folded) && !ReferenceWords.months.contains(next.folded),
        !Self.abbreviations.contains(before.folded),
        // Within italics, a full stop does not end the sentence.
        before.emphasis == 0 || before.emphasis != next.emphasis,
        // Inside a quoted title, a full stop does not end the sentence.
        passage.spanOfToken[index] < 0
          || passage.spanOfToken[index] != passage.spanOfToken[index + 1]
      else { continue }
      sentences.append(start..<(index + 1))
      start = index + 1
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Index after a dash that divides references: `Lund, II. 205.—Berg, “Mémoires,” 27`.
  private func afterDash(_ index: Int) -> Int? {
    var next = index
    while next < passage.tokens.count, ["—", "–", "-"].contains(passage.tokens[next].folded) {
      next += 1
    }
    guard next > index, next < passage.tokens.count,
      next - index == 2 || ["—", "–"].contains(passage.tokens[index].folded),
      passage.tokens[next].isCapital || SourceReader.isQuote(passage.tokens[next])
    else { return nil }
    return next
  }

  private func isStop(_ index: Int) -> Bool {
    [".", "?", "!"].contains(passage.tokens[index].folded)
  }

  /// Whether a mark closes a quotation of several words after its full stop.
  private func closesQuotation(_ index: Int) -> Bool {
    guard SourceReader.isQuote(passage.tokens[index]), let span = passage.span(of: index) else {
      return false
    }
    return span.range.upperBound == passage.tokens[index].range.upperBound
      && passage.token(at: span.range.upperBound) - passage.token(at: span.range.lowerBound) > 12
  }

  /// Whether what follows a full stop belongs to the same reference: `Lund. The Weavers`,
  /// `The Weavers. Oslo 1903`, `(1917 ed., p. 23)`.
  private func continues(_ first: Range<Int>, _ next: Range<Int>) -> Bool {
    let tokens = passage.tokens
    let head = tokens[first].filter { !$0.isSign(".") }
    let tail = tokens[next]
    guard let opening = tail.first, first.count + next.count <= 120 else { return false }
    if opening.isSign("(") {
      return tail.dropFirst().first.map {
        $0.kind == .number || ReferenceWords.page.contains($0.folded)
      } ?? false
    }
    let isName =
      first.count <= 6 && names.isNames(head[...], isSure: false)
      && !head.contains { ReferenceWords.places.contains($0.folded) }
    if isName, opening.isCapital || SourceReader.isQuote(opening), !tail.contains(where: isFinite) {
      return true
    }
    // `In: Neue Zeit 3 (1903), S. 4`
    if opening.folded == "in", tail.dropFirst().first?.isSign(":") == true { return true }
    if opensByColon(tokens[first]), !opensByColon(tail), !tail.contains(where: isFinite),
      !ReferenceParser.isStrong(tokens[first], passage.text, isNote: true)
    {
      return true
    }
    if Self.editing.contains(opening.folded), !tail.contains(where: isFinite) { return true }
    // `Anna Lund: Die Weber. Ein Leben. Leipzig: Insel, 1903`: no year and no page yet.
    if !tokens[first].contains(where: { $0.kind == .number && $0.folded.count == 4 }),
      !tokens[first].contains(where: isFinite), opening.isCapital, first.count <= 40,
      !ReferenceParser.isStrong(tokens[first], passage.text, isNote: true),
      !tail.contains(where: isFinite), hasImprint(tail)
    {
      return true
    }
    // `EQUAL SUFFRAGE. Helen Sumner.`
    let title = passage.string(
      tokens[first.lowerBound].range.lowerBound..<tokens[first.upperBound - 1].range.upperBound)
    if ReferenceScore.isCapitals(title), tail.count <= 8,
      names.isNames(tail.filter { !$0.isSign(".") }[...])
    {
      return true
    }
    // An imprint: a place, and a year before the next comma or full stop.
    return opening.emphasis == 0 && ReferenceWords.places.contains(opening.folded)
      && tail.prefix(8).contains { $0.kind == .number && $0.folded.count == 4 }
      && !tail.contains(where: isFinite)
  }

  /// Whether a sentence begins with a name and a colon, as references of German and French scholars
  /// do: `Anna Lund: Die Weber. Ein Leben. In: …`.
  private func opensByColon(_ sentence: ArraySlice<Token>) -> Bool {
    let count = ReferenceWords.match(ReferenceWords.introductions, sentence)
    let head = sentence.dropFirst(count).prefix(24)
    guard let colon = head.firstIndex(where: { $0.isSign(":") }), colon > head.startIndex,
      head[..<colon].filter({ $0.kind == .word }).count >= 2
    else { return false }
    return names.isNames(head[..<colon], isSure: true)
  }

  /// Whether a place and a year, or a place and a publisher before a year, stand in a sentence.
  private func hasImprint(_ tail: ArraySlice<Token>) -> Bool {
    guard
      let year = tail.prefix(60).firstIndex(where: {
        $0.kind == .number && $0.folded.count == 4
          && Int($0.folded).map { (1450...2100).contains($0) } == true
      })
    else { return false }
    return tail[..<year].suffix(9).contains { ReferenceWords.places.contains($0.folded) }
      && !tail[..<year].prefix(4).contains { $0.isSign(",") }
  }

  /// Words that open a statement of editors or translators, or of the volume that contains a piece.
  private static let editing: Set<String> = [
    "hrsg", "hg", "herausgegeben", "edited", "ed", "eds", "trans", "translated", "transl", "übers",
    "übersetzt", "traduit", "trad", "traducido", "traducción", "bearb", "vertaald", "éd",
  ]

  private func isFinite(_ token: Token) -> Bool {
    token.kind == .word && !token.isCapital && token.emphasis == 0 && token.range.count > 1
      && ReferenceWords.finite.contains(token.folded)
  }

  /// Words that an ordinal number stands before in German and its neighbours.
  static let counted: Set<String> = [
    "auflage", "aufl", "ausgabe", "band", "bd", "jahrgang", "jg", "heft", "kapitel", "teil",
    "tausend", "druk", "oplag", "vydání",
  ]

  private static let abbreviations: Set<String> = [
    "ed", "eds", "vol", "no", "st", "dr", "mr", "mrs", "prof", "trans", "jr", "sr", "cit", "op",
    "p", "pp", "ch", "ibid", "ib", "id", "vols", "cf", "al", "sept", "oct", "nov", "dec", "jan",
    "feb", "aug", "bd", "nr", "vgl", "s", "t", "chap", "sec", "art", "fig", "etc", "viz", "mme",
    "mlle", "mm", "hrsg", "aufl", "übers", "trad", "tr", "transl", "av", "déc", "janv", "févr",
    "juil", "esp", "rev", "gen", "col", "capt", "lib", "cap", "см", "wm", "geo", "chas", "fred",
    "jas", "jos", "thos", "robt",
    "vs", "hon", "gov", "sen", "изд", "соч", "стр", "г",
  ]
}
