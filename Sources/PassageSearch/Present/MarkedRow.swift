// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words that match by their positions: a phrase, `NEAR` or `ADJ`.
struct MarkedRow {
  /// The required order of the words.
  enum Order {
    /// Directly after each other: a phrase, highlighted as a whole.
    case adjacent
    /// In order, within the window.
    case ordered
    /// In any order, within the window.
    case any
  }

  private let part: Int
  private let slots: [[String: Bool]]
  private let count: Int
  private let window: Int
  private let order: Order

  /// Creates a row; each slot lists the alternative terms for its place.
  init(_ part: Int, _ slots: [[String]], _ window: Int, _ order: Order) {
    self.part = part
    self.slots = slots.map { terms in
      Dictionary(terms.map { ($0, true) }, uniquingKeysWith: { first, _ in first })
    }
    count = slots.count
    self.window = window
    self.order = order
  }

  /// The ranges that match in the words of a text.
  func highlights(in tokens: some Collection<(String, Range<Int>)>) -> [Highlight] {
    var places = [[Int]](repeating: [], count: count)
    var ranges: [Range<Int>] = []
    for (index, token) in tokens.enumerated() {
      ranges.append(token.1)
      for slot in slots.indices where slots[slot][token.0] != nil { places[slot].append(index) }
    }
    guard !places.contains(where: \.isEmpty) else { return [] }
    switch order {
    case .adjacent:
      return adjacent(places).map {
        Highlight(
          range: ranges[$0].lowerBound..<ranges[$0 + count - 1].upperBound, part: part)
      }
    case .ordered: return ordered(places).map { Highlight(range: ranges[$0], part: part) }
    case .any: return near(places).map { Highlight(range: ranges[$0], part: part) }
    }
  }

  /// The places of words directly after each other.
  private func adjacent(_ places: [[Int]]) -> [Int] {
    let sets = places.map(Set.init)
    var found: [Int] = []
    for start in places[0]
    where start >= (found.last ?? -count) + count
      && sets.indices.allSatisfy({ sets[$0].contains(start + $0) })
    {
      found.append(start)
    }
    return found
  }

  /// The places of words in order within the window: each first word with the nearest following
  /// ones.
  private func ordered(_ places: [[Int]]) -> [Int] {
    var found: Set<Int> = []
    for start in places[0] {
      var row = [start]
      for slot in places.dropFirst() {
        guard let next = slot.first(where: { $0 > row[row.count - 1] }) else { break }
        row.append(next)
      }
      if row.count == count, row[count - 1] - start < window { found.formUnion(row) }
    }
    return found.sorted()
  }

  /// The places of words in all windows that contain one word of each slot.
  private func near(_ places: [[Int]]) -> [Int] {
    let events = places.enumerated()
      .flatMap { slot, places in places.map { (place: $0, slot: slot) } }
      .sorted { ($0.place, $0.slot) < ($1.place, $1.slot) }
    var found: Set<Int> = []
    var counts = [Int](repeating: 0, count: count)
    var first = 0
    for (last, event) in events.enumerated() {
      counts[event.slot] += 1
      while event.place - events[first].place >= window {
        counts[events[first].slot] -= 1
        first += 1
      }
      if !counts.contains(0) { for index in first...last { found.insert(events[index].place) } }
    }
    return found.sorted()
  }
}
