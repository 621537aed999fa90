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

  func clean(_ range: Range<Int>) -> String {
    let bare = Locators.string(range, text).filter { $0 != "_" && $0 != "*" }
    let marks = ",;:. \"“”„«»‘"
    let trimmed = bare.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }
    let title = String(trimmed.reversed()).spacedWords.joined(
      separator: " ")
    return title.contains("“") && !title.contains("”") ? title + "”" : title
  }
}
