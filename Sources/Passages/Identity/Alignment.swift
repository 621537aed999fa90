// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Finds the passages of a text's earlier state again in its new one, so that labels stay.
///
/// A label belongs to words: the passage that has them keeps it, wherever it now stands. A passage
/// whose words have changed keeps its label if it stands between the same neighbours and shares
/// half of its words with what stood there. What is left over is retired; where its words are found
/// in another passage the label points there, and no label is ever given to other words.
struct Alignment {
  /// Shared words that make two passages two states of one (Dice coefficient).
  private static let likeness = 0.5
  /// The most pairs that are compared in one gap.
  private static let pairLimit = 4_096

  /// The labels of the new passages.
  private(set) var labels: [String]
  /// The labels that are no longer given, older ones first.
  private(set) var retired: [RetiredPassage] = []
  /// Whether any label is not the one that the division gave.
  let changesLabels: Bool

  private let previous: [Passage]
  private let current: [Passage]
  /// The old passage that each new one is.
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

  /// Gives matched passages their old labels, and new ones labels that nobody has had.
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

  /// `b`, `c` … `z`, `zb` …: `p31b` stands after p31.
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
          movedTo: gapOfOld[index].flatMap { home(of: passage, in: $0) }
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

  /// The new passage that holds most of an old one's words, if it holds most of them.
  private func home(of passage: Passage, in gap: Matcher.Gap) -> String? {
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
