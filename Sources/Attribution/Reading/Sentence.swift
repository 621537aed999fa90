// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A sentence of running text, in which each quotation or reference counts as one element.
struct Sentence {
  /// Range of tokens.
  var tokens: Range<Int>

  /// Maximum length, counting each word and quotation as one and each reference as sixteen.
  ///
  /// Anything longer is not a sentence and is cut.
  private static let longest = 400

  /// Divides a passage into sentences.
  ///
  /// - Parameters:
  ///   - joins: Offsets at which a paragraph begins within the passage, in order.
  ///   - roles: What the words can do; a title with a full stop ends no sentence.
  static func sentences(
    _ passage: ReadPassage, joins: [Int] = [], roles: [WordRole] = []
  ) -> [Sentence] {
    let tokens = passage.tokens
    guard !tokens.isEmpty else { return [] }
    var sentences: [Sentence] = []
    var start = 0
    var reference = 0
    var length = 0
    var index = 0
    var join = 0
    while index < tokens.count {
      while reference < passage.references.count,
        passage.references[reference].range.upperBound <= tokens[index].range.lowerBound
      {
        reference += 1
      }
      var next = index + 1
      var isEnd = false
      let span = passage.spanOfToken[index]
      if reference < passage.references.count,
        passage.references[reference].range.contains(tokens[index].range.lowerBound)
      {
        let end = passage.references[reference].range.upperBound
        while next < tokens.count, tokens[next].range.lowerBound < end { next += 1 }
        length += 16
        // The full stop was inside the quotation before the bracket.
        isEnd = endsBefore(passage, tokens[index].range.lowerBound)
      } else if span >= 0 {
        while next < tokens.count, passage.spanOfToken[next] == span { next += 1 }
        isEnd = endsBefore(passage, passage.spans[Int(span)].range.upperBound)
      } else if [".", "!", "?"].contains(tokens[index].folded) {
        isEnd =
          index == 0
          || !isAbbreviation(tokens[index - 1], index <= roles.count ? roles[index - 1] : [])
      }
      length += 1
      while join < joins.count, joins[join] < tokens[index].range.upperBound { join += 1 }
      if join < joins.count, next < tokens.count, joins[join] <= tokens[next].range.lowerBound {
        // A paragraph ends here, with or without a full stop.
        length = 0
        sentences.append(Sentence(tokens: start..<next))
        start = next
        join += 1
      } else if next < tokens.count, length >= longest || isEnd && begins(passage, next) {
        length = 0
        sentences.append(Sentence(tokens: start..<next))
        start = next
      }
      index = next
    }
    sentences.append(Sentence(tokens: start..<tokens.count))
    return sentences
  }

  /// Whether a full stop precedes an offset, ignoring quotation marks and brackets.
  private static func endsBefore(_ passage: ReadPassage, _ place: Int) -> Bool {
    var index = place - 1
    while index >= 0 {
      let scalar = passage.text[index]
      if ".!?…".unicodeScalars.contains(scalar) { return true }
      guard scalar.isSpace || "\"'”’»)]".unicodeScalars.contains(scalar) else {
        return false
      }
      index -= 1
    }
    return false
  }

  /// Whether a sentence can begin at this token.
  private static func begins(_ passage: ReadPassage, _ index: Int) -> Bool {
    let token = passage.tokens[index]
    if token.isSign("[") || token.isSign("(") {
      // A reference belongs to the preceding sentence.
      return !passage.references(in: token.range).contains {
        $0.range.lowerBound == token.range.lowerBound
      }
    }
    if passage.spanOfToken[index] >= 0 {
      let inner = passage.spans[Int(passage.spanOfToken[index])].inner
      let first = passage.text[inner].first { !$0.isSpace && $0 != "[" }
      return first.map { Tokens.isCapital($0) || $0 == "[" } ?? false
        || passage.text[inner].first == "["
    }
    return token.isCapital || token.kind == .number || token.kind == .sign
  }

  private static func isAbbreviation(_ token: Token, _ role: WordRole) -> Bool {
    token.isInitial
      || token.range.count <= 5 && token.isCapital
        && role.has([.title, .titleOfMan, .titleOfWoman])
      || token.range.count <= 4 && role.has(.month) || abbreviations.contains(token.folded)
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "dr", "st", "vol", "no", "pp", "p", "cf", "ed", "eds", "prof", "e", "i", "g", "op",
    "cit", "ibid", "jr", "etc", "viz", "gen", "col", "rev", "hon", "sec", "ch", "art", "vs", "wm",
  ]
}
