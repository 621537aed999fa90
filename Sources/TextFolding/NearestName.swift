// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the existing name that was probably meant by an unknown one.
///
/// Names are compared case-insensitively by edit distance (insertion, deletion, substitution,
/// transposition). Names that start with the unknown one are candidates too, after all close ones.
package struct NearestName: Sendable {
  /// The number of code points compared; the rest is ignored.
  private static let longest = 96
  /// The maximum distance for long names; in short ones a third of the code points may differ.
  private static let largestDistance = 8
  /// The minimum length of an unknown name that may stand for the start of a name, in code points.
  private static let shortestBeginning = 4

  private let wanted: [Unicode.Scalar]
  private let limit: Int
  private let acceptsBeginnings: Bool
  private var distance: Int
  /// The nearest name so far; `nil` if none is close.
  package private(set) var name: String?

  /// Starts the search for a name.
  ///
  /// - Parameter limit: The maximum distance; if `nil`, it depends on the length of the name, and
  ///   names that start with it are accepted too.
  package init(to wanted: String, limit: Int? = nil) {
    let scalars = Self.scalars(wanted)
    self.wanted = scalars
    self.limit =
      limit.map { min($0, scalars.count - 1) }
      ?? min(max(1, scalars.count / 3), Self.largestDistance)
    acceptsBeginnings = limit == nil
    distance = self.limit + 2
  }

  /// Returns the nearest of several names; the first of equally near ones.
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

  /// The optimal string alignment distance; stops with more than `limit` as soon as that is
  /// certain.
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
