// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words near each other: `NEAR`, or in order, `ADJ`.
package struct Proximity: QueryUnit {
  /// The operands, each with its alternative forms.
  package var sides: [[Form]]
  /// The maximum distance of each operand from the next, in words; 1 means adjacent.
  package var distance: Int
  /// Whether the operands must be in the order of the query: `ADJ`.
  package var isOrdered: Bool

  /// Creates a proximity operator.
  package init(sides: [[Form]], distance: Int, isOrdered: Bool) {
    self.sides = sides
    self.distance = distance
    self.isOrdered = isOrdered
  }

  /// The maximum number of positions they span together.
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
