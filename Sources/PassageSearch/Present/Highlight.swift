// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A range in a passage that matches a part of the query.
struct Highlight: Sendable, Hashable {
  /// The range in the passage, in code points.
  var range: Range<Int>
  /// The part of the query, counted from 0.
  var part: Int
}

extension [Highlight] {
  /// The ranges in ascending order, with adjacent and overlapping ones merged.
  var merged: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for range in map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
