// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension SourceReader {
  mutating func assign() {
    if assignByType() { return }
    if takesBarePages { dropImprint() }
    if takesBarePages {
      // `Editorial, Weekly People, …`: what kind of piece it is, not who wrote it.
      while texts.count > 1, let opening = texts[0].first, texts[0].count <= 2,
        ReferenceWords.notAuthors.contains(opening.folded), !Self.isQuote(opening)
      {
        texts.removeFirst()
      }
    }
    if takesBarePages, source.names.isEmpty, !takeLetter() { takeOwner() }
    if source.names.isEmpty { assignNames() }
    guard source.title == nil, let first = texts.first else { return }
    texts.removeFirst()
    var (title, isArticle, rest) = unquoted(first)
    source.isArticle = isArticle
    if let rest { texts.insert(rest, at: 0) }
    if isArticle {
      source.title = title
      if let next = texts.first, next.first?.isSign("(") == false {
        let container = next.drop { ["in", "from"].contains($0.folded) && $0.isCapital == false }
        if takesBarePages, isBy(container, container.startIndex) {
          takeByline(container)
        } else {
          source.container = joined(container, texts.dropFirst().filter { isTitlePart($0) })
        }
      }
    } else {
      var end = first
      // Titles without quotation marks can contain commas: `Work, Discipline, Order`.
      while let next = texts.first, isTitlePart(next) {
        texts.removeFirst()
        end = next
      }
      if let last = end.last {
        let upper = titleYears.map { max($0.1, last.range.upperBound) } ?? last.range.upperBound
        if let start = first.first { title = clean(start.range.lowerBound..<upper) }
      }
      source.title = title
      if let next = texts.first, !takesBarePages || !Self.isQuote(next[next.startIndex]) {
        let container = next.drop { ["in", "from"].contains($0.folded) || $0.isSign(":") }
        source.container = joined(container, [])
      }
    }
    if source.title?.isEmpty == true { source.title = nil }
    takePeriodical()
    if takesBarePages, let first = source.names.first, source.names.count == 1,
      Self.isSiglum(first), source.title != nil,
      hasStop(after: first)
    {
      source.names = []
    }
  }

  /// Takes a newspaper or journal that stands where authors do: `Neue Zeit, 337, p. 4`,
  /// `Quar. Pub. Statistical Association, June 1907`.
  private mutating func takePeriodical() {
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
  private mutating func takeLetter() -> Bool {
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
  private mutating func takeOwner() {
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
  private mutating func takeByline(_ segment: ArraySlice<Token>) {
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
  private mutating func dropImprint() {
    while texts.count >= 2, let last = texts.last, let first = last.first, !Self.isQuote(first),
      last.filter({ $0.kind == .word }).count <= 5,
      last.allSatisfy({
        $0.isCapital || $0.kind != .word || ReferenceWords.small.contains($0.folded)
      })
    {
      // `Hamburg: Meiner`
      let colon = last.firstIndex { $0.isSign(":") }
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

  /// Whether a segment continues a title without quotation marks.
  func isTitlePart(_ segment: ArraySlice<Token>) -> Bool {
    guard let first = segment.first else { return false }
    let isContainer =
      ["in", "from"].contains(first.folded)
      && (!first.isCapital || segment.dropFirst().first?.isSign(":") == true)
    return !Self.isQuote(first) && !isContainer
  }

  func joined(_ segment: ArraySlice<Token>, _ more: [ArraySlice<Token>]) -> String? {
    guard let first = segment.first, let last = (more.last ?? segment).last else { return nil }
    var range = first.range.lowerBound..<last.range.upperBound
    if let years = titleYears, years.1 > range.upperBound { range = range.lowerBound..<years.1 }
    let string = clean(range)
    return string.isEmpty ? nil : string
  }

  mutating func assignNames() {
    guard let first = texts.first, !Self.isQuote(first[first.startIndex]) else { return }
    // `Allan Elgar in The Apostles of Greed`
    let isGiven = first.first.map { $0.isInitial || NameWords.isGiven($0.folded) } ?? false
    if let place = first.firstIndex(where: { $0.folded == "in" && !$0.isCapital }),
      place > first.startIndex, place + 1 < first.endIndex,
      isKnown(first[..<place]) || isGiven && names.isNames(first[..<place])
    {
      source.names = names.names(first[..<place], text)
      texts[0] = first[(place + 1)...]
      return
    }
    // `Stalin, vol. 1`: what has volumes is a work, not a person.
    if texts.count == 1, source.volume != nil || source.issue != nil, !source.isWorkBefore {
      return
    }
    let isFollowed = texts.count > 1
    if source.isWorkBefore || source.isSame {
      // `Rocker, Op. Cit.`: a single segment before `Op. Cit.` is the author.
      if texts.count == 1, names.isNames(first, isSure: true) {
        source.names = names.names(first, text)
        texts.removeFirst()
        return
      }
      if texts.count == 1,
        first.contains(where: {
          $0.kind == .word && !$0.isCapital && !NameWords.particles.contains($0.folded)
            && $0.folded != "and"
        })
      {
        return
      }
    }
    // `Rachleff, p. 4` in a note: a single word that is not an ordinary word.
    let isFamily =
      takesBarePages && first.count == 1 && !source.pages.isEmpty && first.first?.isCapital == true
      && names.isNames(first) && !source.isDated && source.issue == nil && !isImprint(first)
    guard isFollowed || isFamily || isKnown(first) else { return }
    var taken: [ArraySlice<Token>] = []
    while let segment = texts.first,
      texts.count > 1 || taken.isEmpty && (isFamily || isKnown(segment)) || source.isWorkBefore,
      names.isNames(segment) || isKnown(segment)
    {
      // The last segment is the title, except in a reference to an earlier work.
      if texts.count == 1, !taken.isEmpty, !source.isWorkBefore { break }
      // After a complete name, a segment that could also be a title is the title.
      if !taken.isEmpty, !isKnown(segment), texts.count <= 2, !isSeveral(segment) { break }
      taken.append(segment)
      texts.removeFirst()
    }
    source.names = taken.flatMap { names.names($0, text) }
  }

  /// Whether a segment contains `and`, as the last of several names does.
  func isSeveral(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains { $0.folded == "and" || $0.folded == "&" }
  }

  /// Whether a segment consists of names of people known in the text.
  func isKnown(_ segment: ArraySlice<Token>) -> Bool {
    guard names.isNames(segment, isSure: true) else { return false }
    return names.names(segment, text).allSatisfy { people.contains(NameReader.key($0)) }
  }

  /// The title without quotation marks, whether it had any, and the segment that follows it.
  func unquoted(
    _ segment: ArraySlice<Token>
  ) -> (String, Bool, ArraySlice<Token>?) {
    guard let first = segment.first, let last = segment.last else { return ("", false, nil) }
    let whole = clean(first.range.lowerBound..<last.range.upperBound)
    guard Self.isQuote(first) else { return (whole, false, nil) }
    let isDouble = ["\"", "“", "«", "„"].contains(first.folded)
    guard
      let close = segment.dropFirst().lastIndex(where: {
        Self.isQuote($0) && (!isDouble || ["\"", "”", "»", "“"].contains($0.folded))
      })
    else { return (clean(first.range.upperBound..<last.range.upperBound), true, nil) }
    let after = segment[(close + 1)...].drop { $0.kind == .sign }
    // `“Communismo Libertario” and Communalism` is one title.
    if let next = after.first, !["in", "from"].contains(next.folded), !next.isCapital {
      return (whole, false, nil)
    }
    let title = clean(first.range.upperBound..<segment[close].range.lowerBound)
    return (title, true, after.isEmpty ? nil : after)
  }

  func clean(_ range: Range<Int>) -> String {
    // Plain text marks italics as `_Title_`.
    var string = Locators.string(range, text).filter { $0 != "_" && $0 != "*" }[...]
    while let last = string.last, ",;: ".contains(last) { string = string.dropLast() }
    while let first = string.first, ",;: ".contains(first) { string = string.dropFirst() }
    return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
