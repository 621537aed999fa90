// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads one source from the tokens of a reference: names, title, container, place.
///
/// The order is that of the Chicago Manual of Style (18th edition, 14.1–14.64) and its
/// relatives: authors, title, the work it stands in, publication, place; each may be left out.
struct SourceReader {
  let text: [Unicode.Scalar]
  let names: NameReader
  /// Family names of those whom the text knows as persons.
  let people: Set<String>
  /// Whether numbers at the end are pages even without a sign, as in notes.
  let takesBarePages: Bool

  private var source = ParsedSource()
  private var texts: [ArraySlice<Token>] = []

  init(text: [Unicode.Scalar], names: NameReader, people: Set<String>, takesBarePages: Bool) {
    self.text = text
    self.names = names
    self.people = people
    self.takesBarePages = takesBarePages
  }

  /// Reads a source.
  static func read(
    _ tokens: ArraySlice<Token>, text: [Unicode.Scalar], names: NameReader, people: Set<String>,
    takesBarePages: Bool
  ) -> ParsedSource {
    var reader = SourceReader(
      text: text, names: names, people: people, takesBarePages: takesBarePages)
    reader.divide(tokens)
    reader.assign()
    return reader.source
  }

  // MARK: Segments

  private mutating func divide(_ tokens: ArraySlice<Token>) {
    var start = tokens.startIndex
    var index = start
    var brackets = 0
    var isQuoted = false
    while index < tokens.endIndex {
      let token = tokens[index]
      if token.kind == .sign {
        if "([".contains(token.folded) {
          if brackets == 0, !isQuoted, let after = takeParenthesis(tokens, at: index) {
            add(tokens[start..<index])
            index = after
            start = after
            continue
          }
          brackets += 1
        } else if ")]".contains(token.folded) {
          brackets = max(0, brackets - 1)
        } else if Self.isQuote(token) {
          let wasQuoted = isQuoted
          isQuoted = Self.opens(token, tokens, index, isQuoted)
          let isDouble = ["\"", "“", "”", "«", "»", "„"].contains(token.folded)
          if isDouble, isQuoted, !wasQuoted, brackets == 0, index > start {
            // `Nancy Hartsock “Feminist Theory”`: the comma is left out.
            add(tokens[start..<index])
            start = index
          } else if isDouble, !isQuoted, wasQuoted, brackets == 0, index + 1 < tokens.endIndex,
            ["in", "from"].contains(tokens[index + 1].folded)
          {
            add(tokens[start...index])
            start = index + 1
          }
        } else if brackets == 0, !isQuoted, isDivisor(tokens, index) {
          add(tokens[start..<index])
          start = index + 1
        }
        index += 1
        continue
      }
      if brackets == 0, !isQuoted, let after = takeLocator(tokens, at: index, from: start) {
        index = after
        start = after
        continue
      }
      index += 1
    }
    add(tokens[min(start, tokens.endIndex)...])
  }

  static func isQuote(_ token: Token) -> Bool {
    ["\"", "“", "”", "«", "»", "„", "‘", "’", "'"].contains(token.folded)
  }

  private static func opens(
    _ token: Token, _ tokens: ArraySlice<Token>, _ index: Int, _ isQuoted: Bool
  ) -> Bool {
    switch token.folded {
    case "“", "„", "«": return true
    case "”", "»": return false
    case "‘", "’", "'":
      // An apostrophe touches a word before it and does not open.
      let touches =
        index > tokens.startIndex
        && tokens[index - 1].range.upperBound == token.range.lowerBound
      if token.folded == "‘" || !touches { return isQuoted || !touches }
      return isQuoted && token.folded == "\"" ? false : isQuoted
    default: return !isQuoted
    }
  }

  /// Whether a sign divides segments: a comma, or a stop that is no part of an abbreviation.
  private func isDivisor(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    let token = tokens[index]
    if token.folded == "," || token.folded == ";" { return true }
    guard token.folded == ".", index > tokens.startIndex, index + 1 < tokens.endIndex else {
      return token.folded == "." && index + 1 == tokens.endIndex
    }
    let before = tokens[index - 1]
    let after = tokens[index + 1]
    guard after.isCapital || Self.isQuote(after) else { return false }
    guard after.range.lowerBound > token.range.upperBound else { return false }
    return !(before.isInitial || Self.abbreviations.contains(before.folded))
  }

  private static let abbreviations: Set<String> = [
    "ed", "eds", "vol", "no", "st", "dr", "mr", "mrs", "prof", "trans", "jr", "sr", "cit", "op",
    "wm", "geo", "chas", "col", "gen", "rev", "p", "pp", "ch", "ibid", "vols", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec",
  ]

  private mutating func add(_ segment: ArraySlice<Token>) {
    var segment = segment
    while let first = segment.first, first.kind == .sign, !Self.isQuote(first), first.folded != "("
    {
      segment = segment.dropFirst()
    }
    while let last = segment.last, last.kind == .sign,
      !Self.isQuote(last), ![")", "?", "!", "."].contains(last.folded)
    {
      segment = segment.dropLast()
    }
    if segment.last?.folded == ".", segment.dropLast().last.map({ !$0.isInitial }) == true {
      segment = segment.dropLast()
    }
    guard segment.contains(where: { $0.kind != .sign }) else { return }
    if takeDate(segment) || takeEditors(segment) { return }
    texts.append(segment)
  }

  // MARK: Places, dates, editors

  /// Takes `Op. Cit.`, `Ibid.`, pages, volume, issue, division; the token after them.
  private mutating func takeLocator(
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
      // What comes later is nearer: the pages of an article come before the page that is meant.
      source.pages = pages.groups
      source.printedPages = pages.printed
      return pages.end
    }
    if let after = takeNumbered(tokens, at: index, from: start) { return after }
    if isAtStart, takesBarePages || source.isWorkBefore || source.isSame,
      source.pages.isEmpty, let pages = locators.barePages(at: index),
      pages.end == tokens.endIndex
        || tokens[pages.end].kind == .sign && ![":", "-", "–"].contains(tokens[pages.end].folded),
      !texts.isEmpty || source.isWorkBefore || source.isSame, !isYear(pages, tokens, index)
    {
      source.pages = pages.groups
      source.printedPages = pages.printed
      return pages.end
    }
    return nil
  }

  private func isYear(_ pages: Locators.Pages, _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard pages.groups.count == 1, let year = Int(pages.groups[0].prefix(4)) else { return false }
    return pages.groups[0].count >= 4 && (1500...2100).contains(year)
  }

  /// `310-43` as numbers.
  private static func extent(_ group: String) -> ClosedRange<Int>? {
    let ends = group.split(whereSeparator: { !$0.isNumber })
    guard ends.count == 2, let first = Int(ends[0]), var last = Int(ends[1]) else { return nil }
    if last < first, ends[1].count < ends[0].count {
      last = Int(ends[0].dropLast(ends[1].count) + ends[1]) ?? last
    }
    return last - first >= 4 && last > first ? first...last : nil
  }

  private func skipStop(_ tokens: ArraySlice<Token>, _ index: Int) -> Int {
    index < tokens.endIndex && tokens[index].isSign(".") ? index + 1 : index
  }

  /// `vol. II`, `no. 5`, `Section 24`, `note 4`.
  private mutating func takeNumbered(
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
    // `Book One`, `Part 2` inside a title stay there unless something divides.
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

  /// Takes a volume where a style leaves out its sign: `II, 69` and `2:69`.
  private mutating func takeRomanVolume(
    _ tokens: ArraySlice<Token>, at index: Int, from start: Int
  ) -> Int? {
    guard index == start, index > tokens.startIndex, index + 2 < tokens.endIndex || takesBarePages,
      source.volume == nil, index + 1 < tokens.endIndex
    else { return nil }
    let token = tokens[index]
    let isRoman = token.isCapital && Locators.roman(token.folded) != nil
    let locators = Locators(tokens: tokens, text: text)
    if isRoman, tokens[index + 1].isSign(","),
      locators.isNumber(at: index + 2) || locators.isPageSign(at: index + 2)
    {
      source.volume = Locators.string(token.range, text)
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

  /// `(ed.)`, `(London: Penguin, 1966)`, `(1966)`, `(see note (4))`.
  private mutating func takeParenthesis(_ tokens: ArraySlice<Token>, at open: Int) -> Int? {
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
    // A journal's year, or the place and year of a book; other brackets belong to titles.
    let years = inner.filter { $0.kind == .number && $0.folded.count == 4 }
    guard let year = years.last.flatMap({ Int($0.folded) }), (1450...2100).contains(year) else {
      return nil
    }
    let isPublication =
      inner.count <= 2 && years.count == 1 || inner.contains { $0.isSign(":") || $0.isSign(",") }
    guard isPublication else { return nil }
    source.year = year
    if close + 1 < tokens.endIndex, tokens[close + 1].isSign(":"), takesBarePages {
      let locators = Locators(tokens: tokens, text: text)
      if let pages = locators.barePages(at: close + 2) {
        source.pages = pages.groups
        source.printedPages = pages.printed
        add(tokens[tokens.startIndex..<tokens.startIndex])
        return pages.end
      }
    }
    return close + 1
  }

  /// `see note (4)`, `note 3 above`.
  static func note(_ tokens: ArraySlice<Token>) -> String? {
    guard
      let place = tokens.firstIndex(where: {
        ["note", "n", "fn", "footnote", "endnote"].contains($0.folded)
      })
    else { return nil }
    return tokens[(place + 1)...].prefix(3).first { $0.kind == .number }?.folded
  }

  /// Takes a segment that is a date: `2004`, `July 1918`, `16 September 2000`, `20/10/02`.
  private mutating func takeDate(_ segment: ArraySlice<Token>) -> Bool {
    let words = segment.filter { $0.kind != .sign }
    let isDate = words.allSatisfy { token in
      token.kind == .number && token.folded.count <= 4 || NameWords.months.contains(token.folded)
        || ["th", "st", "nd", "rd", "2nd", "series", "edition", "ed", "edn", "rev"].contains(
          token.folded)
    }
    guard isDate, !texts.isEmpty || words.count > 1,
      words.contains(where: { $0.kind == .number || NameWords.months.contains($0.folded) })
    else { return false }
    let years = words.compactMap { $0.kind == .number ? Int($0.folded) : nil }
      .filter { (1450...2100).contains($0) }
    // `1864-1892` belongs to the title before it.
    if years.count == 2 || segment.contains(where: { $0.isSign("-") || $0.isSign("–") }),
      let last = texts.last,
      years.first != nil, let first = segment.first, let end = segment.last,
      last.endIndex < first.range.upperBound
    {
      titleYears = (first.range.lowerBound, end.range.upperBound)
      return true
    }
    source.year = source.year ?? years.last
    return true
  }

  /// The range of years that ends a title, with the comma before it.
  private var titleYears: (Int, Int)?

  /// Takes `David Goodway (ed.)`, `ed. Pat Walker`, `translated by X`.
  private mutating func takeEditors(_ segment: ArraySlice<Token>) -> Bool {
    let words = segment.filter { $0.kind == .word }
    guard let first = words.first, let last = words.last else { return false }
    let signs: Set<String> = [
      "ed", "eds", "edited", "editor", "editors", "hrsg", "trans", "translated",
    ]
    if words.count == 1, signs.contains(first.folded) {
      // `Pat Walker, ed.`: the segment before it.
      guard let before = texts.popLast() else { return true }
      let bare = before.drop { $0.folded == "in" && !$0.isCapital }
      if names.isNames(bare, isSure: true) { takeNames(bare) } else { texts.append(before) }
      return true
    }
    if signs.contains(last.folded), words.count > 1 {
      if !texts.isEmpty || !source.names.isEmpty {
        // `Constructive Anarchism G. P. Maximoff (ed.)` is no list of names.
        guard
          names.isNames(segment, isSure: false) || names.isNames(segment.dropLast(2), isSure: true)
        else {
          return false
        }
        source.editors += names.names(segment, text)
        return true
      }
      guard names.isNames(segment, isSure: true) else { return false }
      takeNames(segment)
      return true
    }
    if signs.contains(first.folded), words.count > 1, !first.isCapital {
      let rest = segment.drop { $0.kind != .word || signs.contains($0.folded) || $0.folded == "by" }
      if first.folded.hasPrefix("ed"), names.isNames(rest, isSure: true) {
        source.editors += names.names(rest, text)
      }
      return true
    }
    return false
  }

  private mutating func takeNames(_ segment: ArraySlice<Token>) {
    if texts.isEmpty, source.names.isEmpty {
      source.names = names.names(segment, text)
      source.areEditors = true
    } else {
      source.editors += names.names(segment, text)
    }
  }

  // MARK: Names and titles

  private mutating func assign() {
    if source.names.isEmpty { assignNames() }
    guard let first = texts.first else { return }
    texts.removeFirst()
    var (title, isArticle, rest) = unquoted(first)
    source.isArticle = isArticle
    if let rest { texts.insert(rest, at: 0) }
    if isArticle {
      source.title = title
      if let next = texts.first {
        let container = next.drop { ["in", "from"].contains($0.folded) && $0.isCapital == false }
        source.container = joined(container, texts.dropFirst().filter { isTitlePart($0) })
      }
    } else {
      var end = first
      // Unmarked titles hold their commas: `Work, Discipline, Order`.
      while let next = texts.first, isTitlePart(next) {
        texts.removeFirst()
        end = next
      }
      if let last = end.last {
        let upper = titleYears.map { max($0.1, last.range.upperBound) } ?? last.range.upperBound
        if let start = first.first { title = clean(start.range.lowerBound..<upper) }
      }
      source.title = title
      if let next = texts.first {
        let container = next.drop { ["in", "from"].contains($0.folded) }
        source.container = joined(container, [])
      }
    }
    if source.title?.isEmpty == true { source.title = nil }
  }

  /// Whether a segment goes on with an unmarked title.
  private func isTitlePart(_ segment: ArraySlice<Token>) -> Bool {
    guard let first = segment.first else { return false }
    return !Self.isQuote(first) && !(["in", "from"].contains(first.folded) && !first.isCapital)
  }

  private func joined(_ segment: ArraySlice<Token>, _ more: [ArraySlice<Token>]) -> String? {
    guard let first = segment.first, let last = (more.last ?? segment).last else { return nil }
    var range = first.range.lowerBound..<last.range.upperBound
    if let years = titleYears, years.1 > range.upperBound { range = range.lowerBound..<years.1 }
    let string = clean(range)
    return string.isEmpty ? nil : string
  }

  private mutating func assignNames() {
    guard let first = texts.first, !Self.isQuote(first[first.startIndex]) else { return }
    // `Allan Elgar in The Apostles of Greed`
    let isGiven = first.first.map { $0.isInitial || NameWords.given.contains($0.folded) } ?? false
    if let place = first.firstIndex(where: { $0.folded == "in" && !$0.isCapital }),
      place > first.startIndex, place + 1 < first.endIndex,
      isKnown(first[..<place]) || isGiven && names.isNames(first[..<place])
    {
      source.names = names.names(first[..<place], text)
      texts[0] = first[(place + 1)...]
      return
    }
    // `Stalin, vol. 1`: a work in volumes is no person.
    if texts.count == 1, source.volume != nil || source.issue != nil, !source.isWorkBefore {
      return
    }
    let isFollowed = texts.count > 1
    if source.isWorkBefore || source.isSame {
      // `Rocker, Op. Cit.`: what stands before is the author, unless more stands there.
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
    // `Rachleff, p. 4` in a note: one word that is none of the language.
    let isFamily =
      takesBarePages && first.count == 1 && !source.pages.isEmpty && first.first?.isCapital == true
      && names.isNames(first)
    guard isFollowed || isFamily || isKnown(first) else { return }
    var taken: [ArraySlice<Token>] = []
    while let segment = texts.first,
      texts.count > 1 || taken.isEmpty && (isFamily || isKnown(segment)) || source.isWorkBefore,
      names.isNames(segment) || isKnown(segment)
    {
      // The last segment is the title, unless the work was named before.
      if texts.count == 1, !taken.isEmpty, !source.isWorkBefore { break }
      // After a whole name, one that is a title as well is the title.
      if !taken.isEmpty, !isKnown(segment), texts.count <= 2, !isSeveral(segment) { break }
      taken.append(segment)
      texts.removeFirst()
    }
    source.names = taken.flatMap { names.names($0, text) }
  }

  /// Whether a segment has `and`, as the last of several names does.
  private func isSeveral(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains { $0.folded == "and" || $0.folded == "&" }
  }

  /// Whether a segment is the name of somebody whom the text knows.
  private func isKnown(_ segment: ArraySlice<Token>) -> Bool {
    guard names.isNames(segment, isSure: true) else { return false }
    return names.names(segment, text).allSatisfy { people.contains(NameReader.key($0)) }
  }

  /// A title without the marks around it; and what stands behind them.
  private func unquoted(
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

  private func clean(_ range: Range<Int>) -> String {
    // `_Title_` is how plain text has italics.
    var string = Locators.string(range, text).filter { $0 != "_" }[...]
    while let last = string.last, ",;: ".contains(last) { string = string.dropLast() }
    while let first = string.first, ",;: ".contains(first) { string = string.dropFirst() }
    return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
