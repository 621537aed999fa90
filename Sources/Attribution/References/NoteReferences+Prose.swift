// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Notes that are prose, or quote somebody, and what is left of them.
extension NoteReferences {
  /// The parts of a sentence before and after the words that it quotes; the whole sentence if what
  /// stands in marks is no longer than a title.
  func besideQuotations(_ sentence: Range<Int>) -> [Range<Int>] {
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
  func isQuotation(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    if words.count > 24 { return true }
    let capitals = words.filter(\.isCapital).count
    let content = words.filter { !ReferenceWords.small.contains($0.folded) }.count
    let isSentence =
      words.contains { !$0.isCapital && ReferenceWords.finite.contains($0.folded) }
      || tokens.dropLast().last.map { [".", "!"].contains($0.folded) } ?? false
    return words.count >= 8 && isSentence && capitals * 5 < content * 2
  }

  /// Whether a sentence tells something with a verb of saying, outside of quotations.
  func isProse(_ tokens: ArraySlice<Token>) -> Bool {
    if tokens.first?.folded == "according" { return true }
    return hasVerbOfSaying(tokens)
  }

  func hasVerbOfSaying(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { token in
      token.kind == .word && !token.isCapital && token.emphasis == 0
        && ReportingVerbs.all.contains(token.folded)
        && ![
          "quoted", "cited", "see", "note", "reported", "contained", "reprinted", "notes", "quote",
        ].contains(token.folded)
        && passage.spanOfToken[passage.token(at: token.range.lowerBound)] < 0
    }
  }

  func isAfterQuotation(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = passage.tokens[..<index].suffix(2)
    return before.contains(where: SourceReader.isQuote)
  }

  func seeNote(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> [ParsedReference]? {
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
  func pointsToNote(_ tokens: ArraySlice<Token>) -> Bool {
    guard
      let place = tokens.firstIndex(where: {
        ["note", "n", "fn", "footnote", "endnote"].contains($0.folded)
      })
    else { return false }
    return tokens[..<place].suffix(4).contains {
      ["see", "cf", "cited", "quoted", "in", "compare", "from"].contains($0.folded)
    } || tokens[place...].prefix(6).contains { ["above", "below", "supra"].contains($0.folded) }
  }

  /// The names at the beginning of a sentence.
  func subject(_ tokens: ArraySlice<Token>) -> [String] {
    let first = tokens.prefix {
      $0.isCapital || $0.folded == "." || NameWords.particles.contains($0.folded)
    }
    guard !first.isEmpty, parser.names.isNames(first) else { return [] }
    return parser.names.names(first, passage.text)
  }
}
