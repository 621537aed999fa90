// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The best local alignment of two sequences of words (Smith and Waterman 1981).
struct WordAlignment {
  /// The places of a word that is in both sequences.
  struct Pair: Hashable {
    var asked: Int
    var found: Int
  }

  private static let same: Int32 = 8
  private static let changed: Int32 = -4
  private static let missing: Int32 = -4
  /// A smaller penalty, since quotations omit words more often than they add them.
  private static let leftOut: Int32 = -2
  /// A word at either end that is this many words away is considered a chance match.
  private static let stray = 3

  /// The pairs of equal words, in order.
  let pairs: [Pair]

  /// Aligns words with those of a text.
  ///
  /// - Complexity: O(*n* · *m*).
  init(of asked: [String], with found: [String]) {
    var numbers: [String: Int32] = [:]
    for word in asked where numbers[word] == nil { numbers[word] = Int32(numbers.count) }
    let rows = asked.map { numbers[$0] ?? -1 }
    let columns = found.map { numbers[$0] ?? -1 }
    guard !rows.isEmpty, columns.contains(where: { $0 >= 0 }) else {
      pairs = []
      return
    }
    let width = columns.count + 1
    var steps = [UInt8](repeating: 0, count: (rows.count + 1) * width)
    let end = Self.fill(&steps, rows, columns)
    pairs = Self.trimmed(Self.path(steps, width: width, from: end, rows, columns))
  }

  /// Fills the table of steps: 1 for both, 2 for a word of the quotation, 3 for a word of the text.
  private static func fill(
    _ steps: inout [UInt8], _ rows: [Int32], _ columns: [Int32]
  ) -> (row: Int, column: Int) {
    let width = columns.count + 1
    var above = [Int32](repeating: 0, count: width)
    var best: (score: Int32, row: Int, column: Int) = (0, 0, 0)
    steps.withUnsafeMutableBufferPointer { steps in
      above.withUnsafeMutableBufferPointer { above in
        for (index, word) in rows.enumerated() {
          var diagonal: Int32 = 0
          var left: Int32 = 0
          let offset = (index + 1) * width
          for column in 1..<width {
            let both = diagonal + (word == columns[column - 1] ? same : changed)
            let up = above[column] + missing
            let across = left + leftOut
            var score: Int32 = 0
            var step: UInt8 = 0
            if both > score { (score, step) = (both, 1) }
            if up > score { (score, step) = (up, 2) }
            if across > score { (score, step) = (across, 3) }
            diagonal = above[column]
            above[column] = score
            left = score
            steps[offset + column] = step
            if score > best.score { best = (score, index + 1, column) }
          }
        }
      }
    }
    return (best.row, best.column)
  }

  private static func path(
    _ steps: [UInt8], width: Int, from end: (row: Int, column: Int), _ rows: [Int32],
    _ columns: [Int32]
  ) -> [Pair] {
    var pairs: [Pair] = []
    var (row, column) = end
    while row > 0, column > 0 {
      switch steps[row * width + column] {
      case 1:
        row -= 1
        column -= 1
        if rows[row] == columns[column] { pairs.append(Pair(asked: row, found: column)) }
      case 2: row -= 1
      case 3: column -= 1
      default: return pairs.reversed()
      }
    }
    return pairs.reversed()
  }

  private static func trimmed(_ pairs: [Pair]) -> [Pair] {
    var pairs = pairs[...]
    while pairs.count > 2, pairs[pairs.startIndex + 1].found - pairs[pairs.startIndex].found > stray
    {
      pairs.removeFirst()
    }
    while pairs.count > 2, pairs[pairs.endIndex - 1].found - pairs[pairs.endIndex - 2].found > stray
    {
      pairs.removeLast()
    }
    return Array(pairs)
  }
}
