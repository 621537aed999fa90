// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parentheses within a reference: imprints, editors, editions, notes.
extension SourceReader {
  /// Consumes `(ed.)`, `(London: Penguin, 1966)`, `(1966)` or `(see note (4))`.
  mutating func takeParenthesis(_ tokens: ArraySlice<Token>, at open: Int) -> Int? {
    var depth = 0
    var close = open
    while close < tokens.endIndex {
      if "([".contains(tokens[close].folded), tokens[close].kind == .sign { depth += 1 }
      if ")]".contains(tokens[close].folded), tokens[close].kind == .sign {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close < tokens.endIndex else { return nil }
    let inner = tokens[(open + 1)..<close]
    guard let first = inner.first else { return close + 1 }
    if ["ed", "eds", "editor", "editors", "hrsg", "comp"].contains(first.folded) {
      if inner.count <= 2 { return nil }
      source.editors += names.names(inner.dropFirst(first.folded == "ed" ? 1 : 1), text)
      return close + 1
    }
    if let note = Self.note(inner) {
      source.note = note
      return close + 1
    }
    if ["reprinted", "originally", "translated", "trans", "forthcoming"].contains(first.folded) {
      return close + 1
    }
    if takesBarePages, takeImprint(inner, after: open > tokens.startIndex ? tokens[open - 1] : nil)
    {
      return close + 1
    }
    if takesBarePages, takeAside(inner, after: open > tokens.startIndex ? tokens[open - 1] : nil) {
      return close + 1
    }
    // A journal's year, or a book's place and year; other parentheses belong to titles.
    let years = inner.filter { $0.kind == .number && $0.folded.count == 4 }
    guard let year = years.last.flatMap({ Int($0.folded) }), (1450...2100).contains(year) else {
      return nil
    }
    let hasMonth = inner.contains { ReferenceWords.months.contains($0.folded) }
    let isPublication =
      inner.count <= 2 && years.count == 1 || hasMonth
      || inner.contains { $0.isSign(":") || $0.isSign(",") }
    guard isPublication else { return nil }
    source.year = year
    source.isDated = source.isDated || hasMonth
    if close + 1 < tokens.endIndex, tokens[close + 1].isSign(":"), takesBarePages {
      let locators = Locators(tokens: tokens, text: text)
      if let pages = locators.barePages(at: close + 2) {
        source.pages = pages.groups
        source.printedPages = pages.printed
        return pages.end
      }
    }
    return close + 1
  }

  /// Consumes the years of editions, `(1962/1985)`, and the series after the year of the imprint.
  mutating func takeAside(_ inner: ArraySlice<Token>, after before: Token?) -> Bool {
    if inner.count == 3, inner[inner.startIndex + 1].isSign("/"),
      let first = inner.first, first.folded.count == 4, let year = Int(first.folded),
      (1450...2100).contains(year)
    {
      source.year = source.year ?? year
      return true
    }
    return before?.kind == .number && before?.folded.count == 4
      && !inner.contains { $0.kind == .number && $0.folded.count == 4 }
  }

  /// Consumes a parenthesis after a title that names the edition: `(1917 ed., p. 23)`,
  /// `(Mill Press & Co.)`, `(3 vols.)`.
  mutating func takeImprint(_ inner: ArraySlice<Token>, after before: Token?) -> Bool {
    guard let before, before.emphasis != 0 || Self.isQuote(before) || before.isSign(".") else {
      return false
    }
    let locators = Locators(tokens: inner, text: text)
    if let pages = inner.indices.lazy.compactMap({ locators.pages(at: $0) }).first {
      source.pages = pages.groups
      source.printedPages = pages.printed
    } else if before.isSign(".") {
      return false
    }
    let year = inner.last {
      $0.kind == .number && $0.folded.count == 4
        && Int($0.folded).map { (1450...2100).contains($0) } == true
    }
    source.isDated = source.isDated || inner.contains { ReferenceWords.months.contains($0.folded) }
    if let year { source.year = Int(year.folded) }
    return true
  }

  /// The number in `see note (4)` or `note 3 above`; `nil` if there is none.
  static func note(_ tokens: ArraySlice<Token>) -> String? {
    guard
      let place = tokens.firstIndex(where: {
        ["note", "n", "fn", "footnote", "endnote", "anm", "anmerkung", "fußnote", "fn"].contains(
          $0.folded)
      })
    else { return nil }
    return tokens[(place + 1)...].prefix(3).first { $0.kind == .number }?.folded
  }
}
