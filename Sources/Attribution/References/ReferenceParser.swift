// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parses a whole reference: one or more sources, each with the works it is cited through.
struct ReferenceParser {
  let names: NameReader
  let people: Set<String>
  /// Whether the text cites by author and date throughout.
  var citesByDate = false

  /// Parses the inside of a bracket or a sentence of a note.
  ///
  /// - Parameter range: Range of the whole reference in code points, including brackets.
  func parse(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], range: Range<Int>, rule: AttributionRule,
    isNote: Bool
  ) -> [ParsedReference] {
    divide(tokens, text).compactMap { part in
      parsePart(part, text, range: range, rule: rule, isNote: isNote)
    }
  }

  /// Splits a bracket at `;`, and after page numbers that another name follows.
  private func divide(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> [ArraySlice<Token>]
  {
    var parts: [ArraySlice<Token>] = []
    var start = tokens.startIndex
    var index = start
    var depth = 0
    let locators = Locators(tokens: tokens, text: text)
    while index < tokens.endIndex {
      let token = tokens[index]
      if token.kind == .sign {
        if "([".contains(token.folded) { depth += 1 }
        if ")]".contains(token.folded) { depth -= 1 }
      }
      if depth == 0, token.isSign(";") {
        parts.append(tokens[start..<index])
        start = index + 1
      } else if depth == 0, index > start, let pages = locators.pages(at: index) {
        index = pages.end
        var next = index
        while next < tokens.endIndex, [",", "and", "&", ".", "also"].contains(tokens[next].folded) {
          next += 1
        }
        let isNew =
          next > index && next < tokens.endIndex
          && tokens[index..<next].contains { $0.kind == .word || $0.folded == "&" }
          && tokens[next].isCapital && hasPlace(tokens[next...], text)
        if isNew {
          parts.append(tokens[start..<index])
          start = next
          index = next
        }
        continue
      }
      if depth == 0, index > start, beginsAnother(tokens, index, from: start) {
        parts.append(tokens[start..<index])
        start = index + 1
      }
      index += 1
    }
    parts.append(tokens[min(start, tokens.endIndex)...])
    return parts.filter { part in part.contains { $0.kind != .sign } }
  }

  /// Whether `and` stands between two works with titles in italics: `_Capital_, by Marx, and _Mutual
  /// Aid_, by Kropotkin`.
  private func beginsAnother(_ tokens: ArraySlice<Token>, _ index: Int, from start: Int) -> Bool {
    guard ["and", "und", "et", "y", "e", "en", "&"].contains(tokens[index].folded),
      index + 1 < tokens.endIndex, tokens[index].emphasis == 0, tokens[index + 1].emphasis != 0,
      index - 1 > start, tokens[index - 1].emphasis == 0
    else { return false }
    let title = tokens[start..<index].firstIndex { $0.emphasis != 0 }
    return title.map { tokens[$0..<index].contains { $0.isSign(",") && $0.emphasis == 0 } } ?? false
  }

  private func hasPlace(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> Bool {
    let locators = Locators(tokens: tokens, text: text)
    return tokens.indices.contains { locators.isPageSign(at: $0) }
  }

  private func parsePart(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], range: Range<Int>, rule: AttributionRule,
    isNote: Bool
  ) -> ParsedReference? {
    var rest = tokens
    var stripped = true
    while stripped, let first = rest.first {
      stripped = false
      if first.kind == .sign, !SourceReader.isQuote(first) {
        rest = rest.dropFirst()
        stripped = true
      } else if !first.isCapital || isNote {
        let count = ReferenceWords.match(ReferenceWords.introductions, rest)
        if count > 0, count < rest.count {
          rest = rest.dropFirst(count)
          stripped = true
        }
      }
    }
    var links = chainLinks(rest)
    func read(_ tokens: ArraySlice<Token>) -> ParsedSource {
      SourceReader.read(
        tokens, text: text, names: names, people: people, takesBarePages: isNote)
    }
    let first = links.removeFirst()
    if first.isInverse {
      // `Carr, p. 5, quoting Lenin`: the source is the quoted work.
      let source = read(first.tokens)
      let via = links.map { read($0.tokens) }
      return ParsedReference(range: range, source: source, via: via, rule: rule)
    }
    let source = read(first.tokens)
    let via = links.map { read($0.tokens) }.filter { !$0.isEmpty }
    if links.isEmpty, source.isEmpty { return nil }
    return ParsedReference(range: range, source: source, via: via, rule: rule)
  }

  private struct ChainLink {
    var tokens: ArraySlice<Token>
    var isInverse = false
  }

  /// Splits a chain into what is quoted and the works it is quoted through.
  private func chainLinks(_ tokens: ArraySlice<Token>) -> [ChainLink] {
    var links: [ChainLink] = []
    var start = tokens.startIndex
    var index = start
    while index < tokens.endIndex {
      let through = ReferenceWords.match(ReferenceWords.through, tokens[index...])
      if through > 0, index + through <= tokens.endIndex {
        links.append(ChainLink(tokens: tokens[start..<index]))
        index += through
        start = index
        continue
      }
      let inverse = ReferenceWords.match(ReferenceWords.inverse, tokens[index...])
      if inverse > 0, index > start, index + inverse < tokens.endIndex, links.isEmpty {
        let quoting = tokens[start..<index]
        return [
          ChainLink(tokens: tokens[(index + inverse)...], isInverse: true),
          ChainLink(tokens: quoting),
        ]
      }
      index += 1
    }
    links.append(ChainLink(tokens: tokens[start...]))
    return links
  }

  /// Whether the tokens contain something found only in references, such as page abbreviations.
  static func isStrong(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], isNote: Bool = false
  ) -> Bool {
    let locators = Locators(tokens: tokens, text: text)
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word else { continue }
      switch token.folded.first {
      case "p", "s", "b", "с":
        if locators.isPageSign(at: index), token.folded != "s" || isNote && token.isCapital {
          return true
        }
      default: break
      }
      if ReferenceWords.match(ReferenceWords.workBefore, tokens[index...]) > 1 { return true }
      if token.folded == "loc", ReferenceWords.match(ReferenceWords.same, tokens[index...]) > 1 {
        return true
      }
      if index == tokens.startIndex, ReferenceWords.match(ReferenceWords.same, tokens[index...]) > 0
      {
        return token.folded != "id" && token.folded != "ib" || tokens.count <= 8
      }
      let through = ReferenceWords.match(ReferenceWords.through, tokens[index...])
      if through > 1, index + through < tokens.endIndex,
        tokens[(index + through)...].contains(where: { $0.isCapital })
      {
        return true
      }
    }
    return false
  }
}
