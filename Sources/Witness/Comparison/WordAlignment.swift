// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Pairs the words of a source with those of a target; no word is paired twice.
///
/// Long common runs are found first, wherever they are (greedy tiling over sequences of words, as
/// in Wise's *Running Karp-Rabin Matching and Greedy String Tiling*, 1993); then what lies between
/// two runs is compared letter by letter, so that a divided or joined word does not count; then
/// single words that remain on both sides.
struct WordAlignment {
  let source: WordList
  let target: WordList
  /// For each word of the source, its partner in the target; -1 if it has none.
  private(set) var partners: [Int32]
  /// Whether each word of the target has a partner.
  private(set) var isUsed: [Bool]

  init(_ source: WordList, _ target: WordList) {
    self.source = source
    self.target = target
    partners = Array(repeating: -1, count: source.count)
    isUsed = Array(repeating: false, count: target.count)
  }

  mutating func pair(_ word: Int, _ other: Int) {
    partners[word] = Int32(other)
    isUsed[other] = true
  }

  func isFree(_ word: Int, _ other: Int) -> Bool {
    partners[word] < 0 && !isUsed[other] && source.hashes[word] == target.hashes[other]
  }

  /// Pairs common runs of at least `size` words.
  ///
  /// - Parameter isOpen: Whether a word of the target may be paired.
  mutating func tile(size: Int, isOpen: (Int) -> Bool = { _ in true }) {
    var index = GramIndex(target.hashes, size: size) { !isUsed[$0] && isOpen($0) }
    var cursor = 0
    var word = 0
    while word < source.count {
      if partners[word] >= 0 {
        cursor = Int(partners[word]) + 1
        word += 1
        continue
      }
      guard
        var other = index.position(
          of: source.hashes, at: word, from: cursor,
          isFree: { start in
            (0..<size).allSatisfy { !isUsed[start + $0] && isOpen(start + $0) }
          }),
        (0..<size).allSatisfy({ partners[word + $0] < 0 })
      else {
        word += 1
        continue
      }
      var (before, otherBefore) = (word - 1, other - 1)
      while before >= 0, otherBefore >= 0, isFree(before, otherBefore), isOpen(otherBefore) {
        pair(before, otherBefore)
        before -= 1
        otherBefore -= 1
      }
      while word < source.count, other < target.count, isFree(word, other), isOpen(other) {
        pair(word, other)
        word += 1
        other += 1
      }
      cursor = other
    }
  }

  /// The longest runs of words of the source without partners.
  var gaps: [Range<Int>] {
    var gaps: [Range<Int>] = []
    var word = 0
    while word < source.count {
      guard partners[word] < 0 else {
        word += 1
        continue
      }
      let start = word
      while word < source.count, partners[word] < 0 { word += 1 }
      gaps.append(start..<word)
    }
    return gaps
  }

  /// The longest runs of words of the target without partners.
  var unused: [Range<Int>] {
    var runs: [Range<Int>] = []
    var word = 0
    while word < target.count {
      guard !isUsed[word] else {
        word += 1
        continue
      }
      let start = word
      while word < target.count, !isUsed[word] { word += 1 }
      runs.append(start..<word)
    }
    return runs
  }
}
