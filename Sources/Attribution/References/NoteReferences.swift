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
    for sentence in sentences() {
      let tokens = passage.tokens[sentence]
      guard let first = tokens.first, let last = tokens.last, tokens.count <= Self.longest else {
        continue
      }
      let range = first.range.lowerBound..<last.range.upperBound
      if let reference = whole(tokens, range) { found += reference }
    }
    return found
  }

  /// The references in a sentence that is one as a whole; `nil` if it is prose.
  private func whole(_ tokens: ArraySlice<Token>, _ range: Range<Int>) -> [ParsedReference]? {
    let isStrong = ReferenceParser.isStrong(tokens, passage.text)
    let parsed = parser.parse(
      tokens, passage.text, range: range, rule: .noteReference, isNote: true)
    let isProse = tokens.contains { token in
      token.kind == .word && !token.isCapital && ReportingVerbs.all.contains(token.folded)
        && !["quoted", "cited", "see", "note", "reported", "contained", "reprinted"].contains(
          token.folded)
        && passage.spanOfToken[passage.token(at: token.range.lowerBound)] < 0
    }
    let small = tokens.filter { $0.kind == .word && !$0.isCapital }.count
    let capitals = tokens.filter(\.isCapital).count
    if isProse || SourceReader.note(tokens) != nil && small >= 6 && small > capitals * 2 {
      // `John Reed provides descriptions in the article cited in note (3).`
      guard let note = SourceReader.note(tokens) else { return nil }
      var source = ParsedSource()
      source.note = note
      source.names = subject(tokens)
      return [ParsedReference(range: range, source: source, via: [], rule: .seeNote)]
    }
    let named = parsed.filter {
      $0.source.isNamed || $0.source.isSame || $0.source.isWorkBefore || !$0.via.isEmpty
    }
    guard !named.isEmpty else { return isStrong ? parsed : nil }
    // `Cf. supra, p. 145` refers to the text itself.
    if named.count == 1, named[0].source.isWorkBefore, !named[0].source.isNamed,
      named[0].via.isEmpty,
      tokens.contains(where: { $0.folded == "supra" })
    {
      return nil
    }
    if isStrong { return named }
    // Without pages it needs a name and a title, or a title in quotation marks.
    let isWhole = named.allSatisfy { reference in
      let source = reference.source
      return !reference.via.isEmpty
        || !source.names.isEmpty && source.title != nil && isTitle(source)
        || source.isArticle && source.container != nil
    }
    if isWhole { return named }
    if let note = SourceReader.note(tokens), tokens.count <= 30 {
      var source = ParsedSource()
      source.note = note
      source.names = subject(tokens)
      return [ParsedReference(range: range, source: source, via: [], rule: .seeNote)]
    }
    return nil
  }

  private func isTitle(_ source: ParsedSource) -> Bool {
    guard let title = source.title else { return false }
    if source.isArticle { return true }
    let words = title.split(separator: " ")
    let capitals = words.filter { $0.first?.isUppercase == true }.count
    return words.count <= 25 && capitals * 5 >= words.count * 2
  }

  /// The names at the beginning of a sentence.
  private func subject(_ tokens: ArraySlice<Token>) -> [String] {
    let first = tokens.prefix {
      $0.isCapital || $0.folded == "." || NameWords.particles.contains($0.folded)
    }
    guard !first.isEmpty, parser.names.isNames(first) else { return [] }
    return parser.names.names(first, passage.text)
  }

  /// Splits a note into sentences, as ranges of tokens; abbreviations do not end a sentence.
  private func sentences() -> [Range<Int>] {
    let tokens = passage.tokens
    var sentences: [Range<Int>] = []
    var start = 0
    var depth = 0
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .sign {
        if "([".contains(token.folded) { depth += 1 }
        if ")]".contains(token.folded) { depth = max(0, depth - 1) }
      }
      guard depth == 0, [".", "?", "!"].contains(token.folded), index + 1 < tokens.count,
        index > start
      else { continue }
      let next = tokens[index + 1]
      let before = tokens[index - 1]
      guard next.isCapital || SourceReader.isQuote(next) || next.isSign("("),
        next.range.lowerBound > token.range.upperBound,
        !before.isInitial, !Self.abbreviations.contains(before.folded),
        // Inside a quoted title, a full stop does not end the sentence.
        passage.spanOfToken[index] < 0
          || passage.spanOfToken[index] != passage.spanOfToken[index + 1]
      else { continue }
      sentences.append(start..<(index + 1))
      start = index + 1
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private static let abbreviations: Set<String> = [
    "ed", "eds", "vol", "no", "st", "dr", "mr", "mrs", "prof", "trans", "jr", "sr", "cit", "op",
    "p",
    "pp", "ch", "ibid", "vols", "cf", "al", "sept", "oct", "nov", "dec", "jan", "feb", "aug", "bd",
    "nr",
  ]
}
