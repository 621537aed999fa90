// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension SourceReader {
  /// Assigns the segments to authors, title and container.
  mutating func assign() {
    if assignByType() { return }
    if takesBarePages {
      dropImprint()
      dropKind()
      if source.names.isEmpty, !takeLetter() { takeOwner() }
    }
    assignPlain()
    if source.title?.isEmpty == true { source.title = nil }
    takePeriodical()
    dropSiglum()
  }

  /// The title of what contains an article, up to its byline; `nil` for an imprint or a remark.
  private func containing(_ segment: ArraySlice<Token>) -> String? {
    guard takesBarePages else {
      return joined(segment, texts.dropFirst().filter { isTitlePart($0) })
    }
    guard let first = segment.first, !Self.isQuote(first),
      !ReferenceWords.places.contains(first.folded),
      !ReferenceWords.division.contains(first.folded),
      segment.filter({
        $0.kind == .word && !$0.isCapital && !ReferenceWords.small.contains($0.folded)
      })
      .count * 2 <= segment.count
    else { return nil }
    var more: [ArraySlice<Token>] = []
    for next in texts.dropFirst() {
      guard isTitlePart(next), let head = next.first, !isBy(next, next.startIndex),
        !ReferenceWords.places.contains(head.folded), head.isCapital || head.kind == .number
      else { break }
      more.append(next)
    }
    return joined(segment, more)
  }

  private mutating func assignPlain() {
    if source.names.isEmpty { assignNames() }
    // `Lund, III. 291 (resolutions of the sections)`, `Berg, II. 7, 273—Letter of the directory`
    if takesBarePages, !source.names.isEmpty, source.volume != nil || !source.pages.isEmpty,
      let first = texts.first, isRemark(first) || isBehindLocator(first)
    {
      texts = []
    }
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
          source.container = containing(container)
        }
      }
    } else {
      var end = first
      // Titles without quotation marks can contain commas: `Work, Discipline, Order`.
      // Behind the volume or page it has ended.
      while let next = texts.first, isTitlePart(next), follows(next, end),
        !(takesBarePages && isBy(next, next.startIndex))
      {
        texts.removeFirst()
        end = next
      }
      if let last = end.last {
        let upper = titleYears.map { max($0.1, last.range.upperBound) } ?? last.range.upperBound
        if let start = first.first { title = clean(start.range.lowerBound..<upper) }
      }
      source.title = title
      takeBiographer(first)
      if takesBarePages, let next = texts.first, isBy(next, next.startIndex) {
        takeByline(next)
      } else if let next = texts.first, !takesBarePages || !Self.isQuote(next[next.startIndex]) {
        let container = next.drop { ["in", "from"].contains($0.folded) || $0.isSign(":") }
        let name = joined(container, [])
        // Behind a volume or page only a journal is named still.
        if container.startIndex > next.startIndex || name.map(ReferenceWords.isPeriodical) ?? false
        {
          source.container = name
        }
      }
    }
  }

  /// Whose life a book tells is not its author: `Anna Lund. A Life by Carl Berg`.
  private mutating func takeBiographer(_ segment: ArraySlice<Token>) {
    guard takesBarePages, !source.names.isEmpty, let start = sliceStart, let end = segment.last,
      let by = segment.indices.last(where: { isBy(segment, $0) }), by > segment.startIndex
    else { return }
    let words = segment[(by + 1)...]
    guard words.first.map({ $0.isInitial || NameWords.isGiven($0.folded) }) ?? false,
      words.count > 1,
      names.isNames(words, isSure: true), start < end.range.upperBound
    else { return }
    source.title = clean(start..<segment[by].range.lowerBound)
    source.names = names.names(words, text)
    source.isByline = true
  }

  /// Whether the volume or page stands between the author and a segment, which then is a remark:
  /// `Lund, III. 291, speech by Berg`.
  private func isBehindLocator(_ segment: ArraySlice<Token>) -> Bool {
    guard let namesEnd, let first = segment.first, first.range.lowerBound > namesEnd else {
      return false
    }
    let numbers = text[namesEnd..<first.range.lowerBound].split { !Tokens.isDigit($0) }
    return numbers.contains { $0.count < 4 }
  }

  /// Whether a segment behind an author tells where the words stand, and is no title.
  private func isRemark(_ segment: ArraySlice<Token>) -> Bool {
    guard let first = segment.first else { return true }
    if first.isSign("(") || first.isRoman { return true }
    guard first.kind == .number else { return false }
    return segment.count == 1 || segment.dropFirst().first?.kind == .sign
  }

  /// Whether nothing but punctuation stands between two segments.
  private func follows(_ segment: ArraySlice<Token>, _ before: ArraySlice<Token>) -> Bool {
    guard let first = segment.first, let last = before.last else { return false }
    return titleYears != nil
      || !text[last.range.upperBound..<first.range.lowerBound].contains {
        Tokens.isLetter($0) || Tokens.isDigit($0)
      }
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
    // `Babeau, _Histoire_, I. 518`: a number contains nothing.
    guard
      ([segment] + more).joined().contains(where: {
        $0.kind == .word && !$0.isRoman && !$0.isInitial
      })
    else { return nil }
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
    // `Lund, II. 205` names an author, as nobody numbers a title so shortly.
    if texts.count == 1, source.volume != nil || source.issue != nil, !source.isWorkBefore,
      !isNumberedAuthor(first),
      source.issue != nil || source.pages.isEmpty || !takesBarePages || !isKnown(first)
    {
      return
    }
    let isFollowed = texts.count > 1
    if source.isWorkBefore || source.isSame {
      // `Rocker, Op. Cit.`: a single segment before `Op. Cit.` is the author.
      if texts.count == 1, names.isNames(first, isSure: true),
        !takesBarePages || !ReferenceWords.notAuthors.contains(first[first.startIndex].folded)
      {
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
      && names.isNames(first)
      && !source.isDated
      && source.issue == nil && !isImprint(first)
    guard isFollowed || isFamily || isKnown(first) else { return }
    var taken: [ArraySlice<Token>] = []
    while let segment = texts.first,
      texts.count > 1 || taken.isEmpty && (isFamily || isKnown(segment)) || source.isWorkBefore,
      names.isNames(segment) && !isPeriodical(segment) || isKnown(segment)
    {
      // The last segment is the title, except in a reference to an earlier work.
      if texts.count == 1, !taken.isEmpty, !source.isWorkBefore { break }
      // After a complete name, a segment that could also be a title is the title.
      if !taken.isEmpty, !isKnown(segment), texts.count <= 2, !isSeveral(segment) { break }
      taken.append(segment)
      texts.removeFirst()
    }
    source.names = taken.flatMap { names.names($0, text) }
    namesEnd = taken.last?.last?.range.upperBound
  }

  /// Whether a single word before a bare volume and page in a note is an author's family name.
  private func isNumberedAuthor(_ segment: ArraySlice<Token>) -> Bool {
    guard takesBarePages, source.hasBareVolume, !source.pages.isEmpty, segment.count == 1,
      let word = segment.first, word.isCapital, word.emphasis == 0
    else { return false }
    return names.isNames(segment) && !isImprint(segment)
  }

  private func isPeriodical(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains { ReferenceWords.periodicals.contains($0.folded) }
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
    if let next = after.first, next.kind == .word, !["in", "from"].contains(next.folded),
      !next.isCapital
    {
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
    return string.spacedWords.joined(separator: " ")
  }
}
