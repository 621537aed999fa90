// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

extension SourceReader {
  /// Consumes `Op. Cit.`, `Ibid.`, pages, volume, issue or division; returns the next token.
  mutating func takeLocator(
    _ tokens: ArraySlice<Token>, at index: Int, from start: Int
  ) -> Int? {
    let rest = tokens[index...]
    let before = ReferenceWords.match(ReferenceWords.workBefore, rest)
    if before > 0 {
      add(tokens[start..<index])
      source.isWorkBefore = true
      return skipStop(tokens, index + before)
    }
    let isAtStart = index == start || index == start + 1 && tokens[start].kind == .sign
    if isAtStart {
      let same = ReferenceWords.match(ReferenceWords.same, rest)
      if same > 0 {
        source.isSame = true
        return skipStop(tokens, index + same)
      }
    }
    let locators = Locators(tokens: tokens, text: text)
    if let pages = locators.pages(at: index) {
      add(tokens[start..<index])
      if let first = pages.groups.first, pages.groups.count == 1 {
        source.extent = Self.extent(first) ?? source.extent
      }
      // Later pages win: an article's page range precedes the page actually cited.
      source.pages = pages.groups
      source.printedPages = pages.printed
      return pages.end
    }
    if let after = takeNumbered(tokens, at: index, from: start) { return after }
    if isAtStart, takesBarePages || source.isWorkBefore || source.isSame,
      source.pages.isEmpty, let pages = locators.barePages(at: index),
      pages.end == tokens.endIndex
        || tokens[pages.end].kind == .sign && ![":", "-", "–"].contains(tokens[pages.end].folded),
      !texts.isEmpty || source.isWorkBefore || source.isSame, !isYear(pages, tokens, index),
      !tokens[pages.end...].prefix(2).contains(where: {
        ["auflage", "aufl", "ausgabe", "edition", "ed", "édition", "tausend"].contains($0.folded)
          || ReferenceWords.months.contains($0.folded)
      })
    {
      source.pages = pages.groups
      source.printedPages = pages.printed
      return pages.end
    }
    return nil
  }

  func isYear(_ pages: Locators.Pages, _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard pages.groups.count == 1, let year = Int(pages.groups[0].prefix(4)) else { return false }
    return pages.groups[0].count >= 4 && (1500...2100).contains(year)
  }

  /// Parses a page range such as `310-43`; `nil` if it spans fewer than five pages.
  static func extent(_ group: String) -> ClosedRange<Int>? {
    let ends = group.split(whereSeparator: { !$0.isNumber })
    guard ends.count == 2, let first = Int(ends[0]), var last = Int(ends[1]) else { return nil }
    if last < first, ends[1].count < ends[0].count {
      last = Int(ends[0].dropLast(ends[1].count) + ends[1]) ?? last
    }
    return last - first >= 4 && last > first ? first...last : nil
  }

  func skipStop(_ tokens: ArraySlice<Token>, _ index: Int) -> Int {
    index < tokens.endIndex && tokens[index].isSign(".") ? index + 1 : index
  }

  /// Consumes `vol. II`, `no. 5`, `Section 24` or `note 4`; returns the next token.
  mutating func takeNumbered(
    _ tokens: ArraySlice<Token>, at index: Int, from start: Int
  ) -> Int? {
    let word = tokens[index].folded
    let isVolume = ReferenceWords.volume.contains(word)
    let isIssue = ReferenceWords.issue.contains(word)
    let isDivision = ReferenceWords.division.contains(word)
    guard isVolume || isIssue || isDivision else {
      return takeRomanVolume(tokens, at: index, from: start)
    }
    var next = skipStop(tokens, index + 1)
    if next < tokens.endIndex, tokens[next].isSign("(") { next += 1 }
    let locators = Locators(tokens: tokens, text: text)
    guard locators.isNumber(at: next) else { return nil }
    // `Book One` and `Part 2` within a title belong to it, unless set off by punctuation.
    if isDivision || word.count == 1, index != start { return nil }
    if isVolume, word.count == 1, next == index + 1 { return nil }
    add(tokens[start..<index])
    var end = next + 1
    while end + 1 < tokens.endIndex, [",", "and", "-", "–", "&"].contains(tokens[end].folded),
      isDivision, locators.isNumber(at: end + 1)
    {
      end += 2
    }
    let number = Locators.string(
      tokens[next].range.lowerBound..<tokens[end - 1].range.upperBound, text)
    if isVolume {
      source.volume = number
    } else if isIssue {
      source.issue = number
    } else if word == "note" || word == "n" || word == "fn" {
      source.note = number
    } else {
      source.division = Locators.string(
        tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound, text)
    }
    if end < tokens.endIndex, tokens[end].isSign(")") { end += 1 }
    return end
  }

  /// Consumes a volume number without abbreviation: `II, 69`, `II. 69` and `2:69`.
  mutating func takeRomanVolume(
    _ tokens: ArraySlice<Token>, at index: Int, from start: Int
  ) -> Int? {
    guard index == start, index > tokens.startIndex, index + 2 < tokens.endIndex || takesBarePages,
      source.volume == nil, index + 1 < tokens.endIndex
    else { return nil }
    let token = tokens[index]
    let isRoman =
      (token.isCapital || takesBarePages && token.range.count > 1)
      && RomanNumeral.value(of: token.folded) != nil
    let locators = Locators(tokens: tokens, text: text)
    let isStopped =
      tokens[index + 1].isSign(".") && token.isNumeral && index + 2 < tokens.endIndex
      && tokens[index + 2].kind == .number
    // `Lund, XI 238`
    if takesBarePages, token.isRoman, tokens[index + 1].kind == .number, !texts.isEmpty {
      source.volume = Locators.string(token.range, text)
      source.hasBareVolume = true
      return index + 1
    }
    if isRoman, tokens[index + 1].isSign(",") || isStopped,
      locators.isNumber(at: index + 2) || locators.isPageSign(at: index + 2)
    {
      source.volume = Locators.string(token.range, text)
      source.hasBareVolume = true
      return index + 2
    }
    if token.kind == .number, tokens[index + 1].isSign(":"), takesBarePages,
      let pages = locators.barePages(at: index + 2)
    {
      source.volume = Locators.string(token.range, text)
      source.pages = pages.groups
      source.printedPages = pages.printed
      return pages.end
    }
    return nil
  }
}
