// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What follows the first author of an entry.
extension EntryAuthors {
  /// Takes the other authors, as in `, and Carl Berg`, `, & Berg, C.` or `, et al.`, if there are any.
  mutating func takeOthers(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) {
    for _ in 0..<12 {
      var index = next
      if index < tokens.endIndex, [",", "/", ";"].contains(tokens[index].folded) { index += 1 }
      let isAnd =
        index < tokens.endIndex
        && ["and", "&", "und", "et", "y", "e", "en"].contains(tokens[index].folded)
      if isAnd { index += 1 }
      guard index > next, index < tokens.endIndex else { return }
      if isAnd, tokens[index].folded == "al" || tokens[index].folded == "others" {
        next = index + 1
        if next < tokens.endIndex, tokens[next].isSign(".") { next += 1 }
        return
      }
      if let other = Self.inverted(tokens[index...], text), other.isSure,
        other.next < tokens.endIndex, isAnd || tokens[other.next - 1].isSign("."),
        tokens[index + 1].isSign(",")
      {
        names.append(other.name)
        next = other.next
        continue
      }
      guard isAnd || NameWords.isGiven(tokens[index].folded) else { return }
      let plain = tokens[index...].prefix {
        ($0.isCapital && $0.emphasis == 0) || NameWords.particles.contains($0.folded)
          || $0.isSign(".")
      }
      // The stop after the family name ends the list.
      var end = plain.startIndex
      while end < plain.endIndex {
        if plain[end].isSign("."), end > plain.startIndex, !plain[end - 1].isInitial { break }
        end += 1
      }
      let words = plain[..<end]
      guard let first = words.first, let last = words.last,
        (2...4).contains(words.filter { $0.kind == .word }.count)
      else { return }
      names.append(Locators.string(first.range.lowerBound..<last.range.upperBound, text))
      next = end
    }
  }

  /// Takes `, ed.`, `(ed.)` or `(Hrsg.)` after the names, which is no part of them.
  mutating func takeRole(_ tokens: ArraySlice<Token>) {
    var index = next
    while index < tokens.endIndex, [",", "("].contains(tokens[index].folded) { index += 1 }
    guard index > next, index < tokens.endIndex,
      ["ed", "eds", "editor", "editors", "hrsg", "hg", "comp", "dir", "trans", "jr", "sr", "red"]
        .contains(tokens[index].folded)
    else { return }
    index += 1
    while index < tokens.endIndex, [".", ")"].contains(tokens[index].folded) { index += 1 }
    next = index
    if next < tokens.endIndex, tokens[next - 1].isSign(".") || tokens[next - 1].isSign(")") {
      next -= 1
    }
  }

  /// Takes the year after the names, as in `(1998).` or `1998.`, with that of the first edition before it.
  mutating func takeYear(_ tokens: ArraySlice<Token>) {
    var index = next
    while index < tokens.endIndex, [".", ",", ")"].contains(tokens[index].folded) { index += 1 }
    let isRound = index < tokens.endIndex && tokens[index].isSign("(")
    if isRound { index += 1 }
    let inside = tokens[index...].prefix(isRound ? 10 : 1)
    let close = isRound ? inside.firstIndex { $0.isSign(")") } : index + 1
    guard let close,
      let token = inside[..<min(close, inside.endIndex)].last(where: {
        $0.kind == .number && (4...5).contains($0.folded.count)
      }), let year = Int(token.folded.prefix(4)), (1450...2100).contains(year)
    else { return }
    let after = isRound ? close + 1 : close
    guard after < tokens.endIndex, isRound || [".", ",", ":"].contains(tokens[after].folded) else {
      return
    }
    self.year = year
    next = after
  }
}
