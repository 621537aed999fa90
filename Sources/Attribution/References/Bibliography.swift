// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads bibliography entries, which begin with an inverted name: `Avrich, Paul`.
struct Bibliography {
  let passage: ReadPassage
  let parser: ReferenceParser

  private static let headings: Set<String> = [
    "bibliography", "references", "works", "sources", "bibliographie", "bibliografía", "literatur",
    "literature", "bibliografia",
  ]

  /// Whether a passage is in a section for sources, judging by its heading.
  static func isPart(_ passage: Passage) -> Bool {
    guard let heading = passage.section.last?.lowercased() else { return false }
    let words = heading.split(whereSeparator: { !$0.isLetter }).map(String.init)
    guard words.count <= 6 else { return false }
    return words.contains { headings.contains($0) && $0 != "works" && $0 != "literature" }
      || heading.contains("works cited") || heading.contains("further reading")
  }

  /// The passage as a bibliography entry; empty if it is not one.
  func entries() -> [ParsedReference] {
    guard passage.references.isEmpty, passage.tokens.count >= 4, passage.tokens.count < 120,
      let first = passage.tokens.first, first.isCapital
    else { return [] }
    let whole = first.range.lowerBound..<(passage.tokens.last?.range.upperBound ?? 0)
    guard let (names, next) = author() else { return [] }
    let publication = publication(after: next)
    var source = SourceReader.read(
      passage.tokens[next..<(publication ?? passage.tokens.count)], text: passage.text,
      names: parser.names, people: [],
      takesBarePages: false)
    guard source.title != nil else { return [] }
    if source.names.isEmpty { source.names = names }
    if let publication {
      source.year = passage.tokens[publication...].compactMap { Int($0.folded) }
        .last { (1450...2100).contains($0) }
    }
    return [ParsedReference(range: whole, source: source, via: [], rule: .bibliography)]
  }

  /// First token of the imprint (`London: Mill Press, 1903`), after the stop that ends the title.
  private func publication(after start: Int) -> Int? {
    let tokens = passage.tokens
    for colon in tokens.indices where colon > start && tokens[colon].isSign(":") {
      var first = colon
      while first > start, colon - first < 4, tokens[first - 1].isCapital { first -= 1 }
      if first < colon, first - 1 > start, tokens[first - 1].isSign(".") { return first }
    }
    return nil
  }

  /// The inverted name at the start (`Avrich, Paul.`), and the index of the token after it.
  private func author() -> ([String], Int)? {
    let tokens = passage.tokens
    guard let comma = tokens.prefix(4).firstIndex(where: { $0.isSign(",") }), comma > 0 else {
      return nil
    }
    var end = comma + 1
    while end < tokens.count, end < comma + 8,
      tokens[end].isCapital || tokens[end].isSign(".") && tokens[end - 1].isInitial
    {
      end += 1
    }
    guard end > comma + 1, end < tokens.count, [".", ",", "("].contains(tokens[end].folded) else {
      return nil
    }
    let family = passage.string(tokens[0].range.lowerBound..<tokens[comma - 1].range.upperBound)
    let given = passage.string(
      tokens[comma + 1].range.lowerBound..<tokens[end - 1].range.upperBound)
    guard given.split(separator: " ").count <= 3 else { return nil }
    return (["\(given) \(family)"], tokens[end].isSign("(") ? end : end + 1)
  }
}
