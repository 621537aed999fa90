// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension WordAlignment {
  /// Largest number of words of the target in a gap.
  private static let widest = 2_000
  /// Largest product of words on both sides that is compared word by word.
  private static let largestTable = 40_000
  /// Maximum number of words in a mark within a word, as in `[Pg 12]`.
  private static let longestMark = 3

  /// Compares what lies between paired runs.
  mutating func fillGaps() {
    for gap in gaps {
      let start = gap.lowerBound > 0 ? Int(partners[gap.lowerBound - 1]) + 1 : 0
      var end = start
      while end < target.count, end - start < Self.widest, !isUsed[end] { end += 1 }
      fill(gap, start..<end)
      guard let rest = remaining(gap) else { continue }
      let last = gap.upperBound < source.count ? Int(partners[gap.upperBound]) : target.count
      var first = last
      while first > 0, last - first < Self.widest, !isUsed[first - 1] { first -= 1 }
      fill(rest, first..<last)
    }
  }

  /// Pairs the two parts of a word that a mark divides, as in `man[Pg 12]hood`, with the whole word.
  mutating func joinAroundMarks() {
    for (one, next) in zip(gaps, gaps.dropFirst()) {
      guard one.count == 1, next.count == 1,
        next.lowerBound - one.upperBound <= Self.longestMark,
        (one.upperBound..<next.lowerBound).allSatisfy({ source.isMark($0) })
      else { continue }
      let (start, end) = (one.lowerBound, next.lowerBound)
      let letters = Array(source.letters(one) + source.letters(next))
      let after = start > 0 ? Int(partners[start - 1]) + 1 : 0
      let before = end + 1 < source.count ? Int(partners[end + 1]) - 1 : target.count - 1
      for other in [after, before]
      where target.hashes.indices.contains(other) && !isUsed[other]
        && target.letters(other..<(other + 1)).elementsEqual(letters)
      {
        pair(start, other)
        pair(end, other)
        break
      }
    }
  }

  /// The part of a gap, from its first to its last word, that has no partners yet.
  private func remaining(_ gap: Range<Int>) -> Range<Int>? {
    guard let first = gap.first(where: { partners[$0] < 0 }),
      let last = gap.last(where: { partners[$0] < 0 })
    else { return nil }
    return first..<(last + 1)
  }

  private mutating func fill(_ gap: Range<Int>, _ other: Range<Int>) {
    var (gap, other) = (gap, other)
    pairLetters(&gap, &other, isForward: true)
    pairLetters(&gap, &other, isForward: false)
    guard !gap.isEmpty, !other.isEmpty, gap.count * other.count <= Self.largestTable else { return }
    pairWords(gap, other)
  }

  /// Pairs words whose letters, put together, are the same: `revolu tion` and `revolution`.
  private mutating func pairLetters(
    _ gap: inout Range<Int>, _ other: inout Range<Int>, isForward: Bool
  ) {
    var (word, match) = (0, 0)
    var (letters, otherLetters) = (0, 0)
    var done = (0, 0)
    var pairs: [(Int, Int)] = []
    func place(_ range: Range<Int>, _ offset: Int) -> Int {
      isForward ? range.lowerBound + offset : range.upperBound - 1 - offset
    }
    while word < gap.count, match < other.count {
      let one = place(gap, word)
      let two = place(other, match)
      let oneLetters = source.letters(one..<(one + 1))
      let twoLetters = target.letters(two..<(two + 1))
      let (ended, otherEnded) = (letters + oneLetters.count, otherLetters + twoLetters.count)
      guard
        Self.agree(oneLetters, letters, twoLetters, otherLetters, isForward: isForward)
      else { break }
      pairs.append((one, two))
      if ended <= otherEnded {
        word += 1
        letters = ended
      }
      if otherEnded <= ended {
        match += 1
        otherLetters = otherEnded
      }
      if ended == otherEnded { done = (word, match) }
    }
    // Each word of the source is paired; of the target, those that share letters with one.
    let last = pairs.lastIndex { place(gap, done.0 - 1) == $0.0 } ?? -1
    if done.0 > 0 {
      for (one, two) in pairs[...last] { pair(one, two) }
    }
    if isForward {
      gap = (gap.lowerBound + done.0)..<gap.upperBound
      other = (other.lowerBound + done.1)..<other.upperBound
    } else {
      gap = gap.lowerBound..<(gap.upperBound - done.0)
      other = other.lowerBound..<(other.upperBound - done.1)
    }
  }

  /// Whether two words agree where they overlap, given how many letters came before each.
  private static func agree(
    _ one: ArraySlice<UInt8>, _ before: Int, _ two: ArraySlice<UInt8>, _ otherBefore: Int,
    isForward: Bool
  ) -> Bool {
    let start = max(before, otherBefore)
    let end = min(before + one.count, otherBefore + two.count)
    guard start < end else { return false }
    for letter in start..<end {
      let (left, right) = (letter - before, letter - otherBefore)
      let same =
        isForward
        ? one[one.startIndex + left] == two[two.startIndex + right]
        : one[one.endIndex - 1 - left] == two[two.endIndex - 1 - right]
      if !same { return false }
    }
    return true
  }

  /// Pairs the words of a longest common subsequence.
  private mutating func pairWords(_ gap: Range<Int>, _ other: Range<Int>) {
    let width = other.count + 1
    var lengths = [UInt16](repeating: 0, count: (gap.count + 1) * width)
    for row in stride(from: gap.count - 1, through: 0, by: -1) {
      for column in stride(from: other.count - 1, through: 0, by: -1) {
        let isSame =
          source.hashes[gap.lowerBound + row] == target.hashes[other.lowerBound + column]
        lengths[row * width + column] =
          isSame
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    var (lastRow, lastColumn) = (0, 0)
    func closeGap(_ alignment: inout WordAlignment) {
      var left = (gap.lowerBound + lastRow)..<(gap.lowerBound + row)
      var right = (other.lowerBound + lastColumn)..<(other.lowerBound + column)
      alignment.pairLetters(&left, &right, isForward: true)
      alignment.pairLetters(&left, &right, isForward: false)
    }
    while row < gap.count, column < other.count {
      if source.hashes[gap.lowerBound + row] == target.hashes[other.lowerBound + column] {
        closeGap(&self)
        pair(gap.lowerBound + row, other.lowerBound + column)
        row += 1
        column += 1
        (lastRow, lastColumn) = (row, column)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    (row, column) = (gap.count, other.count)
    closeGap(&self)
  }
}
