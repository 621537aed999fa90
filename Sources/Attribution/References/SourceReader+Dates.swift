// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension SourceReader {
  /// Consumes a segment that is a date: `2004`, `July 1918`, `16 September 2000`, `20/10/02`.
  mutating func takeDate(_ segment: ArraySlice<Token>) -> Bool {
    if takeAccess(segment) || takesBarePages && takeNoteBefore(segment) { return true }
    let words = segment.filter { $0.kind != .sign }
    if takesBarePages, takePlaceAndYear(words) { return true }
    let isDate = words.allSatisfy { token in
      token.kind == .number && Self.isDateNumber(token)
        || ReferenceWords.months.contains(token.folded)
        || [
          "th", "st", "nd", "rd", "2nd", "series", "edition", "ed", "edn", "rev", "auflage", "aufl",
          "ausgabe", "édition", "edición", "edizione", "druk",
          "издание", "new", "second", "third", "neue",
        ].contains(
          token.folded)
        || takesBarePages && ReferenceWords.inDates.contains(token.folded)
    }
    let hasMonth = words.contains { ReferenceWords.months.contains($0.folded) }
    guard isDate, !texts.isEmpty || words.count > 1 || source.isDated,
      hasMonth || words.contains(where: { $0.kind == .number })
    else { return false }
    let years = words.compactMap { $0.kind == .number ? Int($0.folded) : nil }
      .filter { (1450...2100).contains($0) }
    // `1864-1892` belongs to the preceding title.
    if years.count == 2 || segment.contains(where: { $0.isSign("-") || $0.isSign("–") }),
      let last = texts.last,
      years.first != nil, let first = segment.first, let end = segment.last,
      last.endIndex < first.range.upperBound
    {
      titleYears = (first.range.lowerBound, end.range.upperBound)
      return true
    }
    source.isDated = source.isDated || hasMonth
    if source.year == nil, !years.isEmpty, words.count == 1 { textsBeforeYear = texts.count }
    source.year = source.year ?? years.last
    return true
  }

  /// Consumes `Frankfurt am Main 2012` after authors and a title.
  private mutating func takePlaceAndYear(_ words: [Token]) -> Bool {
    guard texts.count + (source.names.isEmpty ? 0 : 1) >= 2, (2...5).contains(words.count),
      let last = words.last, last.kind == .number, last.folded.count == 4,
      let year = Int(last.folded), (1450...2100).contains(year),
      words.dropLast().contains(where: { ReferenceWords.places.contains($0.folded) }),
      words.dropLast().allSatisfy({
        $0.isCapital || ReferenceWords.small.contains($0.folded) || $0.range.count == 1
      })
    else { return false }
    source.year = source.year ?? year
    return true
  }

  /// Consumes `wie Anm. 2`, which says in which note the whole reference stands.
  private mutating func takeNoteBefore(_ segment: ArraySlice<Token>) -> Bool {
    guard segment.count <= 6, !texts.isEmpty || !source.names.isEmpty, let note = Self.note(segment)
    else { return false }
    source.note = note
    return true
  }

  private static func isDateNumber(_ token: Token) -> Bool {
    token.folded.count <= 4
      || ["st", "nd", "rd", "th", "er", "ten"].contains { token.folded.hasSuffix($0) }
        && token.folded.count <= 5
  }

  /// Consumes when an address on the web was visited, which is no date of the work.
  private func takeAccess(_ segment: ArraySlice<Token>) -> Bool {
    guard let first = segment.first(where: { $0.kind != .sign }), !texts.isEmpty else {
      return false
    }
    return ReferenceWords.accessed.contains(first.folded)
      && segment.contains { $0.kind == .number }
  }
}
