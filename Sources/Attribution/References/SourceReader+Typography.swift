// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parts of a reference whose titles are set in italics: each title is what the italics enclose.
///
/// See Chicago Manual of Style, 18th edition, 8.163–8.174: books and journals in italics, articles
/// in quotation marks before the italics of what contains them.
extension SourceReader {
  /// Whether a segment is set in italics as a whole.
  func isItalic(_ segment: ArraySlice<Token>) -> Bool { segment.first?.emphasis ?? 0 != 0 }

  func isTitle(_ segment: ArraySlice<Token>) -> Bool {
    isItalic(segment) || segment.first.map(Self.isQuote) ?? false || isCapitals(segment)
  }

  /// Whether a segment of a note is set in capitals and is no name: `MOTHER EARTH`.
  private func isCapitals(_ segment: ArraySlice<Token>) -> Bool {
    guard takesBarePages, let first = segment.first, let last = segment.last,
      !texts.contains(where: isItalic),
      ReferenceScore.isCapitals(clean(first.range.lowerBound..<last.range.upperBound))
    else { return false }
    return !isPerson(segment)
  }

  /// Whether a note has prose before a quoted title: `Reprinted in the volume “The Weavers”`.
  private var leadsIntoQuotes: Bool {
    guard takesBarePages, texts.count >= 2, let first = texts.first?.first, !Self.isQuote(first),
      texts.dropFirst().contains(where: { $0.first.map(Self.isQuote) ?? false })
    else { return false }
    return isProse(texts[0])
  }

  /// Assigns the segments by their type; false if none is in italics.
  mutating func assignByType() -> Bool {
    guard texts.contains(where: { isItalic($0) || isCapitals($0) }) || leadsIntoQuotes,
      let place = texts.firstIndex(where: isTitle)
    else { return false }
    let before = texts[..<place]
    let after = texts[(place + 1)...]
    let title = texts[place]
    source.isSet = true
    source.isArticle = title.first.map(Self.isQuote) ?? false
    if source.isArticle {
      source.title = unquoted(title).0
    } else if let first = title.first, let last = withoutPlace(title).last {
      source.title = clean(first.range.lowerBound..<last.range.upperBound)
    }
    if source.title?.isEmpty == true { source.title = nil }
    if let next = after.firstIndex(where: isItalic), let first = texts[next].first,
      let last = texts[next].last, source.isArticle || leadsInto(after[..<next])
    {
      source.container = clean(first.range.lowerBound..<last.range.upperBound)
    }
    if source.names.isEmpty { source.names = namesBefore(before) }
    if source.names.isEmpty, !before.contains(where: isProse) {
      source.names = namesAfter(after)
      source.isByline = !source.names.isEmpty
    }
    return true
  }

  /// A title without the place that is printed in italics with it: `_The Weavers. Paris_ 1902`.
  private func withoutPlace(_ title: ArraySlice<Token>) -> ArraySlice<Token> {
    guard title.count > 4, let last = title.last, ReferenceWords.places.contains(last.folded),
      title[title.endIndex - 2].isSign(".")
    else { return title }
    return title.dropLast(2)
  }

  private func leadsInto(_ between: ArraySlice<ArraySlice<Token>>) -> Bool {
    between.first?.first.map { ["in", "from", "dans", "en", "im", "aus"].contains($0.folded) }
      ?? false
  }

  func isProse(_ segment: ArraySlice<Token>) -> Bool {
    segment.contains {
      $0.kind == .word && !$0.isCapital && !ReferenceWords.small.contains($0.folded)
    }
  }
}
