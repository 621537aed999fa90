// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What follows the title of an entry: the journal or book that contains it, and the year.
extension EntryReader {
  /// The journal or book that contains an article: up to its volume, or the next comma or stop.
  func container(_ after: ArraySlice<Token>) -> String? {
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
  func isJournal(_ after: ArraySlice<Token>) -> Bool {
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
  func year(_ after: ArraySlice<Token>) -> Int? {
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
}
