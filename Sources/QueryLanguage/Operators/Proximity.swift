// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words that stand near each other: `NEAR`, and in order `ADJ`.
package struct Proximity: QueryUnit {
  /// The sides; of each any form may stand.
  package var sides: [[Form]]
  /// How far each may be from the next, in words: 1 is directly beside it.
  package var distance: Int
  /// Whether they stand in the order in which they are named: `ADJ`.
  package var isOrdered: Bool

  /// Creates words that stand near each other.
  package init(sides: [[Form]], distance: Int, isOrdered: Bool) {
    self.sides = sides
    self.distance = distance
    self.isOrdered = isOrdered
  }

  /// How many positions all of them span at most.
  package var window: Int { distance * (sides.count - 1) + 1 }

  package var described: String {
    let sides = sides.map { forms in
      forms.count == 1
        ? forms[0].described : "(\(forms.map(\.described).joined(separator: " OR ")))"
    }
    return sides.joined(separator: " \(isOrdered ? "ADJ" : "NEAR")/\(distance) ")
  }
  package var binding: QueryBinding { .tied }
  package func mappingWords(_ change: (Word) -> Word) -> QueryNode { .near(self) }
}
