// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// References by author and year: `(Avrich 1967: 140)`, `(Avrich, 1967, p. 140)`, `Avrich (1967)`
/// (Chicago Manual of Style, 18th edition, 13.102–13.128; APA, 7th edition, 8.10–8.17).
enum AuthorDate {
  /// Reads the inside of a parenthesis; `nil` if it is no author with a year.
  static func read(
    _ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar], names: NameReader
  ) -> ParsedSource? {
    var tokens = tokens
    while let first = tokens.first, ReferenceWords.match(ReferenceWords.introductions, tokens) > 0,
      !first.isCapital
    {
      tokens = tokens.dropFirst(ReferenceWords.match(ReferenceWords.introductions, tokens))
    }
    guard let place = tokens.firstIndex(where: isYear), place > tokens.startIndex else {
      return nil
    }
    let before = tokens[..<place].filter { !($0.isSign(",")) || true }
    let author = tokens[tokens.startIndex..<place]
    let trimmed = author.last?.isSign(",") == true ? author.dropLast() : author
    guard before.count <= 12, names.isNames(trimmed, isSure: true),
      !trimmed.contains(where: { NameWords.months.contains($0.folded) }),
      let year = Int(tokens[place].folded.prefix(4))
    else { return nil }
    var source = ParsedSource()
    source.names = names.names(trimmed, text)
    source.year = year
    var next = place + 1
    guard next < tokens.endIndex else { return source }
    guard [",", ":"].contains(tokens[next].folded) else { return nil }
    next += 1
    let locators = Locators(tokens: tokens, text: text)
    guard let pages = locators.pages(at: next) ?? locators.barePages(at: next),
      pages.end == tokens.endIndex
    else { return nil }
    source.pages = pages.groups
    source.printedPages = pages.printed
    return source
  }

  /// `1967`, `1967a`
  private static func isYear(_ token: Token) -> Bool {
    guard token.kind == .number, (4...5).contains(token.folded.count),
      let year = Int(token.folded.prefix(4)), (1450...2100).contains(year)
    else { return false }
    return token.folded.count == 4 || "abcdefg".contains(token.folded.last ?? " ")
  }
}
