// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Reads one entry of a bibliography: authors, year, title, container, imprint.
///
/// The orders are those of Chicago (18th edition, 13.65–13.107), MLA (9th edition, chapter 5) and
/// APA (7th edition, 9.4–9.37): `Lund, Anna. Title. Place: Publisher, Year.`, the same with the year
/// in parentheses after the names, and `———` for the authors of the entry before.
struct EntryReader {
  let tokens: ArraySlice<Token>
  let text: [Unicode.Scalar]
  let names: NameReader

  init(_ tokens: ArraySlice<Token>, text: [Unicode.Scalar], names: NameReader) {
    self.tokens = tokens
    self.text = text
    self.names = names
  }

  /// The entry, if it begins with an inverted name whose second part is a given name or initials.
  func inverted() -> ParsedSource? {
    guard let authors = EntryAuthors.read(tokens, text, names: names), authors.isSure,
      authors.names.count >= 1
    else { return nil }
    return source(authors)
  }

  /// The entry, with the authors of the entry before for `———`; `nil` if it is none.
  func entry(after before: [String]) -> ParsedSource? {
    if let dash = EntryAuthors.dash(tokens) {
      guard !before.isEmpty else { return nil }
      return source(EntryAuthors(names: before, next: dash, isSure: true))
    }
    if let authors = EntryAuthors.read(tokens, text, names: names) { return source(authors) }
    // `_Title_. Place, Year`: the work of a body, or of nobody.
    guard let first = tokens.first, first.emphasis != 0 || SourceReader.isQuote(first) else {
      return nil
    }
    let title = tokens.prefix { $0.emphasis == first.emphasis }
    guard first.emphasis == 0 || title.filter({ $0.kind == .word }).count >= 2,
      let found = source(EntryAuthors(names: [], next: tokens.startIndex, isSure: false)),
      found.year != nil
    else { return nil }
    return found
  }

  private func source(_ authors: EntryAuthors) -> ParsedSource? {
    var source = ParsedSource()
    source.names = authors.names.map { NameCapitals.lowered($0) }
    source.year = authors.year
    let rest = tokens[authors.next...].drop { [".", ",", ":"].contains($0.folded) }
    guard let first = rest.first else { return nil }
    let end = endOfTitle(rest)
    let title = rest[rest.startIndex..<end]
    guard let last = title.last(where: { $0.kind != .sign || [")", "?", "!"].contains($0.folded) })
    else { return nil }
    source.isSet = first.emphasis != 0
    source.isArticle = SourceReader.isQuote(first)
    source.title = clean(first.range.lowerBound..<last.range.upperBound)
    guard let printed = source.title, printed.contains(where: \.isLetter),
      first.isCapital || first.kind == .number || source.isSet || source.isArticle
        || first.isSign("¿") || first.isSign("¡")
    else { return nil }
    let after = tokens[end...].drop { $0.kind == .sign && $0.folded != "(" }
    let italics = after.prefix { $0.folded != "(" || true }.firstIndex { $0.emphasis != 0 }
    if let italics, source.isArticle || !source.isSet, let start = after[italics...].first {
      let run = after[italics...].prefix { $0.emphasis == start.emphasis }
      if let close = run.last {
        source.container = clean(start.range.lowerBound..<close.range.upperBound)
      }
    } else if source.isArticle || isJournal(after) {
      source.container = container(after)
    }
    if source.year == nil { source.year = year(after) }
    return source
  }

  /// The journal or book that contains an article: up to its volume, or the next comma or stop.
  private func container(_ after: ArraySlice<Token>) -> String? {
    let rest = after.drop { ["in", "from"].contains($0.folded) || $0.isSign(":") }
    guard let first = rest.first, first.kind == .word else { return nil }
    var end = rest.startIndex
    while end < rest.endIndex, end - rest.startIndex < 16 {
      let token = rest[end]
      if token.kind == .number || ["(", "[", "/", ";"].contains(token.folded) { break }
      if token.isSign("."), !rest[end - 1].isInitial { break }
      if token.isSign(",") {
        // `Journal of Metadata, Semantics and Ontologies 13`
        let more = rest[(end + 1)...].prefix {
          $0.kind == .word && ($0.isCapital || ReferenceWords.small.contains($0.folded))
        }
        guard !more.isEmpty, more.endIndex < rest.endIndex, rest[more.endIndex].kind == .number,
          more.contains(where: { ReferenceWords.small.contains($0.folded) }),
          !more.contains(where: { ReferenceWords.months.contains($0.folded) })
        else { break }
      }
      end += 1
    }
    guard end > rest.startIndex, let last = rest[..<end].last else { return nil }
    let name = clean(first.range.lowerBound..<last.range.upperBound)
    return name.isEmpty || rest[..<end].allSatisfy { ReferenceWords.places.contains($0.folded) }
      ? nil : name
  }

  /// Whether a journal with its volume follows: `Quay Review, 3(2), 4–9`.
  private func isJournal(_ after: ArraySlice<Token>) -> Bool {
    let name = after.prefix {
      $0.isCapital || ReferenceWords.small.contains($0.folded) && $0.kind == .word || $0.isSign("&")
    }
    guard !name.isEmpty, name.count <= 10,
      name.contains(where: { !ReferenceWords.places.contains($0.folded) })
    else { return false }
    let rest = after[name.endIndex...].prefix(3)
    return rest.first?.kind == .number && rest.first?.folded.count ?? 9 <= 3
      || rest.first?.isSign(",") == true && rest.dropFirst().first?.kind == .number
        && rest.dropFirst().first?.folded.count ?? 9 <= 3
  }

  /// The year of the imprint: that after the publisher, else the first.
  private func year(_ after: ArraySlice<Token>) -> Int? {
    var years: [(index: Int, year: Int)] = []
    for (index, token) in zip(after.indices, after)
    where token.kind == .number && token.folded.count <= 5 {
      if ReferenceWords.accessed.contains(where: { word in
        after[..<index].suffix(5).contains { $0.folded == word }
      }) {
        break
      }
      let digits = token.folded.prefix(4)
      let isRange =
        index + 1 < after.endIndex && ["-", "–"].contains(after[index + 1].folded)
        || index > after.startIndex && ["-", "–"].contains(after[index - 1].folded)
      let isPage =
        index > after.startIndex
        && after[..<index].suffix(2).contains {
          ReferenceWords.page.contains($0.folded) || ReferenceWords.issue.contains($0.folded)
        }
      if let year = Int(digits), (1450...2100).contains(year), !isPage, !isRange || years.isEmpty {
        years.append((index, year))
      }
    }
    if let colon = after.firstIndex(where: { $0.isSign(":") }),
      let imprint = years.first(where: { $0.index > colon && $0.index - colon < 12 })
    {
      return imprint.year
    }
    // A year that closes the imprint, rather than one within a title or of an issue.
    let closing = years.first { entry in
      let next = entry.index + 1
      return next >= after.endIndex || [".", ")", ";", "]"].contains(after[next].folded)
        || after[next].kind == .word && after[next].isCapital
    }
    return (closing ?? years.first)?.year
  }

  /// Index of the token after the title.
  private func endOfTitle(_ rest: ArraySlice<Token>) -> Int {
    guard let first = rest.first else { return rest.endIndex }
    if first.emphasis != 0 {
      return rest.firstIndex { $0.emphasis != first.emphasis } ?? rest.endIndex
    }
    if first.folded == "‘" || first.folded == "'" {
      // An apostrophe within a word is part of it, so that this one closes.
      let close = rest.indices.dropFirst().first { index in
        ["’", "'"].contains(rest[index].folded) && rest[index].kind == .sign
          && (index + 1 >= rest.endIndex || rest[index + 1].kind == .sign
            || rest[index + 1].range.lowerBound > rest[index].range.upperBound)
      }
      return close.map { $0 + 1 } ?? rest.endIndex
    }
    if SourceReader.isQuote(first) {
      var isQuoted = false
      for (index, token) in zip(rest.indices, rest) where SourceReader.isQuote(token) {
        isQuoted = SourceReader.opens(token, rest, index, isQuoted)
        guard !isQuoted, index > rest.startIndex else { continue }
        // `“The Workers”: A History` is one title.
        guard index + 1 < rest.endIndex, rest[index + 1].isSign(":") else { return index + 1 }
        return endOfPlainTitle(rest, from: index + 2)
      }
      return rest.endIndex
    }
    return endOfPlainTitle(rest, from: rest.startIndex + 1)
  }

  private func endOfPlainTitle(_ rest: ArraySlice<Token>, from start: Int) -> Int {
    if start > rest.startIndex, tokens.indices.contains(rest.startIndex - 1),
      tokens[rest.startIndex - 1].isSign(","), let end = endBeforeImprint(rest)
    {
      return end
    }
    for index in start..<max(start, rest.endIndex) {
      let token = rest[index]
      if token.emphasis != 0 { return index }
      if token.isSign("("), isEdition(rest[(index + 1)...]) { return index }
      if token.isSign("[") { return index }
      if ["http", "https", "www", "available"].contains(token.folded) { return index }
      guard token.isSign(".") || token.isSign("?") || token.isSign("!") || token.isSign(",") else {
        continue
      }
      guard index + 1 < rest.endIndex else { return index }
      let next = rest[index + 1]
      if token.isSign(",") {
        if isImprint(rest[(index + 1)...]) { return index }
        continue
      }
      guard next.range.lowerBound > token.range.upperBound || SourceReader.isQuote(next),
        next.isCapital || next.kind == .number || next.kind == .sign || next.emphasis != 0
          || ["edited", "translated", "in", "ed", "trans"].contains(next.folded),
        !rest[index - 1].isInitial || isImprint(rest[(index + 1)...]),
        !SourceReader.abbreviations.contains(rest[index - 1].folded)
      else { continue }
      if !token.isSign("."), next.kind == .word, next.emphasis == 0,
        !isImprint(rest[(index + 1)...])
      {
        // `We, the Anarchists! A Study of …`
        continue
      }
      return token.isSign(".") ? index : index + 1
    }
    return rest.endIndex
  }

  /// Where the title ends in an entry with commas throughout, `Lund, Anna, Title, Press, Place, 1903`:
  /// before the publisher, which stands before a place, or before the year if no place is known.
  private func endBeforeImprint(_ rest: ArraySlice<Token>) -> Int? {
    var commas: [Int] = []
    var isQuoted = false
    var depth = 0
    scan: for (index, token) in zip(rest.indices, rest) {
      if token.isSign("\"") { isQuoted.toggle() }
      if token.isSign("(") { depth += 1 }
      if token.isSign(")") { depth -= 1 }
      guard !isQuoted, depth == 0 else { continue }
      if token.isSign(",") { commas.append(index) }
      let isEnd =
        token.isSign(".") && index > rest.startIndex && !rest[index - 1].isInitial
        && !SourceReader.abbreviations.contains(rest[index - 1].folded)
      if isEnd { break scan }
    }
    guard commas.count >= 2 else { return nil }
    func segment(_ number: Int) -> ArraySlice<Token> {
      let end = number + 1 < commas.count ? commas[number + 1] : rest.endIndex
      return rest[(commas[number] + 1)..<end]
    }
    for number in commas.indices {
      let words = segment(number).prefix { !$0.isSign(".") }.filter { $0.kind != .sign }
      guard !words.isEmpty, words.count <= 4 else { continue }
      if words.contains(where: { ReferenceWords.publishers.contains($0.folded) }) {
        return commas[number]
      }
      if words.allSatisfy({ $0.isCapital }),
        words.contains(where: { ReferenceWords.places.contains($0.folded) })
      {
        let isPublisher =
          number > 0
          && segment(number - 1).allSatisfy {
            $0.isCapital || $0.kind == .sign || ReferenceWords.small.contains($0.folded)
          } && segment(number - 1).filter { $0.kind == .word }.count <= 4
        return isPublisher ? commas[number - 1] : commas[number]
      }
      let isYear =
        words.count == 1 && words[0].kind == .number && words[0].folded.count == 4
        && number == commas.count - 1
      if isYear, number > 0 {
        let before = segment(number - 1)
        let isName =
          before.filter { $0.kind == .word }.count <= 3
          && before.allSatisfy { $0.isCapital || $0.kind == .sign }
        return isName ? commas[number - 1] : commas[number]
      }
    }
    return nil
  }

  /// Whether an imprint begins here: a place or a publisher, or a year.
  private func isImprint(_ rest: ArraySlice<Token>) -> Bool {
    guard let first = rest.first else { return true }
    if first.kind == .number {
      // `1919–1924` belongs to the title.
      let isSpan = rest.dropFirst().first.map { ["-", "–"].contains($0.folded) } ?? false
      return !isSpan && first.folded.count == 4
        && Int(first.folded).map { (1450...2100).contains($0) } == true
    }
    if ReferenceWords.volume.contains(first.folded) || ReferenceWords.page.contains(first.folded) {
      return rest.dropFirst().first?.isSign(".") == true
        || rest.dropFirst().first?.kind == .number
    }
    let head = rest.prefix { $0.kind == .word && $0.isCapital }
    guard !head.isEmpty, head.count <= 4 else { return false }
    return head.contains { ReferenceWords.places.contains($0.folded) }
      || head.contains { ReferenceWords.publishers.contains($0.folded) }
  }

  private func isEdition(_ inside: ArraySlice<Token>) -> Bool {
    let inner = inside.prefix { !$0.isSign(")") }
    return inner.count <= 16
      && (inner.contains { $0.kind == .number }
        || inner.contains {
          ReferenceWords.places.contains($0.folded) || ReferenceWords.publishers.contains($0.folded)
            || ["ed", "eds", "trans", "vol", "hrsg"].contains($0.folded)
        })
  }

  private func clean(_ range: Range<Int>) -> String {
    let bare = Locators.string(range, text).filter { $0 != "_" && $0 != "*" }
    let marks = ",;:. \"“”„«»‘"
    let trimmed = bare.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }
    let title = String(trimmed.reversed()).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    return title.contains("“") && !title.contains("”") ? title + "”" : title
  }
}
