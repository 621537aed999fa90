// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Author–date references: `(Avrich 1967: 140)`, `(Avrich, 1967, p. 140)`, `Avrich (1967)`.
///
/// See Chicago Manual of Style, 18th edition, 13.102–13.128, and APA, 7th edition, 8.10–8.17.
enum AuthorDate {
  /// Parses the inside of a parenthesis; `nil` unless it is an author and a year.
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
    let author = tokens[tokens.startIndex..<place]
    let bare = author.last?.isSign(",") == true ? author.dropLast() : author
    return read(tokens[place...], named: bare, text, names: names)
  }

  /// Parses a year and pages, `1967: 140`, given the authors named before it.
  static func read(
    _ tokens: ArraySlice<Token>, named author: ArraySlice<Token>, _ text: [Unicode.Scalar],
    names: NameReader
  ) -> ParsedSource? {
    guard let first = tokens.first, isYear(first), let year = Int(first.folded.prefix(4)),
      author.count <= 12, names.isNames(author, isSure: true),
      !author.contains(where: { ReferenceWords.months.contains($0.folded) }),
      !author.contains(where: {
        ReferenceWords.issue.contains($0.folded) || ReferenceWords.volume.contains($0.folded)
          || ReferenceWords.internalParts.contains($0.folded) && $0.isCapital
            && $0.range.count > 1
      }),
      // `(London, 1926)` is where and when.
      author.contains(where: {
        $0.isCapital && !ReferenceWords.places.contains($0.folded)
          && !["new", "san", "los", "st", "buenos"].contains($0.folded)
      }),
      // `(Oslo, Robert Unwin & Co., 1893)` and `(Unwin & Associates, Inc., 1893)` are publishers.
      !author.contains(where: { ReferenceWords.publishers.contains($0.folded) }),
      // `(Unwin & Co., Oslo 1893)` neither.
      !author.contains(where: { $0.isSign(",") })
        || !author.contains(where: { ReferenceWords.places.contains($0.folded) }),
      // `(Unwin, London, 1893)` is not a list of authors.
      !author.contains(where: { $0.isSign(",") })
        || author.contains(where: { ["and", "&", "und", "et", "y"].contains($0.folded) })
    else { return nil }
    var source = ParsedSource()
    source.names = names.names(author, text)
    source.year = year
    var next = tokens.startIndex + 1
    guard next < tokens.endIndex else { return source }
    guard [",", ":"].contains(tokens[next].folded) else { return nil }
    next += 1
    let locators = Locators(tokens: tokens, text: text)
    guard let pages = locators.pages(at: next) ?? locators.barePages(at: next),
      pages.end == tokens.endIndex,
      // `(1993, 2001, 2008)` are years.
      !pages.groups.contains(where: {
        $0.count == 4 && Int($0).map { $0 > 1450 && $0 < 2100 } == true
      })
    else { return nil }
    source.pages = pages.groups
    source.printedPages = pages.printed
    return source
  }

  /// Whether a token is a year, optionally with a letter: `1967`, `1967a`.
  private static func isYear(_ token: Token) -> Bool {
    guard token.kind == .number, (4...5).contains(token.folded.count),
      let year = Int(token.folded.prefix(4)), (1450...2100).contains(year)
    else { return false }
    return token.folded.count == 4 || "abcdefg".contains(token.folded.last ?? " ")
  }
}
