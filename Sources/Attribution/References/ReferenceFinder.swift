// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds references in running text: brackets and parentheses that name a source.
struct ReferenceFinder {
  /// Maximum length of a reference, in code points.
  private static let longest = 600

  let passage: ReadPassage
  let parser: ReferenceParser

  /// A bracketed stretch of text; `tokens` are those between the brackets.
  struct Bracket {
    var range: Range<Int>
    var tokens: Range<Int>
    var isSquare: Bool
    var isStrong: Bool
  }

  /// All outermost brackets of a passage.
  static func brackets(_ passage: ReadPassage) -> [Bracket] {
    var brackets: [Bracket] = []
    let tokens = passage.tokens
    let ends = closings(tokens)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind == .sign, token.folded == "[" || token.folded == "(" else {
        index += 1
        continue
      }
      let isSquare = token.folded == "["
      guard let close = ends[index],
        tokens[close].range.lowerBound <= token.range.lowerBound + longest
      else {
        if let cut = unclosed(passage, index, isSquare: isSquare) {
          brackets.append(cut)
          index = cut.tokens.upperBound
        } else {
          index += 1
        }
        continue
      }
      let inner = (index + 1)..<close
      let isStrong = ReferenceParser.isStrong(tokens[inner], passage.text)
      // Prose in parentheses can contain a reference: `(as he says, “…” [Op. Cit.])`.
      if !isSquare, tokens[inner].contains(where: { $0.isSign("[") }) {
        index += 1
        continue
      }
      brackets.append(
        Bracket(
          range: token.range.lowerBound..<tokens[close].range.upperBound, tokens: inner,
          isSquare: isSquare, isStrong: isStrong))
      index = isStrong || isSquare ? close + 1 : index + 1
    }
    return brackets
  }

  /// Index of the closing bracket for each opening one; the two kinds are matched independently.
  private static func closings(_ tokens: [Token]) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var open: (square: [Int], round: [Int]) = ([], [])
    for index in tokens.indices where tokens[index].kind == .sign {
      switch tokens[index].folded {
      case "[": open.square.append(index)
      case "(": open.round.append(index)
      case "]": if let start = open.square.popLast() { ends[start] = index }
      case ")": if let start = open.round.popLast() { ends[start] = index }
      default: break
      }
    }
    return ends
  }

  /// A square bracket without a closing one; it ends after its page numbers.
  private static func unclosed(_ passage: ReadPassage, _ open: Int, isSquare: Bool) -> Bracket? {
    guard isSquare else { return nil }
    let tokens = passage.tokens
    let end = min(tokens.count, open + 40)
    let locators = Locators(tokens: tokens[open..<end], text: passage.text)
    for index in (open + 1)..<max(open + 1, end) {
      if tokens[index].isSign("[") { return nil }
      guard let pages = locators.pages(at: index) else { continue }
      return Bracket(
        range: tokens[open].range.lowerBound..<tokens[pages.end - 1].range.upperBound,
        tokens: (open + 1)..<pages.end, isSquare: true, isStrong: true)
    }
    return nil
  }

  /// Parses the brackets that are references.
  func references(_ brackets: [Bracket]) -> [ParsedReference] {
    brackets.flatMap { bracket -> [ParsedReference] in
      let inner = passage.tokens[bracket.tokens]
      if let dated = DatedTitle(passage: passage, parser: parser).reference(bracket) {
        return [dated]
      }
      guard let rule = rule(bracket, inner) else { return scored(bracket, inner) }
      if rule == .authorDate { return authorDates(bracket, inner) }
      let parsed = parser.parse(
        inner, passage.text, range: bracket.range, rule: rule,
        isNote: !bracket.isStrong || !bracket.isSquare)
      return parsed.filter { isReference($0, bracket, inner) }.map { reference in
        var reference = reference
        reference.source.isLoose = !bracket.isSquare && reference.source.volume != nil
        return reference
      }
    }
  }

  /// A parenthesis with a title in italics or marks, or a periodical, and a date or place in it.
  private func scored(_ bracket: Bracket, _ inner: ArraySlice<Token>) -> [ParsedReference] {
    guard !bracket.isSquare, inner.count >= 3, inner.count <= 60, !isWithinQuotation(bracket),
      inner.contains(where: { $0.kind == .number }),
      inner.contains(where: {
        $0.emphasis != 0
          || $0.isCapital
            && (ReferenceWords.periodicals.contains($0.folded)
              || ReferenceWords.newspapers.contains($0.folded))
      }) || inner.first.map(SourceReader.isQuote) == true
    else { return [] }
    let parsed = parser.parse(
      inner, passage.text, range: bracket.range, rule: .bracket, isNote: true)
    let score = ReferenceScore(
      parsed.map(\.source), inner, text: passage.text, isStrong: false)
    guard score.value >= 3 else { return [] }
    return parsed.filter { $0.source.isNamed }
  }

  private func isWithinQuotation(_ bracket: Bracket) -> Bool {
    passage.span(of: bracket.tokens.lowerBound - 1).map {
      $0.range.lowerBound < bracket.range.lowerBound
        && bracket.range.upperBound < $0.range.upperBound
    } ?? false
  }

  private func rule(_ bracket: Bracket, _ inner: ArraySlice<Token>) -> AttributionRule? {
    let isQuoted = isWithinQuotation(bracket)
    if bracket.isSquare, let first = inner.first(where: { $0.kind == .word }),
      Self.insertions.contains(first.folded)
    {
      return nil
    }
    if bracket.isStrong, !isQuoted, !bracket.isSquare, !authorDates(bracket, inner).isEmpty {
      return .authorDate
    }
    if bracket.isStrong { return isQuoted && !bracket.isSquare ? nil : .bracket }
    if isQuoted { return nil }
    if !bracket.isSquare { return parenthesisRule(bracket, inner) }
    guard let first = inner.first, first.isCapital || SourceReader.isQuote(first) else {
      return nil
    }
    guard bracket.range.lowerBound > 0, !isCaption(inner) else { return nil }
    let capitals = inner.filter(\.isCapital).count
    let hasComma = inner.contains { $0.isSign(",") }
    let follows = followsQuotation(bracket)
    if follows, capitals >= 2 { return .bracketAfterQuotation }
    let ordinary = inner.filter {
      $0.kind == .word && !$0.isCapital && !ReferenceWords.small.contains($0.folded)
    }
    if hasComma, capitals >= 3, isTitled(inner), ordinary.count <= 2 || capitals >= 5 {
      return .bracketAfterQuotation
    }
    return nil
  }

  /// A parenthesis is a reference if it has an author and year, or names after a quotation.
  private func parenthesisRule(_ bracket: Bracket, _ inner: ArraySlice<Token>) -> AttributionRule? {
    if !authorDates(bracket, inner).isEmpty { return .authorDate }
    guard followsQuotation(bracket), inner.count >= 2, inner.count <= 40, let first = inner.first,
      first.isCapital || SourceReader.isQuote(first)
    else { return nil }
    let words = inner.filter { $0.kind == .word }
    guard words.count >= 2, !words.contains(where: { Self.remarks.contains($0.folded) }) else {
      return nil
    }
    let isKnown = words.contains { parser.people.contains(NameReader.fold($0.folded)) }
    return isKnown && isTitled(inner) ? .bracketAfterQuotation : nil
  }

  /// Whether at least two words in five are capitalised, as in names and titles.
  private func isTitled(_ inner: ArraySlice<Token>) -> Bool {
    let words = inner.filter { $0.kind == .word }
    return words.filter(\.isCapital).count * 5 >= words.count * 2
  }

  private func followsQuotation(_ bracket: Bracket) -> Bool {
    var end = bracket.range.lowerBound
    while end > 0,
      passage.text[end - 1].isSpace || passage.text[end - 1] == "."
        || passage.text[end - 1] == ","
    {
      end -= 1
    }
    return passage.span(of: passage.token(at: end) - 1)?.range.upperBound == end
  }

  private func isReference(
    _ reference: ParsedReference, _ bracket: Bracket, _ inner: ArraySlice<Token>
  ) -> Bool {
    let source = reference.source
    if reference.rule == .authorDate { return true }
    // `(Rothbard, we should note, …)` is a remark.
    if let title = source.title, !source.isArticle, title.first?.isLowercase == true,
      title.split(separator: " ").count > 5 || !bracket.isSquare
    {
      return false
    }
    if bracket.isSquare {
      // `[“I do not want it. I shall not take it.”]` translates what stands before.
      if source.isArticle, source.names.isEmpty, source.container == nil, source.pages.isEmpty,
        let title = source.title, title.split(separator: " ").count > 8,
        title.last.map({ ".?!".contains($0) }) == true
          || inner.suffix(2).contains(where: { [".", "?", "!"].contains($0.folded) })
      {
        return false
      }
      if !reference.via.isEmpty || source.isWorkBefore || source.isSame { return true }
      return source.isNamed || !source.pages.isEmpty
    }
    if Self.isInternal(reference, inner) || isProse(reference, inner) { return false }
    if source.volume != nil, !source.pages.isEmpty, source.title == nil, source.names.isEmpty {
      return true
    }
    // `(see p. 5 of this pamphlet)` does not name a source.
    if !reference.via.isEmpty { return reference.via.contains { $0.isNamed || $0.isWorkBefore } }
    if source.isWorkBefore || source.isSame { return true }
    return source.isNamed || inner.count <= 4 && !source.pages.isEmpty && followsQuotation(bracket)
  }
}
