// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads personal names from tokens.
struct NameReader {
  let words: WordUse

  /// Whether the tokens consist entirely of names: `E. H. Carr`, `Dorril and Ramsay`,
  /// `Marx & Engels`.
  ///
  /// - Parameter isSure: Whether the context calls for a name, so that even an ordinary word can be
  ///   one: `Black, Op. Cit.`
  func isNames(_ tokens: ArraySlice<Token>, isSure: Bool = false) -> Bool {
    var hasFamily = false
    var length = 0
    var isAnyProper = false
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .number: return false
      case .sign:
        guard [".", ",", "&", "(", ")", "'", "’", "‘"].contains(token.folded) else { return false }
        if token.folded == "&" || token.folded == "," {
          guard hasFamily else { return false }
          length = 0
        }
      case .word:
        if token.isCapital {
          length += 1
          if length > 5 { return false }
          if token.range.count > 1 {
            if NameWords.notPersons.contains(token.folded), !isSure { return false }
            if ["The", "A", "An"].contains(where: { $0.lowercased() == token.folded }) {
              return false
            }
            if token.folded.utf8.contains(where: { $0 &- 0x30 < 10 }) { return false }
            if length == 1, Self.opening.contains(token.folded),
              index + 1 == tokens.endIndex || !tokens[index + 1].isSign(".")
            {
              return false
            }
            // `IX, p. 125` is no name, `Pius IX` is.
            if !token.isRoman { hasFamily = true }
            if !words.isCommon(token.folded) { isAnyProper = true }
          } else {
            isAnyProper = true
          }
        } else if NameWords.particles.contains(token.folded) {
          continue
        } else if ["and", "und", "et", "with"].contains(token.folded) {
          guard hasFamily, index > tokens.startIndex else { return false }
          length = 0
        } else if ["al", "others", "ed", "eds", "editor", "editors"].contains(token.folded),
          hasFamily
        {
          continue
        } else if NameWords.suffixes.contains(token.folded) {
          continue
        } else {
          return false
        }
      }
    }
    // `Ibid., March, 1791`
    if let first = tokens.first,
      ReferenceWords.titleWords.contains(first.folded)
        || tokens.count == 1 && ReferenceWords.months.contains(first.folded)
    {
      return false
    }
    return hasFamily && (isAnyProper || isSure)
  }

  /// Splits tokens that consist of names into single names.
  func names(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> [String] {
    var names: [String] = []
    var start: Int?
    var end = 0
    func flush() {
      guard let first = start else { return }
      var name = Locators.string(tokens[first].range.lowerBound..<end, text)
      if name.hasSuffix("'s") || name.hasSuffix("’s") { name = String(name.dropLast(2)) }
      name = name.spacedWords.joined(separator: " ")
      names.append(NameCapitals.lowered(name, acronymsBelow: 5))
      start = nil
    }
    for index in tokens.indices {
      let token = tokens[index]
      let isDivisor =
        ["and", "und", "et", "with", "&", ",", "(", ")", ";"].contains(token.folded)
        && !(token.folded == "et" && index + 1 < tokens.endIndex
          && tokens[index + 1].folded == "al")
      if isDivisor {
        if token.folded == ",", index + 1 < tokens.endIndex,
          NameWords.suffixes.contains(tokens[index + 1].folded)
        {
          continue
        }
        flush()
      } else if ["ed", "eds", "editor", "editors", "al", "others"].contains(token.folded) {
        continue
      } else if token.kind == .word, token.folded == "et" {
        flush()
      } else if token.kind == .word {
        start = start ?? index
        end = token.range.upperBound
      } else if token.folded == ".", start != nil, tokens[index - 1].range.count <= 3 {
        end = token.range.upperBound
      }
    }
    flush()
    return names.filter { $0.contains(where: \.isLetter) }
  }

  /// Prepositions and the like that begin a sentence or title and no name, in the languages of which
  /// no list of such words is at hand here: `Nelle Opere`.
  private static let opening: Set<String> = ReferenceWords.small.subtracting(NameWords.particles)

  /// The folded family name, by which different forms of a name are matched.
  static func key(_ name: String) -> String {
    var name = name[...]
    // `Philmore (pseudonym of …)`, `“Philmore”`
    if let paren = name.firstIndex(of: "(") { name = name[..<paren] }
    let parts = name.spacedWords
    if let comma = parts.first, comma.hasSuffix(","), parts.count > 1 {
      return fold(comma.dropLast())
    }
    var last = parts.count - 1
    while last > 0, NameWords.suffixes.contains(fold(parts[last])) { last -= 1 }
    return last >= 0 ? fold(parts[last]) : ""
  }

  static func fold(_ word: some StringProtocol) -> String {
    // Fast path: most words are already folded.
    if word.utf8.allSatisfy({ $0 &- 0x61 < 26 }) { return String(word) }
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      let letters = word.utf8.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }.filter {
        $0 &- 0x61 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
      }
      return String(decoding: Array(letters), as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(
        Tokens.fold(Array(word.unicodeScalars)[...]).unicodeScalars.filter {
          Tokens.isLetter($0) || $0 == "-" || $0 == "'"
        }.map { PlainLetter.plain($0) }))
  }
}
