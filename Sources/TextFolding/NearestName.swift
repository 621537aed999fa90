// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the name that was probably meant by one that does not exist.
package enum NearestName {
  /// The longest name that is compared, in code points.
  private static let longest = 120

  /// The name that differs from `name` by the fewest letters; `nil` if none is near.
  ///
  /// - Parameter most: How many letters may differ; less than the name has in any case.
  /// - Complexity: O(*n*) in the names, each O(*l*²) in their length.
  package static func of(
    _ name: String, among names: some Sequence<String>, most: Int = 2
  ) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(longest))
    var nearest: (name: String, distance: Int)?
    for candidate in names {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      guard abs(scalars.count - wanted.count) <= most else { continue }
      let distance = distance(wanted, scalars)
      guard distance <= most, distance < wanted.count, distance < nearest?.distance ?? .max else {
        continue
      }
      nearest = (candidate, distance)
    }
    return nearest?.name
  }

  /// Levenshtein's distance: how many letters are left out, put in or changed.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (index, first) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, second) in other.enumerated() {
        let cost = diagonal + (first == second ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
