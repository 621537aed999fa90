// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// What a reference has besides a title: the imprint of a book, the kind of a piece, the name of a
/// newspaper, the writer of a letter.
extension SourceReader {
  /// Puts right what only shows when all parts are known.
  mutating func finish() {
    source.names = source.names.map { NameCapitals.lowered($0) }
    source.title = source.title.map(Self.withoutStop)
    // `London: Mill Press` is an imprint whose title was not found.
    if let title = source.title, let colon = title.firstIndex(of: ":"),
      ReferenceWords.places.contains(title[..<colon].lowercased()), !source.isSet
    {
      source.title = nil
    }
    // `Neue Weberzeitung 3`
    if source.volume == nil, let container = source.container,
      let space = container.lastIndex(of: " "),
      case let number = container[container.index(after: space)...], (1...3).contains(number.count),
      number.allSatisfy(\.isNumber)
    {
      source.volume = String(number)
      source.container = String(container[..<space])
    }
  }

  /// The title without the full stop that printers set inside its italics or marks; that of an
  /// abbreviation stays.
  static func withoutStop(_ title: String) -> String {
    let word = title.split(separator: " ").last?.dropLast() ?? ""
    return title.hasSuffix(".") && !title.hasSuffix("..") && word.count > 3 && !word.contains(".")
      ? String(title.dropLast()) : title
  }

  /// Drops `Editorial` and the like from the beginning: what kind of piece it is, not who wrote it.
  mutating func dropKind() {
    while texts.count > 1, let opening = texts[0].first, texts[0].count <= 2,
      ReferenceWords.notAuthors.contains(opening.folded), !Self.isQuote(opening)
    {
      texts.removeFirst()
    }
  }

  /// Drops a siglum that stands for an author: `Kr. “Paroles” p. 7`.
  mutating func dropSiglum() {
    guard takesBarePages, let first = source.names.first, source.names.count == 1,
      Self.isSiglum(first), source.title != nil, hasStop(after: first)
    else { return }
    source.names = []
  }

  /// Takes a newspaper or journal that stands where authors do: `Neue Zeit, 337, p. 4`,
  /// `Quar. Pub. Statistical Association, June 1907`.
  mutating func takePeriodical() {
    guard source.names.count == 1, let name = source.names.first else { return }
    let last = name.split(separator: " ").last.map { $0.lowercased() } ?? ""
    let isNumber = source.title?.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "/" } == true
    // `Zeitgeist, 1971/2000, S. 4`: a short title and its years.
    if isNumber, takesBarePages, !people.contains(NameReader.key(name)) {
      source.year =
        source.year
        ?? source.title.flatMap { Int($0.prefix(4)) }.flatMap {
          (1450...2100).contains($0) ? $0 : nil
        }
      if source.year == nil { source.issue = source.issue ?? source.title }
      source.title = name
      source.names = []
      return
    }
    if isNumber || source.title == nil,
      ReferenceWords.periodicals.contains(last)
        || ReferenceWords.newspapers.contains(last) && name.contains(" ")
    {
      if isNumber { source.issue = source.issue ?? source.title }
      source.title = name
      source.names = []
    } else if takesBarePages, source.isDated, !name.contains(" "), name.count <= 5,
      hasStop(after: name), let title = source.title
    {
      source.title = "\(name). \(title)"
      source.names = []
    }
  }

  /// Takes the writer of a letter, which is named by who wrote to whom: `Anna Lund to her sister,
  /// 4 May 1911` (Chicago Manual of Style, 18th edition, 14.13).
  mutating func takeLetter() -> Bool {
    guard source.isDated, let first = texts.first, first.count <= 14,
      let to = first.firstIndex(where: {
        ["to", "an", "à", "aan", "al"].contains($0.folded) && !$0.isCapital
      }),
      to > first.startIndex, to + 1 < first.endIndex, let last = first.last,
      first[to + 1].isCapital
        || ["his", "her", "their", "the", "seine", "seinen", "ihre", "ihren", "son", "sa"].contains(
          first[to + 1].folded),
      names.isNames(first[..<to], isSure: true), isPerson(first[..<to]), let start = first.first
    else { return false }
    source.names = names.names(first[..<to], text)
    source.title = clean(start.range.lowerBound..<last.range.upperBound)
    texts.removeFirst()
    return true
  }

  /// Takes the author who stands in the genitive before a title: `V. Lund's Life of Handel`.
  mutating func takeOwner() {
    guard let first = texts.first,
      let owner = first.prefix(6).firstIndex(where: { $0.folded.hasSuffix("'s") }),
      owner + 1 < first.endIndex, first[owner + 1].isCapital, isPerson(first[...owner]),
      names.isNames(first[...owner], isSure: true)
    else { return }
    source.names = names.names(first[...owner], text)
    texts[0] = first[(owner + 1)...]
  }

  /// Whether a name is printed with a full stop after it, as what is abbreviated is.
  private func hasStop(after name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    guard let first = sliceStart, first + scalars.count < text.count else { return false }
    return Array(text[first..<(first + scalars.count)]) == scalars
      && text[first + scalars.count] == "."
  }

  /// Takes the author after a quoted title: `“Vor Tag” von Hugo Berg`.
  mutating func takeByline(_ segment: ArraySlice<Token>) {
    let words = segment.dropFirst().prefix {
      $0.isCapital || $0.isSign(".") || NameWords.particles.contains($0.folded) || $0.folded == "v"
    }
    guard source.names.isEmpty,
      names.isNames(words, isSure: true) || words.contains(where: { $0.folded == "v" })
    else { return }
    source.names = names.names(words, text)
    source.isByline = !source.names.isEmpty
  }

  /// Removes the publisher and the place from the end of a note, where they stand between commas:
  /// `Anna Lund, The Weavers, Mill Press, 1903`.
  mutating func dropImprint() {
    while texts.count >= 2, let last = texts.last, let first = last.first, !Self.isQuote(first),
      last.filter({ $0.kind == .word }).count <= 5,
      last.allSatisfy({
        $0.isCapital || $0.kind != .word || ReferenceWords.small.contains($0.folded)
      })
    {
      // `Hamburg: Meiner`
      let colon = first.folded == "in" ? nil : last.firstIndex { $0.isSign(":") }
      let isPlaced =
        colon.map { place in
          place > last.startIndex && place + 1 < last.endIndex
            && (ReferenceWords.places.contains(first.folded)
              || texts.count >= 2 && source.year != nil && place - last.startIndex <= 3)
        } ?? false
      let isPlace = last.allSatisfy {
        $0.kind != .word || ReferenceWords.places.contains($0.folded) || $0.folded == "new"
      }
      let isPublisher = last.contains { ReferenceWords.publishers.contains($0.folded) }
      // `Title, Granta, 2003`: what stands alone before the year is the publisher.
      let isLone =
        texts.count >= 3 && textsBeforeYear == texts.count && isPersonal(texts[0])
        && last.filter({ $0.kind == .word }).count <= 3
      guard isPlaced || isPlace || isPublisher || isLone else { return }
      texts.removeLast()
    }
  }

  private func isPersonal(_ segment: ArraySlice<Token>) -> Bool {
    names.isNames(segment)
      && (isKnown(segment)
        || segment.first.map { $0.isInitial || NameWords.isGiven($0.folded) } ?? false
        || segment.filter { $0.kind == .word }.count >= 2)
  }
}
