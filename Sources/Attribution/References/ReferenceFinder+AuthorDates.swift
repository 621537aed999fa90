// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Authors and years in parentheses, and before them.
extension ReferenceFinder {
  /// Parses `(Lund 1903; Berg 1907: 4)`; empty if any part is something else.
  func authorDates(_ bracket: Bracket, _ inner: ArraySlice<Token>) -> [ParsedReference] {
    let parts = inner.split { $0.isSign(";") }
    guard parts.count > 1 else { return authorDate(bracket, inner).map { [$0] } ?? [] }
    let sources = parts.compactMap { AuthorDate.read($0, passage.text, names: parser.names) }
    guard sources.count == parts.count else { return [] }
    return sources.map {
      ParsedReference(range: bracket.range, source: $0, via: [], rule: .authorDate)
    }
  }

  /// Whether a verb of saying follows: `Lund (1903) holds`.
  func saysSomething(after bracket: Bracket) -> Bool {
    let next = passage.tokens[min(passage.tokens.count, bracket.tokens.upperBound + 1)...].prefix(3)
    return next.contains { !$0.isCapital && ReportingVerbs.all.contains($0.folded) }
  }

  /// Whether a name before a year alone can be an author: a person of the text, or several names;
  /// any name where the text cites in this manner.
  func isAuthor(_ source: ParsedSource) -> Bool {
    !source.pages.isEmpty || parser.citesByDate || source.names.count > 1
      || source.names.contains { parser.people.contains(NameReader.key($0)) }
  }

  /// Parses `(Lund 1903: 44)`, or `Lund (1903: 44)` with the name before the bracket.
  func authorDate(_ bracket: Bracket, _ inner: ArraySlice<Token>) -> ParsedReference? {
    if let source = AuthorDate.read(inner, passage.text, names: parser.names), isAuthor(source) {
      return ParsedReference(range: bracket.range, source: source, via: [], rule: .authorDate)
    }
    var first = bracket.tokens.lowerBound - 1
    let end = first
    while first > 0, end - first < 6,
      passage.tokens[first - 1].isCapital
        || ["and", "&", "."].contains(passage.tokens[first - 1].folded) && first >= 2
          && passage.tokens[first - 2].isCapital
    {
      first -= 1
    }
    guard first < end,
      let source = AuthorDate.read(
        inner, named: passage.tokens[first..<end], passage.text, names: parser.names),
      !source.pages.isEmpty || parser.citesByDate || first == 0
        || first > 0 && ["by", "par", "por", "door"].contains(passage.tokens[first - 1].folded)
        || saysSomething(after: bracket),
      !source.pages.isEmpty
        || parser.people.contains(NameReader.fold(passage.tokens[end - 1].folded))
    else { return nil }
    return ParsedReference(
      range: passage.tokens[first].range.lowerBound..<bracket.range.upperBound, source: source,
      via: [], rule: .authorDate)
  }
}
