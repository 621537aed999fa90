// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Joins the hyphenated words of a text: `co-operative` is highlighted for `cooperative`, which
/// also finds it (see `Compound`).
struct CompoundWord {
  private var bytes: [UInt8] = []
  private var range = 0..<0

  /// Appends the next word.
  mutating func take(
    _ term: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, isJoined: Bool
  ) {
    if !isJoined {
      bytes.removeAll(keepingCapacity: true)
      range = place
    }
    bytes.append(contentsOf: term)
    range = range.lowerBound..<place.upperBound
  }

  /// The joined form of the words so far and its range; `nil` if it cannot match.
  func form(_ beginnings: Beginnings) -> (term: String, range: Range<Int>)? {
    guard bytes.count <= Schema.longestCompound, bytes.withUnsafeBufferPointer(beginnings.mayBegin)
    else { return nil }
    return (String(decoding: bytes, as: UTF8.self), range)
  }
}
