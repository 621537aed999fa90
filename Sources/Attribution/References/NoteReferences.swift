// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds references in a note: sentences that are references, and brackets within its prose.
struct NoteReferences {
  let passage: ReadPassage
  let parser: ReferenceParser
  /// Maximum length of a reference in tokens.
  private static let longest = 1_000

  /// The references, in order.
  func references() -> [ParsedReference] {
    var found: [ParsedReference] = []
    let sentences = NoteSentences(passage: passage, names: parser.names).ranges()
    for sentence in sentences {
      let tokens = passage.tokens[sentence]
      guard let first = tokens.first, let last = tokens.last, tokens.count <= Self.longest else {
        continue
      }
      let range = first.range.lowerBound..<last.range.upperBound
      if let page = WebReference.page(
        tokens, passage.text, isAfterQuotation: isAfterQuotation(tokens.startIndex))
      {
        found.append(ParsedReference(range: range, source: page, via: [], rule: .noteReference))
        continue
      }
      for part in besideQuotations(sentence) {
        let tokens = passage.tokens[part]
        guard let first = tokens.first, let last = tokens.last else { continue }
        found += whole(tokens, first.range.lowerBound..<last.range.upperBound) ?? []
      }
    }
    return found
  }

  /// The references in a sentence that is one as a whole; `nil` if it is prose.
  private func whole(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> [ParsedReference]? {
    let addresses = WebReference.addresses(tokens)
    let bare = without(addresses, tokens)
    if let entry = entry(bare, range) { return [entry] }
    let isStrong = ReferenceParser.isStrong(bare, passage.text, isNote: true)
    let parsed = parser.parse(
      bare, passage.text, range: range, rule: .noteReference, isNote: true)
    let isProse = isProse(bare)
    let small = bare.filter { $0.kind == .word && !$0.isCapital && $0.emphasis == 0 }.count
    let capitals = bare.filter(\.isCapital).count
    if isProse || SourceReader.note(bare) != nil && small >= 6 && small > capitals * 2 {
      return seeNote(bare, range)
    }
    let named = parsed.filter {
      $0.source.isNamed || $0.source.isSame || $0.source.isWorkBefore || !$0.via.isEmpty
    }
    guard !named.isEmpty else {
      if let first = addresses.first, let host = WebReference.host(passage.tokens[first]),
        small <= 6
      {
        var source = ParsedSource()
        source.site = host
        source.container = host
        return [ParsedReference(range: range, source: source, via: [], rule: .noteReference)]
      }
      return isStrong || isIssue(parsed, bare) ? parsed.filter { isOfAnotherWork($0, bare) } : nil
    }
    // `Cf. supra, p. 145` refers to the text itself.
    if named.count == 1, named[0].source.isWorkBefore, !named[0].source.isNamed,
      named[0].via.isEmpty,
      bare.contains(where: { $0.folded == "supra" })
    {
      return nil
    }
    let sources = named.map { $0.source.isEmpty ? $0.via.last ?? $0.source : $0.source }
    let score = ReferenceScore(
      sources, bare, text: passage.text,
      isStrong: isStrong || named.contains { !$0.via.isEmpty && $0.via.contains { $0.isNamed } })
    if let source = sources.first, source.names.isEmpty, !source.isSet, !source.isArticle,
      let title = source.title, ReferenceWords.isPublisher(title)
    {
      return nil
    }
    // `Hamburg, June 12, 1801.` before more text is where and when a letter was written.
    let isDateline =
      sources.first.map {
        $0.isDated && !$0.isSet && $0.names.isEmpty && $0.pages.isEmpty
          && $0.title?.contains(" ") == false
          && !ReferenceWords.isPeriodical($0.title ?? "")
      } ?? false
    if isDateline, tokens.count + 1 < passage.tokens.count { return nil }
    if score.isReference { return named.filter { isOfAnotherWork($0, bare) } }
    return seeNote(bare, range)
  }

  /// A note that begins with an inverted name, as entries of bibliographies do.
  private func entry(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> ParsedReference? {
    guard
      var source = EntryReader(tokens, text: passage.text, names: parser.names).inverted(),
      source.title != nil
    else { return nil }
    if source.pages.isEmpty {
      let locators = Locators(tokens: tokens, text: passage.text)
      if let pages = tokens.indices.lazy.compactMap({ locators.pages(at: $0) }).last {
        source.pages = pages.groups
        source.printedPages = pages.printed
      }
    }
    return ParsedReference(range: range, source: source, via: [], rule: .noteReference)
  }

  /// `October 9, 1915, p. 1`: an issue of the newspaper cited before.
  private func isIssue(_ parsed: [ParsedReference], _ tokens: ArraySlice<Token>) -> Bool {
    guard let source = parsed.first?.source, source.isDated, source.year != nil else {
      return false
    }
    return tokens.filter { $0.kind == .word && !$0.isCapital && $0.folded.count > 2 }.count <= 2
      && tokens.count <= 14
  }

  /// Whether a reference leads out of the text: `Chapter 3, p. 44` alone is a part of it.
  private func isOfAnotherWork(_ reference: ParsedReference, _ tokens: ArraySlice<Token>) -> Bool {
    !ReferenceFinder.isInternal(reference, tokens)
  }

  private func without(_ addresses: [Range<Int>], _ tokens: ArraySlice<Token>) -> ArraySlice<Token>
  {
    guard let first = addresses.first else { return tokens }
    // What follows an address is when it was visited, or nothing.
    var rest = tokens[..<first.lowerBound]
    while let last = rest.last, ["<", ":", "("].contains(last.folded) { rest = rest.dropLast() }
    return rest
  }
}
