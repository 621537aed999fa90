// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Matches the passages of a reindexed text with its previous ones so that labels stay the same.
///
/// A label belongs to words: whichever passage now has the words keeps the label. A passage whose
/// words have changed keeps its label if it stands between the same neighbours and shares half of
/// its words with the old passage. Labels left over are retired; if their words turn up in another
/// passage, the retired label points there. A label is never reused for other words.
struct Alignment {
  /// Least similarity of two versions of one passage (Dice coefficient of their words).
  private static let likeness = 0.5
  /// Largest number of pairs compared within one gap.
  private static let pairLimit = 4_096

  /// Labels of the new passages.
  private(set) var labels: [String]
  /// Labels no longer in use, oldest first.
  private(set) var retired: [RetiredPassage] = []
  /// Whether any label differs from the one assigned by the division.
  let changesLabels: Bool

  private let previous: [Passage]
  private let current: [Passage]
  /// Index of the old passage that each new passage corresponds to; `nil` if there is none.
  private var old: [Int?]

  init(previous: [Passage], retired: [RetiredPassage], current: [Passage]) {
    self.previous = previous
    self.current = current
    old = Array(repeating: nil, count: current.count)
    labels = current.map(\.label)
    var match = Matcher(previous: previous, current: current)
    match.matchEqual()
    let gaps = match.gaps()
    for gap in gaps where gap.new.count * gap.old.count <= Self.pairLimit {
      match.matchAlike(gap, likeness: Self.likeness)
    }
    old = match.old
    changesLabels = Self.assign(&labels, old: old, previous: previous, retired: retired)
    self.retired = retire(retired, gaps)
  }

  /// Gives matched passages their old labels and new passages labels never used before.
  private static func assign(
    _ labels: inout [String],
    old: [Int?],
    previous: [Passage],
    retired: [RetiredPassage]
  ) -> Bool {
    let wanted = labels
    var taken = Set(previous.map(\.label)).union(retired.map(\.label))
    for (index, old) in old.enumerated() {
      if let old {
        labels[index] = previous[old].label
        continue
      }
      var label = wanted[index]
      var suffix = 0
      while !taken.insert(label).inserted {
        suffix += 1
        label = wanted[index] + letters(suffix)
      }
      labels[index] = label
    }
    return labels != wanted
  }

  /// Suffixes `b`, `c` … `z`, `zb` …, so that `p31b` comes after `p31`.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 24 {
      text += "z"
      rest -= 24
    }
    return text + String(Character(Unicode.Scalar(UInt8(97 + rest))))
  }

  private func retire(_ before: [RetiredPassage], _ gaps: [Matcher.Gap]) -> [RetiredPassage] {
    let labelOfFingerprint = Dictionary(
      zip(current.map(\.fingerprint), labels),
      uniquingKeysWith: { first, _ in first }
    )
    let kept = Set(old.compactMap(\.self))
    var gapOfOld: [Int: Matcher.Gap] = [:]
    for gap in gaps { for index in gap.old { gapOfOld[index] = gap } }
    var now: [RetiredPassage] = []
    for (index, passage) in previous.enumerated() where !kept.contains(index) {
      now.append(
        RetiredPassage(
          label: passage.label,
          fingerprint: passage.fingerprint,
          movedTo: gapOfOld[index].flatMap { successor(of: passage, in: $0) }
        )
      )
    }
    let living = Set(labels)
    let newHome = Dictionary(
      now.map { ($0.label, $0.movedTo) },
      uniquingKeysWith: { first, _ in first }
    )
    return before.map { passage in
      var passage = passage
      if let label = labelOfFingerprint[passage.fingerprint] {
        passage.movedTo = label
      } else if let target = passage.movedTo, !living.contains(target) {
        passage.movedTo = newHome[target] ?? nil
      }
      return passage
    } + now
  }

  /// The new passage that contains the most of an old passage's words, if at least 60 %.
  private func successor(of passage: Passage, in gap: Matcher.Gap) -> String? {
    guard gap.new.count * gap.old.count <= Self.pairLimit else { return nil }
    let words = WordSet(passage.text)
    let near = (gap.new.lowerBound - 1)..<(gap.new.upperBound + 1)
    let candidates = near.clamped(to: 0..<current.count).prefix(64)
    let best = candidates.map { ($0, words.shareFound(in: WordSet(current[$0].text))) }
      .max { $0.1 < $1.1 }
    guard let best, best.1 >= 0.6 else { return nil }
    return labels[best.0]
  }
}
