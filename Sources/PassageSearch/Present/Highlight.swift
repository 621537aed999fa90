// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A place in a passage that matches a part of the query.
struct Highlight: Sendable, Hashable {
  /// The code points of the passage.
  var range: Range<Int>
  /// The part of the query, counted from 0.
  var part: Int
}

extension [Highlight] {
  /// The places in ascending order, those that touch or overlap made one.
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
