// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Splits a long paragraph into parts of about 250 words, at sentence ends.
enum Division {
  /// Target length of a part, in words.
  static let wordGoal = 250
  /// Longest paragraph that stays whole, in words.
  static let longestWhole = 375
  /// Upper limit for a part in code points, for text with few spaces.
  static let longestPart = 4_000

  /// Ranges of the parts in code points; only the spaces between them are left out.
  ///
  /// - Returns: `nil` if the text is not split.
  /// - Complexity: O(*n*).
  static func parts(of text: String) -> [Range<Int>]? {
    let (words, bytes) = measure(text)
    guard words > longestWhole || bytes > longestPart else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard words > longestWhole || scalars.count > longestPart else { return nil }
    let count = max(
      (words + wordGoal / 2) / wordGoal,
      (scalars.count + longestPart - 1) / longestPart,
      1
    )
    return divide(scalars, into: count)
  }

  private static func measure(_ text: String) -> (words: Int, bytes: Int) {
    var text = text
    return text.withUTF8 { bytes in
      (bytes.reduce(1) { $0 + ($1 == 0x20 || $1 == 0x0A ? 1 : 0) }, bytes.count)
    }
  }

  /// Splits into equal shares at the nearest sentence start, or at a word, or else anywhere.
  private static func divide(_ text: [Unicode.Scalar], into count: Int) -> [Range<Int>] {
    let sentences = SentenceEnds.starts(in: text)
    let words = text.indices.filter { $0 > 0 && isSpace(text[$0 - 1]) }
    let share = text.count / count
    var parts: [Range<Int>] = []
    var start = 0
    for number in 1..<max(count, 2) {
      let goal = number * share
      guard number < count, goal > start else { continue }
      let slack = share / 2
      let cut =
        nearest(sentences, to: goal, within: slack) ?? nearest(words, to: goal, within: slack)
        ?? goal
      guard cut > start, cut < text.count else { continue }
      parts.append(trimmed(start..<cut, in: text))
      start = cut
    }
    parts.append(trimmed(start..<text.count, in: text))
    return parts.filter { !$0.isEmpty }
  }

  private static func nearest(_ places: [Int], to goal: Int, within slack: Int) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < goal { low = middle + 1 } else { high = middle }
    }
    let candidates = [low - 1, low].filter { places.indices.contains($0) }.map { places[$0] }
    return candidates.filter { abs($0 - goal) <= slack }.min { abs($0 - goal) < abs($1 - goal) }
  }

  private static func trimmed(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(text[lower]) { lower += 1 }
    while upper > lower, isSpace(text[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }
}
