// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the existing name that was probably meant by one that does not exist.
///
/// Names are compared without case, by edit distance (insertion, deletion, substitution,
/// transposition). A name that begins with the wanted one is a candidate too, after all that are close.
package struct NearestName: Sendable {
  /// Code points that are compared; what follows is ignored.
  private static let longest = 96
  /// The largest distance of long names; short ones may differ in a third of their code points.
  private static let largestDistance = 8
  /// The shortest beginning that stands for a whole name, in code points.
  private static let shortestBeginning = 4

  private let wanted: [Unicode.Scalar]
  private let limit: Int
  private let acceptsBeginnings: Bool
  private var distance: Int
  /// The nearest name so far; `nil` while none is near.
  package private(set) var name: String?

  /// Starts the search for a name.
  ///
  /// - Parameter limit: The largest distance; `nil` for one that suits the length of the name, and
  ///   for beginnings to be accepted too.
  package init(to wanted: String, limit: Int? = nil) {
    let scalars = Self.scalars(wanted)
    self.wanted = scalars
    self.limit =
      limit.map { min($0, scalars.count - 1) }
      ?? min(max(1, scalars.count / 3), Self.largestDistance)
    acceptsBeginnings = limit == nil
    distance = self.limit + 2
  }

  /// Returns the nearest of several names; of equally near ones the first.
  package static func find(
    _ wanted: String, among names: some Sequence<String>, limit: Int? = nil
  ) -> String? {
    var nearest = NearestName(to: wanted, limit: limit)
    for name in names { nearest.consider(name) }
    return nearest.name
  }

  /// Compares another name.
  package mutating func consider(_ name: String) {
    let scalars = Self.scalars(name)
    var found = abs(scalars.count - wanted.count) > limit ? limit + 1 : distance(to: scalars)
    if found > limit {
      guard acceptsBeginnings, wanted.count >= Self.shortestBeginning, scalars.starts(with: wanted)
      else { return }
      found = limit + 1
    }
    guard found < distance else { return }
    (self.name, distance) = (name, found)
  }

  private static func scalars(_ name: String) -> [Unicode.Scalar] {
    Array(name.lowercased().unicodeScalars.prefix(longest))
  }

  /// The optimal string alignment distance; more than `limit` as soon as it must be.
  private func distance(to other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, scalar) in wanted.enumerated() {
      var current = [row + 1]
      for (column, otherScalar) in other.enumerated() {
        var cost = min(
          last[column] + (scalar == otherScalar ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == other[column - 1], wanted[row - 1] == otherScalar {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      guard current.contains(where: { $0 <= limit }) else { return limit + 1 }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
