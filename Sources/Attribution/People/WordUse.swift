// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How often a text capitalises its words; a word also written in lower case is hardly a name.
struct WordUse {
  private struct Counts {
    var small: Int32 = 0
    var capital: Int32 = 0
  }

  /// Signs after which a sentence can begin.
  private static let opening = Set(".?!:\"“‘([".unicodeScalars)

  private var counts: [String: Counts] = [:]

  /// Counts the words of a passage; words at the start of a sentence are not informative.
  mutating func count(_ tokens: [Token]) {
    var isStart = true
    for token in tokens {
      switch token.kind {
      case .word:
        if !token.isCapital {
          counts[token.folded, default: Counts()].small += 1
        } else if !isStart {
          counts[token.folded, default: Counts()].capital += 1
        }
        isStart = false
      case .number: isStart = false
      case .sign: if token.isSign(in: Self.opening) { isStart = true }
      }
    }
  }

  /// Whether the text uses a word as an ordinary word rather than a name.
  func isCommon(_ word: String) -> Bool {
    guard let count = counts[word] else { return false }
    return count.small > 0 && count.small * 3 >= count.capital
  }

  /// Whether the text ever writes the word in lower case.
  func isSmall(_ word: String) -> Bool { (counts[word]?.small ?? 0) > 0 }

  /// Whether the word is capitalised within sentences and hardly ever written in lower case.
  func isProper(_ word: String) -> Bool {
    guard let count = counts[word] else { return false }
    return count.capital > 0 && count.small * 4 <= count.capital
  }
}
