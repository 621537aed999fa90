// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parts of a reference whose titles are set in italics: each title is what the italics enclose.
///
/// See Chicago Manual of Style, 18th edition, 8.163–8.174: books and journals in italics, articles
/// in quotation marks before the italics of what contains them.
extension SourceReader {
  /// Whether a segment is set in italics as a whole.
  func isItalic(_ segment: ArraySlice<Token>) -> Bool { segment.first?.emphasis ?? 0 != 0 }

  private func isTitle(_ segment: ArraySlice<Token>) -> Bool {
    isItalic(segment) || segment.first.map(Self.isQuote) ?? false || isCapitals(segment)
  }

  /// Whether a segment of a note is set in capitals and is no name: `MOTHER EARTH`.
  private func isCapitals(_ segment: ArraySlice<Token>) -> Bool {
    guard takesBarePages, let first = segment.first, let last = segment.last,
      !texts.contains(where: isItalic),
      ReferenceScore.isCapitals(clean(first.range.lowerBound..<last.range.upperBound))
    else { return false }
    return !isPerson(segment)
  }

  /// Whether a note has prose before a quoted title: `Reprinted in the volume “The Weavers”`.
  private var leadsIntoQuotes: Bool {
    guard takesBarePages, texts.count >= 2, let first = texts.first?.first, !Self.isQuote(first),
      texts.dropFirst().contains(where: { $0.first.map(Self.isQuote) ?? false })
    else { return false }
    return isProse(texts[0])
  }

  /// Assigns the segments by their type; false if none is in italics.
  mutating func assignByType() -> Bool {
    guard texts.contains(where: { isItalic($0) || isCapitals($0) }) || leadsIntoQuotes,
      let place = texts.firstIndex(where: isTitle)
    else { return false }
    let before = texts[..<place]
    let after = texts[(place + 1)...]
    let title = texts[place]
    source.isSet = true
    source.isArticle = title.first.map(Self.isQuote) ?? false
    if source.isArticle {
      source.title = unquoted(title).0
    } else if let first = title.first, let last = title.last {
      source.title = clean(first.range.lowerBound..<last.range.upperBound)
    }
    if source.title?.isEmpty == true { source.title = nil }
    if let next = after.firstIndex(where: isItalic), let first = texts[next].first,
      let last = texts[next].last, source.isArticle || leadsInto(after[..<next])
    {
      source.container = clean(first.range.lowerBound..<last.range.upperBound)
    }
    if source.names.isEmpty { source.names = namesBefore(before) }
    if source.names.isEmpty, !before.contains(where: isProse) {
      source.names = namesAfter(after)
      source.isByline = !source.names.isEmpty
    }
    return true
  }

  private func leadsInto(_ between: ArraySlice<ArraySlice<Token>>) -> Bool {
    between.first?.first.map { ["in", "from", "dans", "en", "im", "aus"].contains($0.folded) }
      ?? false
  }

  private func isProse(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains {
      $0.kind == .word && !$0.isCapital && !ReferenceWords.small.contains($0.folded)
    }
  }

  /// The authors printed before the title: `Anna Lund, `, `Lund, Anna, `, `see Lund's `, `Lund in `.
  private mutating func namesBefore(_ before: ArraySlice<ArraySlice<Token>>) -> [String] {
    if before.count >= 2,
      let inverted = inverted(before[before.startIndex], before[before.startIndex + 1])
    {
      return [inverted]
    }
    if !before.isEmpty, before.allSatisfy({ names.isNames($0, isSure: true) && !isImprint($0) }) {
      return before.flatMap { names.names($0, text) }.filter { !Self.isSiglum($0) }
    }
    guard let last = before.last, !before.dropLast().contains(where: isProse) else { return [] }
    if last.contains(where: {
      $0.folded == "same" || $0.folded == "même" || $0.folded == "ders" || $0.folded == "mismo"
        || $0.folded == "selben"
    }) {
      source.isSameAuthor = true
      return []
    }
    var words = last
    let count = introduction(words)
    words = words.dropFirst(count)
    if let owner = words.lastIndex(where: { $0.folded.hasSuffix("'s") && $0.isCapital }) {
      words = capitals(endingAt: owner, in: words)
    } else {
      while let end = words.last,
        !end.isCapital
          && (ReferenceWords.small.contains(end.folded) || end.kind == .sign && end.folded != ".")
      {
        words = words.dropLast()
      }
    }
    if !words.isEmpty, !names.isNames(words, isSure: true) {
      // `as Professor Anna Lund wrote in`: only a name that is surely a person's.
      let trailing = words.reversed().prefix { $0.isCapital || $0.isSign(".") }.count
      let opening = words.dropLast(trailing).last
      if trailing > 0, let opening, !opening.isCapital, ReferenceWords.by.contains(opening.folded),
        opening.folded != "de"
      {
        words = words.suffix(trailing)
      } else {
        words = capitals(endingAt: words.endIndex - 1, in: words)
        guard words.count >= 2, isPerson(words) else { return [] }
      }
    }
    guard !words.isEmpty, names.isNames(words, isSure: true), !isImprint(words) else { return [] }
    return names.names(words, text).filter { !Self.isSiglum($0) }
  }

  /// Number of tokens up to and including the last word that introduces a reference, such as `see`.
  private func introduction(_ words: ArraySlice<Token>) -> Int {
    guard
      let last = words.lastIndex(where: {
        ["see", "cf", "vgl", "voir", "siehe", "véase", "vide", "compare", "zie", "vedi"].contains(
          $0.folded)
      })
    else { return 0 }
    let next = words.index(after: last)
    return next - words.startIndex + (next < words.endIndex && words[next].isSign(".") ? 1 : 0)
  }

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

  private func isCapitalName(_ label: ArraySlice<Token>) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    let letters = Locators.string(first.range.lowerBound..<last.range.upperBound, text).filter(
      \.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }

  /// The capitalised words that end with the given one: `Thomas C. Hall's`.
  private func capitals(endingAt end: Int, in words: ArraySlice<Token>) -> ArraySlice<Token> {
    var first = end
    while first > words.startIndex, end - first < 6 {
      let before = words[first - 1]
      let isPart =
        before.isCapital && !NameWords.titles.contains(before.folded)
        || before.isSign(".") && first - 2 >= words.startIndex
          && (words[first - 2].isInitial || words[first - 2].range.count <= 3)
        || NameWords.particles.contains(before.folded) && first - 2 >= words.startIndex
          && words[first - 2].isCapital
      guard isPart else { break }
      first -= 1
    }
    while first < end, !words[first].isCapital { first += 1 }
    return words[first...end]
  }

  /// `Levine, Louis` as `Louis Levine`; `nil` unless the second part is a given name.
  func inverted(_ family: ArraySlice<Token>, _ given: ArraySlice<Token>) -> String? {
    let words = family.filter { $0.kind == .word }
    guard (1...3).contains(words.count), names.isNames(family, isSure: true),
      let first = given.first, first.isInitial || NameWords.isGiven(first.folded),
      given.filter({ $0.kind == .word }).count <= 3,
      names.isNames(given, isSure: true) || given.allSatisfy({ $0.isInitial || $0.isSign(".") }),
      !words.contains(where: { NameWords.isGiven($0.folded) && words.count > 1 }),
      let start = family.first, let end = family.last, let close = given.last
    else { return nil }
    return clean(first.range.lowerBound..<close.range.upperBound) + " "
      + clean(start.range.lowerBound..<end.range.upperBound)
  }

  /// The authors printed after the title: `_The Weavers_, by Anna Lund`, `_Enquête_, Jules Ferry`.
  private func namesAfter(_ after: ArraySlice<ArraySlice<Token>>) -> [String] {
    guard let next = after.first, !isTitle(next), let first = next.first else { return [] }
    if !first.isCapital, ReferenceWords.by.contains(first.folded) {
      let words = leadingNames(next.dropFirst())
      guard !words.isEmpty, names.isNames(words, isSure: true) else { return [] }
      // `de` is a preposition more often than it names an author.
      let isLoose = ["de", "del", "di", "do", "da"].contains(first.folded)
      if isLoose, !isPerson(words) { return [] }
      return names.names(words, text)
    }
    let words = next.filter { $0.kind == .word }
    guard words.count >= 2, words.count <= 4, source.year == nil, names.isNames(next, isSure: true),
      !isImprint(next), source.volume != nil || !source.pages.isEmpty || isPerson(next)
    else { return [] }
    return names.names(next, text)
  }

  private func leadingNames(_ words: ArraySlice<Token>) -> ArraySlice<Token> {
    let names = words.prefix {
      $0.isCapital || [".", "&"].contains($0.folded) || NameWords.particles.contains($0.folded)
        || ["v", "and", "und", "et", "y", "e"].contains($0.folded)
    }
    return names.last?.isCapital == true ? names : names.dropLast()
  }

  func isPerson(_ words: ArraySlice<Token>) -> Bool {
    let words = words.drop { NameWords.titles.contains($0.folded) || $0.isSign(".") }
    return isKnown(words)
      || words.first.map { $0.isInitial || NameWords.isGiven($0.folded) } ?? false
  }

  /// Whether a segment is a publisher, a place or an edition rather than a name.
  func isImprint(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains {
      ReferenceWords.publishers.contains($0.folded) || ReferenceWords.places.contains($0.folded)
        || ReferenceWords.periodicals.contains($0.folded)
        || ReferenceWords.division.contains($0.folded) || $0.folded == "chapters"
    } || segment.first.map { ReferenceWords.notAuthors.contains($0.folded) } ?? false
  }

  /// Whether a name is a siglum that the text explains elsewhere: `Kr. “Paroles”`.
  static func isSiglum(_ name: String) -> Bool {
    name.count <= 3 && !name.contains(" ")
  }
}
