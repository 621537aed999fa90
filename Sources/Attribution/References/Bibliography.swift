// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the entries of a bibliography, one for each that is printed.
struct Bibliography {
  let passage: ReadPassage
  let parser: ReferenceParser
  /// Most tokens of an entry that are read; what follows is a remark on the work.
  private static let longest = 120

  private static let headings: Set<String> = [
    "bibliography", "references", "works", "sources", "bibliographie", "bibliografía", "literatur",
    "literature", "bibliografia", "bibliografie", "literaturverzeichnis", "quellen",
    "quellenverzeichnis",
    "referencias", "références", "sitografia", "fonti", "fuentes", "bronnen", "literatuur",
    "литература",
    "библиография", "источники", "referências",
  ]

  /// Whether a passage is in a section for sources, judging by its heading.
  static func isPart(_ passage: Passage) -> Bool {
    passage.section.last.map(isHeading) ?? false
  }

  /// Whether each of the passages of a text is in such a section.
  static func parts(_ passages: [Passage]) -> [Bool] {
    var heading: String?
    var isPart = false
    return passages.map { passage in
      if passage.section.last != heading {
        heading = passage.section.last
        isPart = heading.map(isHeading) ?? false
      }
      return isPart
    }
  }

  /// Whether a heading, or the title of a text, announces a list of sources.
  static func isHeading(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    let words = heading.split(whereSeparator: { !$0.isLetter }).map(String.init)
    guard words.count <= 6 else { return false }
    return words.contains { headings.contains($0) && $0 != "works" && $0 != "literature" }
      || heading.contains("works cited") || heading.contains("further reading")
      || heading.contains("ouvrages cités") || heading.contains("obras citadas")
      || heading.contains("opere citate")
  }

  /// The entries of the passage; empty if it has none.
  ///
  /// - Parameter before: The authors of the entry before, whom `———` stands for; updated.
  func entries(after before: inout [String]) -> [ParsedReference] {
    var found: [ParsedReference] = []
    let starts = starts()
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : passage.tokens.count
      let piece = passage.tokens[start..<end]
      guard piece.count >= 4, let first = piece.first, let last = piece.last else { continue }
      let reader = EntryReader(
        piece.prefix(Self.longest), text: passage.text, names: parser.names)
      guard let source = reader.entry(after: before), source.title != nil else { continue }
      before = source.names
      found.append(
        ParsedReference(
          range: first.range.lowerBound..<last.range.upperBound, source: source, via: [],
          rule: .bibliography))
    }
    return found
  }

  /// The entry that a passage outside of such a section is by its form: an inverted name, a title in
  /// italics or quotation marks, and a year.
  func loneEntry() -> ParsedReference? {
    let tokens = passage.tokens
    guard tokens.count >= 8, tokens.count <= Self.longest, let first = tokens.first,
      first.isCapital,
      let last = tokens.last,
      let source = EntryReader(tokens[...], text: passage.text, names: parser.names).inverted(),
      source.isSet || source.isArticle, source.year != nil
    else { return nil }
    return ParsedReference(
      range: first.range.lowerBound..<last.range.upperBound, source: source, via: [],
      rule: .bibliography)
  }

  /// The authors named at the beginning of entries.
  func authors() -> [String] {
    starts().flatMap {
      EntryAuthors.read(
        passage.tokens[$0...].prefix(40), passage.text, names: parser.names)?.names ?? []
    }
  }

  /// Whether the name that was read at a place begins the next entry, going by what precedes it.
  private func isNext(_ authors: EntryAuthors, at index: Int, _ before: Token) -> Bool {
    if authors.isSure { return before.kind != .number || before.folded.count == 4 }
    guard before.isSign("."), index >= 2 else { return false }
    return passage.tokens[index - 2].kind == .number
      || passage.tokens[authors.next...].prefix(2).contains {
        SourceReader.isQuote($0) || $0.emphasis != 0
      }
  }

  private func isEnd(_ token: Token) -> Bool {
    token.kind == .number && token.folded.count == 4
      || token.kind == .sign && [".", ")", "]", "\"", "”", "»"].contains(token.folded)
  }

  /// Where entries begin: at the beginning, and after the end of another at a name or `———`.
  private func starts() -> [Int] {
    let tokens = passage.tokens
    guard !tokens.isEmpty else { return [] }
    var starts = [0]
    let addresses = Set(WebReference.addresses(tokens[...]).map(\.upperBound))
    for index in tokens.indices.dropFirst(6) {
      let before = tokens[index - 1]
      guard let start = starts.last, index - start >= 6,
        isEnd(before) || addresses.contains(index),
        before.range.upperBound < tokens[index].range.lowerBound
      else { continue }
      let rest = tokens[index...].prefix(40)
      if EntryAuthors.dash(rest) != nil {
        starts.append(index)
      } else if tokens[index].isCapital, tokens[index].emphasis == 0,
        let authors = EntryAuthors.read(rest, passage.text, names: parser.names),
        isNext(authors, at: index, before),
        !before.isSign(".") || !tokens[index - 2].isInitial
      {
        starts.append(index)
      }
    }
    return starts
  }
}
