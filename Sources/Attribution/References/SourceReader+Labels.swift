// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Authors before a colon.
extension SourceReader {
  /// Takes the authors before a colon, as German and French printers set them: `Anna Lund: Die
  /// Weber`; returns what follows.
  mutating func takeLabel(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    guard let colon = tokens.prefix(24).firstIndex(where: { $0.isSign(":") }),
      colon > tokens.startIndex, colon + 1 < tokens.endIndex,
      // `(London: Mill Press, 1903)` is no label.
      tokens[..<colon].filter({ $0.isSign("(") }).count
        == tokens[..<colon].filter({ $0.isSign(")") }).count,
      case let label = tokens[..<colon].prefix(while: { !$0.isSign("(") }), !label.isEmpty,
      case let next = tokens[colon + 1],
      next.isCapital || next.emphasis != 0 || Self.isQuote(next),
      next.range.lowerBound > tokens[colon].range.upperBound,
      !label.contains(where: { $0.emphasis != 0 || Self.isQuote($0) }),
      names.isNames(label, isSure: true), !isImprint(label)
    else { return tokens }
    let words = label.filter { $0.kind == .word }
    // `S. 12` and `In:` are signs of that manner.
    let isGerman = tokens[colon...].contains {
      $0.folded == "s" && $0.isCapital || $0.folded == "bd" || $0.folded == "anm"
        || $0.folded == "hrsg"
    }
    // One word before a colon is the author only if a title in italics or a page follows.
    let isSure =
      isPerson(label) || next.emphasis != 0 || isCapitalName(label)
      || isKnown(label) || isGerman && names.isNames(label)
    guard isSure, takesBarePages || next.emphasis != 0 || Self.isQuote(next) else { return tokens }
    if words.count >= 2, label.contains(where: { $0.isSign(",") }),
      let comma = label.firstIndex(where: { $0.isSign(",") }),
      let inverted = inverted(label[..<comma], label[(comma + 1)...])
    {
      source.names = [inverted]
    } else {
      source.names = names.names(label, text)
    }
    return tokens[(colon + 1)...]
  }

  func isCapitalName(_ label: ArraySlice<Token>) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    let letters = Locators.string(first.range.lowerBound..<last.range.upperBound, text).filter(
      \.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }
}
