// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Authors before and after a title whose type is printed.
extension SourceReader {
  /// The authors printed before the title: `Anna Lund, `, `Lund, Anna, `, `see Lund's `, `Lund in `.
  mutating func namesBefore(_ before: ArraySlice<ArraySlice<Token>>) -> [String] {
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
      let count = words.count
      while let end = words.last,
        !end.isCapital
          && (ReferenceWords.small.contains(end.folded) || end.kind == .sign && end.folded != ".")
      {
        words = words.dropLast()
      }
      // `Trovasi nelle _Opere_`: only a word that is seen as a name elsewhere stands for an author.
      if words.count < count, words.count == 1, let only = words.first, !isKnown(words),
        !names.words.isProper(only.folded)
      {
        return []
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
  func introduction(_ words: ArraySlice<Token>) -> Int {
    guard
      let last = words.lastIndex(where: {
        ["see", "cf", "vgl", "voir", "siehe", "véase", "vide", "compare", "zie", "vedi"].contains(
          $0.folded)
      })
    else { return 0 }
    let next = words.index(after: last)
    return next - words.startIndex + (next < words.endIndex && words[next].isSign(".") ? 1 : 0)
  }

  /// The capitalised words that end with the given one: `Thomas C. Hall's`.
  func capitals(endingAt end: Int, in words: ArraySlice<Token>) -> ArraySlice<Token> {
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
      !words.contains(where: {
        NameWords.isGiven($0.folded) && words.count > 1
          || ReferenceWords.internalParts.contains($0.folded)
      }),
      let start = family.first, let end = family.last, let close = given.last
    else { return nil }
    return clean(first.range.lowerBound..<close.range.upperBound) + " "
      + clean(start.range.lowerBound..<end.range.upperBound)
  }

  /// The authors printed after the title: `_The Weavers_, by Anna Lund`, `_Enquête_, Jules Ferry`.
  func namesAfter(_ after: ArraySlice<ArraySlice<Token>>) -> [String] {
    guard let next = after.first, !isTitle(next), let first = next.first else { return [] }
    if !first.isCapital, ReferenceWords.by.contains(first.folded) {
      let words = leadingNames(next.dropFirst())
      guard !words.isEmpty, names.isNames(words, isSure: true) else { return [] }
      // `de` is a preposition more often than it names an author.
      let isLoose = ["de", "del", "di", "do", "da"].contains(first.folded)
      if isLoose, !isPerson(words) || isPlaceOfLetter(words) { return [] }
      return names.names(words, text)
    }
    let words = next.filter { $0.kind == .word }
    guard words.count >= 2, words.count <= 4, source.year == nil, names.isNames(next, isSure: true),
      !isImprint(next), source.volume != nil || !source.pages.isEmpty || isPerson(next)
    else { return [] }
    return names.names(next, text)
  }

  /// Whether a word behind `from` is where a dated letter was written: `Lettera del 5 maggio, da Melun`.
  private func isPlaceOfLetter(_ words: ArraySlice<Token>) -> Bool {
    words.count == 1 && (source.year != nil || source.isDated || isImprint(words))
  }

  func leadingNames(_ words: ArraySlice<Token>) -> ArraySlice<Token> {
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
