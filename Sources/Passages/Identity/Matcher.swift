// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Pairs the passages of two states of a text.
struct Matcher {
  /// Passages between two pairs that have no partner yet.
  struct Gap {
    var old: [Int]
    var new: Range<Int>
  }

  private let previous: [Passage]
  private let current: [Passage]
  /// The old passage that each new one is.
  private(set) var old: [Int?]
  private var used: Set<Int> = []

  init(previous: [Passage], current: [Passage]) {
    self.previous = previous
    self.current = current
    old = Array(repeating: nil, count: current.count)
  }

  /// Pairs passages with the same words; of several with the same ones, the first with the first.
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

  /// The runs of new passages without a partner, each with the old ones that stood there.
  func gaps() -> [Gap] {
    var gaps: [Gap] = []
    var index = 0
    var lastOld = -1
    while index < current.count {
      if let place = old[index] {
        // Old ones between two pairs, where nothing new stands, are a gap too.
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

  /// Pairs passages of a gap that are alike, in order.
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

/// The distinct words of a text.
struct WordSet {
  private let words: Set<Substring>

  init(_ text: String) {
    words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0 })
  }

  /// The Dice coefficient of two sets: 1 if they are the same, 0 if nothing is shared.
  func likeness(to other: WordSet) -> Double {
    let sum = words.count + other.words.count
    return sum == 0 ? 1 : 2 * Double(words.intersection(other.words).count) / Double(sum)
  }

  /// How much of the words is in another text.
  func shareFound(in other: WordSet) -> Double {
    words.isEmpty ? 0 : Double(words.intersection(other.words).count) / Double(words.count)
  }
}
