// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Where the title of an entry ends.
extension EntryReader {
  /// Index of the token after the title.
  func endOfTitle(_ rest: ArraySlice<Token>) -> Int {
    guard let first = rest.first else { return rest.endIndex }
    if first.emphasis != 0 {
      return rest.firstIndex { $0.emphasis != first.emphasis } ?? rest.endIndex
    }
    if first.folded == "‘" || first.folded == "'" {
      // An apostrophe within a word is part of it, so that this one closes.
      let close = rest.indices.dropFirst().first { index in
        ["’", "'"].contains(rest[index].folded) && rest[index].kind == .sign
          && (index + 1 >= rest.endIndex || rest[index + 1].kind == .sign
            || rest[index + 1].range.lowerBound > rest[index].range.upperBound)
      }
      return close.map { $0 + 1 } ?? rest.endIndex
    }
    if SourceReader.isQuote(first) {
      var isQuoted = false
      for (index, token) in zip(rest.indices, rest) where SourceReader.isQuote(token) {
        isQuoted = SourceReader.opens(token, rest, index, isQuoted)
        guard !isQuoted, index > rest.startIndex else { continue }
        // `“The Workers”: A History` is one title.
        guard index + 1 < rest.endIndex, rest[index + 1].isSign(":") else { return index + 1 }
        return endOfPlainTitle(rest, from: index + 2)
      }
      return rest.endIndex
    }
    return endOfPlainTitle(rest, from: rest.startIndex + 1)
  }

  func endOfPlainTitle(_ rest: ArraySlice<Token>, from start: Int) -> Int {
    if start > rest.startIndex, tokens.indices.contains(rest.startIndex - 1),
      tokens[rest.startIndex - 1].isSign(","), let end = endBeforeImprint(rest)
    {
      return end
    }
    for index in start..<max(start, rest.endIndex) {
      let token = rest[index]
      if token.emphasis != 0 { return index }
      if token.isSign("("), isEdition(rest[(index + 1)...]) { return index }
      if token.isSign("[") { return index }
      if ["http", "https", "www", "available"].contains(token.folded) { return index }
      guard token.isSign(".") || token.isSign("?") || token.isSign("!") || token.isSign(",") else {
        continue
      }
      guard index + 1 < rest.endIndex else { return index }
      let next = rest[index + 1]
      if token.isSign(",") {
        if isImprint(rest[(index + 1)...]) { return index }
        continue
      }
      guard next.range.lowerBound > token.range.upperBound || SourceReader.isQuote(next),
        next.isCapital || next.kind == .number || next.kind == .sign || next.emphasis != 0
          || ["edited", "translated", "in", "ed", "trans"].contains(next.folded),
        !rest[index - 1].isInitial || isImprint(rest[(index + 1)...]),
        !SourceReader.abbreviations.contains(rest[index - 1].folded)
      else { continue }
      if !token.isSign("."), next.kind == .word, next.emphasis == 0,
        !isImprint(rest[(index + 1)...])
      {
        // `We, the Anarchists! A Study of …`
        continue
      }
      return token.isSign(".") ? index : index + 1
    }
    return rest.endIndex
  }

  /// Where the title ends in an entry with commas throughout, `Lund, Anna, Title, Press, Place, 1903`:
  /// before the publisher, which stands before a place, or before the year if no place is known.
  func endBeforeImprint(_ rest: ArraySlice<Token>) -> Int? {
    var commas: [Int] = []
    var isQuoted = false
    var depth = 0
    scan: for (index, token) in zip(rest.indices, rest) {
      if token.isSign("\"") { isQuoted.toggle() }
      if token.isSign("(") { depth += 1 }
      if token.isSign(")") { depth -= 1 }
      guard !isQuoted, depth == 0 else { continue }
      if token.isSign(",") { commas.append(index) }
      let isEnd =
        token.isSign(".") && index > rest.startIndex && !rest[index - 1].isInitial
        && !SourceReader.abbreviations.contains(rest[index - 1].folded)
      if isEnd { break scan }
    }
    guard commas.count >= 2 else { return nil }
    func segment(_ number: Int) -> ArraySlice<Token> {
      let end = number + 1 < commas.count ? commas[number + 1] : rest.endIndex
      return rest[(commas[number] + 1)..<end]
    }
    for number in commas.indices {
      let words = segment(number).prefix { !$0.isSign(".") }.filter { $0.kind != .sign }
      guard !words.isEmpty, words.count <= 4 else { continue }
      if words.contains(where: { ReferenceWords.publishers.contains($0.folded) }) {
        return commas[number]
      }
      if words.allSatisfy({ $0.isCapital }),
        words.contains(where: { ReferenceWords.places.contains($0.folded) })
      {
        let isPublisher =
          number > 0
          && segment(number - 1).allSatisfy {
            $0.isCapital || $0.kind == .sign || ReferenceWords.small.contains($0.folded)
          } && segment(number - 1).filter { $0.kind == .word }.count <= 4
        return isPublisher ? commas[number - 1] : commas[number]
      }
      let isYear =
        words.count == 1 && words[0].kind == .number && words[0].folded.count == 4
        && number == commas.count - 1
      if isYear, number > 0 {
        let before = segment(number - 1)
        let isName =
          before.filter { $0.kind == .word }.count <= 3
          && before.allSatisfy { $0.isCapital || $0.kind == .sign }
        return isName ? commas[number - 1] : commas[number]
      }
    }
    return nil
  }

  /// Whether an imprint begins here: a place or a publisher, or a year.
  func isImprint(_ rest: ArraySlice<Token>) -> Bool {
    guard let first = rest.first else { return true }
    if first.kind == .number {
      // `1919–1924` belongs to the title.
      let isSpan = rest.dropFirst().first.map { ["-", "–"].contains($0.folded) } ?? false
      return !isSpan && first.folded.count == 4
        && Int(first.folded).map { (1450...2100).contains($0) } == true
    }
    if ReferenceWords.volume.contains(first.folded) || ReferenceWords.page.contains(first.folded) {
      return rest.dropFirst().first?.isSign(".") == true
        || rest.dropFirst().first?.kind == .number
    }
    let head = rest.prefix { $0.kind == .word && $0.isCapital }
    guard !head.isEmpty, head.count <= 4 else { return false }
    return head.contains { ReferenceWords.places.contains($0.folded) }
      || head.contains { ReferenceWords.publishers.contains($0.folded) }
  }

  func isEdition(_ inside: ArraySlice<Token>) -> Bool {
    let inner = inside.prefix { !$0.isSign(")") }
    return inner.count <= 16
      && (inner.contains { $0.kind == .number }
        || inner.contains {
          ReferenceWords.places.contains($0.folded) || ReferenceWords.publishers.contains($0.folded)
            || ["ed", "eds", "trans", "vol", "hrsg"].contains($0.folded)
        })
  }
}
