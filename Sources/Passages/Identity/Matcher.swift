// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Pairs the passages of two versions of a text.
struct Matcher {
  /// A run of unmatched passages between two matched ones.
  struct Gap {
    var old: [Int]
    var new: Range<Int>
  }

  private let previous: [Passage]
  private let current: [Passage]
  /// Index of the old passage paired with each new one; `nil` if there is none.
  private(set) var old: [Int?]
  private var used: Set<Int> = []

  init(previous: [Passage], current: [Passage]) {
    self.previous = previous
    self.current = current
    old = Array(repeating: nil, count: current.count)
  }

  /// Pairs passages with equal words; duplicates are paired in order.
  mutating func matchEqual() {
    var places: [UInt64: [Int]] = [:]
    for (index, passage) in previous.enumerated().reversed() {
      places[passage.fingerprint, default: []].append(index)
    }
    for (index, passage) in current.enumerated() {
      guard let place = places[passage.fingerprint]?.popLast(),
        previous[place].kind == passage.kind
      else { continue }
      old[index] = place
      used.insert(place)
    }
  }

  /// Runs of unmatched new passages, each with the unmatched old passages from the same position.
  func gaps() -> [Gap] {
    var gaps: [Gap] = []
    var index = 0
    var lastOld = -1
    while index < current.count {
      if let place = old[index] {
        // Unmatched old passages form a gap even if nothing new replaced them.
        let lost = between(lastOld, place)
        if !lost.isEmpty { gaps.append(Gap(old: lost, new: index..<index)) }
        lastOld = place
        index += 1
        continue
      }
      let start = index
      while index < current.count, old[index] == nil { index += 1 }
      let next = index < current.count ? old[index] ?? previous.count : previous.count
      gaps.append(Gap(old: between(lastOld, next), new: start..<index))
      if index < current.count {
        lastOld = next
        index += 1
      } else {
        lastOld = previous.count
      }
    }
    let lost = between(lastOld, previous.count)
    if !lost.isEmpty { gaps.append(Gap(old: lost, new: current.count..<current.count)) }
    return gaps
  }

  private func between(_ first: Int, _ last: Int) -> [Int] {
    guard first + 1 < last else { return [] }
    return ((first + 1)..<last).filter { !used.contains($0) }
  }

  /// Pairs similar passages within a gap, keeping their order.
  mutating func matchAlike(_ gap: Gap, likeness: Double) {
    let sets = gap.old.map { WordSet(previous[$0].text) }
    var next = 0
    for index in gap.new where next < sets.count {
      let words = WordSet(current[index].text)
      let candidates = (next..<sets.count).filter {
        previous[gap.old[$0]].kind == current[index].kind
      }
      guard
        let best = candidates.map({ ($0, words.likeness(to: sets[$0])) })
          .max(by: { $0.1 < $1.1 }), best.1 >= likeness
      else { continue }
      old[index] = gap.old[best.0]
      used.insert(gap.old[best.0])
      next = best.0 + 1
    }
  }
}

/// The set of distinct words in a text.
struct WordSet {
  private let words: Set<Substring>

  init(_ text: String) {
    words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0 })
  }

  /// Dice coefficient of two sets: 1 if they are equal, 0 if they share nothing.
  func likeness(to other: WordSet) -> Double {
    let sum = words.count + other.words.count
    return sum == 0 ? 1 : 2 * Double(words.intersection(other.words).count) / Double(sum)
  }

  /// Fraction of the words that also occur in the other set, from 0 to 1.
  func shareFound(in other: WordSet) -> Double {
    words.isEmpty ? 0 : Double(words.intersection(other.words).count) / Double(words.count)
  }
}
