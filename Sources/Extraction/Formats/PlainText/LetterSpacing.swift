// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Closes up words that are spaced out for emphasis (Sperrsatz) or in headings: `n i c h t`.
///
/// Single letters are a word if they spell one: one that the text also has closed up, or one of at
/// least five letters that reads like a word. Words are divided by wider gaps, punctuation and
/// capitals. Initials, lists of letters, formulas and rhyme schemes stay as they are, and so do
/// capitals amid a line, which are abbreviations and the heads of tables: `N S E W`, `W D L F A`.
struct LetterSpacing {
  /// How often each word occurs closed up, in lower case.
  private let counts: [String: Int]

  /// Maximum number of letters of a word.
  private static let maximumLength = 32
  /// Letters that Fraktur sets as one type even in spaced words (Duden, Schriftsatz).
  private static let ligatures: Set<String> = [
    "ch", "ck", "ſt", "tz", "st", "ff", "fi", "fl", "ſſ",
  ]
  /// Words of one letter in European languages.
  private static let oneLetterWords: Set<Character> = Set("aàeèioòuyæøåавикосуяz")

  /// A word in single letters.
  private struct Word {
    var tokens: Range<Int>
    var text: String
    var letters: String
    /// Whether the line has nothing else.
    var fillsLine = false
    /// Whether the line has signs of formulas.
    var isInFormula = false

    var areCapitals: Bool { !text.contains(where: \.isLowercase) }
  }

  /// Joins the spaced words of all lines.
  static func join(_ lines: inout [TextLine], _ words: inout WordCounts) {
    let spaced = lines.indices.filter { !lines[$0].gaps.isEmpty }
    guard !spaced.isEmpty else { return }
    let spacing = LetterSpacing(words.counted(lines))
    let runs = spaced.map { spacing.runs(in: lines[$0]) }
    // A text that spaces one word that is certain also spaces shorter ones.
    let isSure = runs.joined().contains {
      !$0.areCapitals && spacing.accepts($0, isSure: false)
    }
    for (index, runs) in zip(spaced, runs) {
      let accepted = runs.filter { spacing.accepts($0, isSure: isSure) }
      if !accepted.isEmpty { lines[index].close(accepted.map { ($0.tokens, $0.text) }) }
    }
    for index in spaced { lines[index].gaps = [] }
  }

  private init(_ counts: [String: Int]) { self.counts = counts }

  // MARK: Runs

  /// The words that a line has in single letters, in order.
  private func runs(in line: TextLine) -> [Word] {
    let tokens = line.text.split(separator: " ").map(String.init)
    guard tokens.count == line.gaps.count + 1 else { return [] }
    var words: [Word] = []
    var index = 0
    while index < tokens.count {
      var end = index
      while end < tokens.count, Self.core(tokens[end]) != nil { end += 1 }
      if end - index >= 3 { words += divided(index..<end, tokens, line.gaps) }
      index = max(end, index + 1)
    }
    let fillsLine = words.reduce(0) { $0 + $1.tokens.count } == tokens.count
    let isFormula = tokens.contains { $0.contains { "=+<>≤≥×÷∑√|^".contains($0) } }
    for index in words.indices {
      words[index].fillsLine = fillsLine
      words[index].isInFormula = isFormula
    }
    return words
  }

  /// The letters of a token that may belong to a spaced word, without its punctuation.
  private static func core(_ token: String) -> Substring? {
    guard token.utf8.count <= 16 else { return nil }
    if token == "-" { return token[...] }
    let core = token.drop { "„“\"«»‚‘(['".contains($0) }.prefix { $0.isLetter }
    let rest = token[core.endIndex...]
    guard rest.allSatisfy({ !$0.isLetter && !$0.isNumber }), rest.count <= 3 else { return nil }
    return core.count == 1 || ligatures.contains(String(core)) ? core : nil
  }

  /// Divides a run of letters into words.
  private func divided(_ run: Range<Int>, _ tokens: [String], _ gaps: [UInt8]) -> [Word] {
    let inner = run.dropLast()
    let least = inner.map { gaps[$0] }.min() ?? 1
    var words: [Word] = []
    var start = run.lowerBound
    for index in run {
      let isLast = index == run.upperBound - 1
      var ends = isLast || gaps[index] >= least * 2
      if !isLast, !ends {
        let next = tokens[index + 1]
        ends =
          tokens[index] != "-"
          && (tokens[index].last?.isLetter == false || next.first?.isLetter == false && next != "-"
            || tokens[index].last?.isLowercase == true && next.first?.isUppercase == true)
      }
      guard ends else { continue }
      words += word(start..<(index + 1), tokens)
      start = index + 1
    }
    return words
  }

  /// The word that tokens spell; two if it runs on from a word of one letter or a chapter's name.
  private func word(_ range: Range<Int>, _ tokens: [String]) -> [Word] {
    func make(_ range: Range<Int>) -> Word {
      let text = tokens[range].joined()
      return Word(tokens: range, text: text, letters: text.filter(\.isLetter).lowercased())
    }
    let whole = make(range)
    guard range.count >= 3, counts[whole.letters] == nil else { return [whole] }
    let rest = make((range.lowerBound + 1)..<range.upperBound)
    if let first = whole.letters.first, Self.oneLetterWords.contains(first),
      counts[rest.letters] != nil
    {
      return [rest]
    }
    for length in stride(from: range.count - 1, through: 4, by: -1) {
      let name = make(range.lowerBound..<(range.lowerBound + length))
      let number = make((range.lowerBound + length)..<range.upperBound)
      if Headings.names.contains(name.letters), PageNumber.isRoman(number.letters[...]) {
        return number.tokens.count > 1 ? [name, number] : [name]
      }
    }
    return [whole]
  }

  // MARK: Words

  private func accepts(_ word: Word, isSure: Bool) -> Bool {
    let letters = Array(word.letters)
    guard word.tokens.count >= 2, (2...Self.maximumLength).contains(letters.count),
      !Self.isSequence(letters)
    else { return false }
    let isKnown = counts[word.letters] != nil
    if word.areCapitals {
      guard word.fillsLine || isKnown && letters.count >= 4 else {
        return isKnown && isSure
      }
      if isSure, PageNumber.isRoman(word.letters[...]) { return true }
      return isKnown && letters.count >= 3
        || letters.count >= 5 && Self.readsLikeWord(word.text, letters, least: 4)
    }
    if isKnown { return letters.count >= 3 || isSure }
    return !word.isInFormula && letters.count >= (isSure ? 3 : 5)
      && Self.readsLikeWord(word.text, letters, least: 7)
  }

  /// Whether letters follow each other in the alphabet: `A B C`, `x y z`.
  private static func isSequence(_ letters: [Character]) -> Bool {
    zip(letters, letters.dropFirst()).allSatisfy { one, next in
      guard let from = one.unicodeScalars.first?.value, let to = next.unicodeScalars.first?.value
      else { return false }
      return to == from + 1
    }
  }

  /// Whether letters alternate as in words, and are not a list of letters.
  ///
  /// - Parameter least: Number of letters of which at least one is a vowel.
  private static func readsLikeWord(_ text: String, _ letters: [Character], least: Int) -> Bool {
    let bare = text.filter(\.isLetter)
    let isOneCase = bare == bare.uppercased() || bare.dropFirst().allSatisfy { !$0.isUppercase }
    let vowels = letters.count { isVowel($0) }
    let steps = zip(letters, letters.dropFirst()).count { one, next in
      guard let from = one.unicodeScalars.first?.value, let to = next.unicodeScalars.first?.value
      else { return false }
      return to == from + 1 || to == from
    }
    return isOneCase && vowels * least >= letters.count && vowels * 10 <= letters.count * 8
      && steps * 2 < letters.count - 1 && !letters.allSatisfy { "abcdefgh".contains($0) }
  }

  private static func isVowel(_ letter: Character) -> Bool {
    let base = String(letter).decomposed.first ?? letter
    return "aeiouyæøœаеёиоуыэюяіїєαεηιουω".contains(base)
  }
}

extension String {
  /// The base letter of each letter, followed by its marks (canonical decomposition).
  fileprivate var decomposed: [Character] {
    unicodeScalars.map { Character(Normalization.base(of: $0)) }
  }
}

extension TextLine {
  /// Closes up words, recording each as a repair.
  ///
  /// - Parameter words: Tokens of each word, and the text that replaces them, in order.
  mutating func close(
    _ words: [(tokens: Range<Int>, text: String)], rule: String = "letter-spacing"
  ) {
    let tokens = text.split(separator: " ")
    var new = ""
    var scalars = 0
    var index = 0
    var words = words[...]
    func space() {
      guard !new.isEmpty else { return }
      new += " "
      scalars += 1
    }
    while index < tokens.count {
      space()
      if let word = words.first, word.tokens.lowerBound == index {
        words = words.dropFirst()
        let length = word.text.unicodeScalars.count
        repairs.append(
          Repair(
            range: scalars..<(scalars + length),
            printed: tokens[word.tokens].joined(separator: " "), rule: rule))
        new += word.text
        scalars += length
        index = word.tokens.upperBound
      } else {
        new += tokens[index]
        scalars += tokens[index].unicodeScalars.count
        index += 1
      }
    }
    text = new
    length = scalars
  }
}
