// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// A title before a parenthesis that dates it: `_The Weavers_ (Oslo, 1903)`, `in the Mill Review
/// (May, 1908), p. 390`.
struct DatedTitle {
  let passage: ReadPassage
  let parser: ReferenceParser

  /// The reference that a parenthesis completes; `nil` if no title precedes it.
  func reference(_ bracket: ReferenceFinder.Bracket) -> ParsedReference? {
    let inner = passage.tokens[bracket.tokens]
    guard !bracket.isSquare, inner.count <= 14, let date = date(inner),
      let title = italics(before: bracket, date) ?? periodical(before: bracket, date),
      let first = passage.tokens[title].first, let last = passage.tokens[title].last
    else { return nil }
    var source = ParsedSource()
    source.title = clean(first.range.lowerBound..<last.range.upperBound)
    source.isSet = first.emphasis != 0
    source.year = date.year
    source.isDated = date.hasMonth
    source.names = authors(before: title.lowerBound)
    var end = bracket.range.upperBound
    let rest = passage.tokens[(bracket.tokens.upperBound + 1)...].prefix(20)
    if let sign = rest.first, sign.isSign(","), rest.count > 1,
      let pages = Locators(tokens: rest, text: passage.text).pages(at: rest.startIndex + 1)
    {
      source.pages = pages.groups
      source.printedPages = pages.printed
      end = passage.tokens[pages.end - 1].range.upperBound
    }
    return ParsedReference(
      range: first.range.lowerBound..<end, source: source, via: [], rule: .datedTitle)
  }

  private struct Date {
    var year: Int
    var hasMonth: Bool
    var hasPlace: Bool
  }

  /// The date in a parenthesis that has nothing else but a place, a publisher or an edition.
  private func date(_ inner: ArraySlice<Token>) -> Date? {
    let numbers = inner.filter { $0.kind == .number && $0.folded.count == 4 }
    guard let year = numbers.last.flatMap({ Int($0.folded) }), (1450...2100).contains(year) else {
      return nil
    }
    let words = inner.filter { $0.kind == .word }
    let hasMonth = words.contains { ReferenceWords.months.contains($0.folded) }
    let hasPlace = words.contains { ReferenceWords.places.contains($0.folded) }
    let isDate = words.allSatisfy {
      ReferenceWords.months.contains($0.folded) || ReferenceWords.inDates.contains($0.folded)
        || $0.isCapital || ReferenceWords.volume.contains($0.folded)
        || ["ed", "edn", "edition", "aufl", "auflage", "édition", "édit"].contains($0.folded)
    }
    // `(3 vols., Turin 1881)`; other names are no imprint: `(Lenin, 1917)`.
    let strangers = words.filter {
      $0.isCapital && !ReferenceWords.months.contains($0.folded)
        && !ReferenceWords.places.contains($0.folded) && $0.folded != "new" && $0.folded != "san"
    }
    guard isDate, strangers.isEmpty || hasPlace && strangers.count <= 4,
      // `(1905–1907)` is a span of time.
      numbers.count == 1
    else { return nil }
    return Date(year: year, hasMonth: hasMonth, hasPlace: hasPlace)
  }

  /// The italics that end directly before the parenthesis.
  private func italics(before bracket: ReferenceFinder.Bracket, _ date: Date) -> Range<Int>? {
    let end = bracket.tokens.lowerBound - 1
    guard end > 0, case let number = passage.tokens[end - 1].emphasis, number != 0 else {
      return nil
    }
    var start = end
    while start > 0, passage.tokens[start - 1].emphasis == number { start -= 1 }
    let words = passage.tokens[start..<end].filter { $0.kind == .word }
    guard passage.tokens[start].isCapital || passage.tokens[start].kind == .sign,
      words.count >= 2 || date.hasMonth || date.hasPlace
        || words.contains(where: { ReferenceWords.periodicals.contains($0.folded) })
    else { return nil }
    return start..<end
  }

  /// Capitalised words that end in the name of a periodical, before a date with its month.
  private func periodical(before bracket: ReferenceFinder.Bracket, _ date: Date) -> Range<Int>? {
    let end = bracket.tokens.lowerBound - 1
    guard date.hasMonth, end > 1 else { return nil }
    var start = end
    while start > 0, end - start < 6, passage.tokens[start - 1].isCapital { start -= 1 }
    while start < end,
      ["the", "in", "le", "la", "die", "der"].contains(passage.tokens[start].folded)
    {
      start += 1
    }
    guard end - start >= 2,
      passage.tokens[start..<end].contains(where: {
        ReferenceWords.periodicals.contains($0.folded)
          || ReferenceWords.newspapers.contains($0.folded)
      })
    else { return nil }
    return start..<end
  }

  /// The authors before a comma and the title: `PIERRE KROPOTKINE, _La Conquête du pain_`.
  private func authors(before start: Int) -> [String] {
    guard start > 1, passage.tokens[start - 1].isSign(",") else { return [] }
    var first = start - 1
    while first > 0, start - first < 8,
      passage.tokens[first - 1].isCapital
        || passage.tokens[first - 1].isSign(".") && first > 1
          && (passage.tokens[first - 2].isInitial || passage.tokens[first - 2].range.count <= 2)
        || passage.tokens[first - 1].isSign("-")
    {
      first -= 1
    }
    let words = passage.tokens[first..<(start - 1)].drop {
      !$0.isInitial && !NameWords.isGiven($0.folded)
    }
    guard words.filter({ $0.kind == .word }).count >= 2, parser.names.isNames(words),
      let head = words.first, head.isInitial || NameWords.isGiven(head.folded)
    else { return [] }
    return parser.names.names(words, passage.text).map { NameCapitals.lowered($0) }
  }

  private func clean(_ range: Range<Int>) -> String {
    passage.string(range).filter { $0 != "_" && $0 != "*" }
      .spacedWords.joined(separator: " ")
  }
}
