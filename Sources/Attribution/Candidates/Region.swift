// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Words near a quotation among which its speaker may be named.
struct Region {
  enum Kind: Int {
    /// Between two parts of what is said, in one sentence.
    case between
    /// After the words, in the same sentence.
    case after
    /// Before the words, in the same sentence.
    case before
    /// The end of the paragraph before.
    case lead
    /// A sentence before, in the same paragraph.
    case previous
    /// The sentence after.
    case next
  }

  var kind: Kind
  var passage: Int
  var tokens: Range<Int>
  /// Number of sentences between these words and the quotation.
  var distance: Int
}

extension TextView {
  /// Most tokens on each side of a quotation that are read.
  private static let reach = 60
  /// Number of sentences before a quotation that are read.
  private static let sentencesBefore = 3

  /// The regions around a quotation, the nearest first.
  func regions(_ passage: Int, _ quote: Range<Int>) -> [Region] {
    let all = sentences[passage]
    guard let index = all.index(at: quote.lowerBound) else { return [] }
    let read = passages[passage]
    let sentence = all[index].tokens
    var regions: [Region] = []
    // After the words, up to what is quoted next.
    var end = quote.upperBound
    while end < sentence.upperBound, end < quote.upperBound + Self.reach, read.spanOfToken[end] < 0
    {
      end += 1
    }
    let goesOn = end < sentence.upperBound && read.spanOfToken[end] >= 0
    if end > quote.upperBound {
      regions.append(
        Region(
          kind: goesOn ? .between : .after, passage: passage, tokens: quote.upperBound..<end,
          distance: 0))
    }
    var start = quote.lowerBound
    while start > sentence.lowerBound, start > quote.lowerBound - Self.reach,
      read.spanOfToken[start - 1] < 0
    {
      start -= 1
    }
    let follows = start > sentence.lowerBound && read.spanOfToken[start - 1] >= 0
    if start < quote.lowerBound {
      regions.append(
        Region(
          kind: follows ? .between : .before, passage: passage, tokens: start..<quote.lowerBound,
          distance: 0))
    }
    var paragraphBegins = beginsParagraph(passage, sentence.lowerBound)
    var place = index
    var distance = 0
    while !paragraphBegins, place > 0, distance < Self.sentencesBefore {
      place -= 1
      distance += 1
      let tokens = all[place].tokens
      regions.append(
        Region(
          kind: .previous, passage: passage,
          tokens: max(tokens.lowerBound, tokens.upperBound - Self.reach)..<tokens.upperBound,
          distance: distance))
      paragraphBegins = beginsParagraph(passage, tokens.lowerBound)
    }
    if distance == 0, start == sentence.lowerBound,
      let lead = lead(passage, sentence.lowerBound, index)
    {
      regions.append(lead)
    }
    if index + 1 < all.count, !beginsParagraph(passage, all[index + 1].tokens.lowerBound) {
      let tokens = all[index + 1].tokens
      regions.append(
        Region(
          kind: .next, passage: passage,
          tokens: tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + Self.reach),
          distance: 1))
    }
    return regions
  }

  /// The last sentence of the paragraph before.
  private func lead(_ passage: Int, _ token: Int, _ sentence: Int) -> Region? {
    var place = passage
    var tokens: Range<Int>
    if sentence > 0 {
      tokens = sentences[passage][sentence - 1].tokens
    } else {
      guard let before = previous(passage), let last = sentences[before].last else { return nil }
      place = before
      tokens = last.tokens
    }
    tokens = max(tokens.lowerBound, tokens.upperBound - Self.reach)..<tokens.upperBound
    // Without a colon or the like nothing says that the words were announced.
    let last = passages[place].tokens[tokens.upperBound - 1]
    let isBlock = sources[passage].kind == .quotation || sources[passage].kind == .verse
    guard isBlock || [":", ",", "—", "–", "-"].contains(last.folded) else { return nil }
    return Region(kind: .lead, passage: place, tokens: tokens, distance: 1)
  }
}
