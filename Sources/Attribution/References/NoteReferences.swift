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

  /// The parts of a sentence before and after the words that it quotes; the whole sentence if what
  /// stands in marks is no longer than a title.
  private func besideQuotations(_ sentence: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    var index = start
    while index < sentence.upperBound {
      guard let span = passage.span(of: index) else {
        index += 1
        continue
      }
      let end = min(sentence.upperBound, passage.token(at: span.range.upperBound))
      if isQuotation(passage.tokens[index..<max(index, end)]) {
        if start < index { parts.append(start..<index) }
        start = end
      }
      index = max(index + 1, end)
    }
    if start < sentence.upperBound { parts.append(start..<sentence.upperBound) }
    return parts.map { part in
      // Dashes stand between a quotation and its source.
      let signs = passage.tokens[part].prefix {
        ["-", "–", "—", ",", ".", ":"].contains($0.folded)
      }
      return (part.lowerBound + signs.count)..<part.upperBound
    }.filter { !$0.isEmpty }
  }

  /// Whether what stands in marks is what somebody said rather than a title: it is long, or a
  /// sentence with its full stop and few capitals.
  private func isQuotation(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    if words.count > 24 { return true }
    let capitals = words.filter(\.isCapital).count
    let content = words.filter { !ReferenceWords.small.contains($0.folded) }.count
    let isSentence =
      words.contains { !$0.isCapital && ReferenceWords.finite.contains($0.folded) }
      || tokens.dropLast().last.map { [".", "!"].contains($0.folded) } ?? false
    return words.count >= 8 && isSentence && capitals * 5 < content * 2
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

  /// Whether a sentence tells something with a verb of saying, outside of quotations.
  private func isProse(_ tokens: ArraySlice<Token>) -> Bool {
    if tokens.first?.folded == "according" { return true }
    return hasVerbOfSaying(tokens)
  }

  private func hasVerbOfSaying(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { token in
      token.kind == .word && !token.isCapital && token.emphasis == 0
        && ReportingVerbs.all.contains(token.folded)
        && ![
          "quoted", "cited", "see", "note", "reported", "contained", "reprinted", "notes", "quote",
        ].contains(token.folded)
        && passage.spanOfToken[passage.token(at: token.range.lowerBound)] < 0
    }
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

  private func seeNote(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> [ParsedReference]? {
    // `John Reed provides descriptions in the article cited in note (3).`
    guard let note = SourceReader.note(tokens), tokens.count <= 60, pointsToNote(tokens) else {
      return nil
    }
    var source = ParsedSource()
    source.note = note
    source.names = subject(tokens)
    return [ParsedReference(range: range, source: source, via: [], rule: .seeNote)]
  }

  /// Whether a note is pointed to for a source: `see note 3`, `cited in note 3`, `note 3 above`;
  /// not `note 3 of that year`.
  private func pointsToNote(_ tokens: ArraySlice<Token>) -> Bool {
    guard
      let place = tokens.firstIndex(where: {
        ["note", "n", "fn", "footnote", "endnote"].contains($0.folded)
      })
    else { return false }
    return tokens[..<place].suffix(4).contains {
      ["see", "cf", "cited", "quoted", "in", "compare", "from"].contains($0.folded)
    } || tokens[place...].prefix(6).contains { ["above", "below", "supra"].contains($0.folded) }
  }

  private func without(_ addresses: [Range<Int>], _ tokens: ArraySlice<Token>) -> ArraySlice<Token>
  {
    guard let first = addresses.first else { return tokens }
    // What follows an address is when it was visited, or nothing.
    var rest = tokens[..<first.lowerBound]
    while let last = rest.last, ["<", ":", "("].contains(last.folded) { rest = rest.dropLast() }
    return rest
  }

  private func isAfterQuotation(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = passage.tokens[..<index].suffix(2)
    return before.contains(where: SourceReader.isQuote)
  }

  /// The names at the beginning of a sentence.
  private func subject(_ tokens: ArraySlice<Token>) -> [String] {
    let first = tokens.prefix {
      $0.isCapital || $0.folded == "." || NameWords.particles.contains($0.folded)
    }
    guard !first.isEmpty, parser.names.isNames(first) else { return [] }
    return parser.names.names(first, passage.text)
  }
}
