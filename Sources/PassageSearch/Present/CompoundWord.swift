// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// Words of a text that hyphens join, as one: `co-operative` is marked for `cooperative`, as it is
/// found by it (`Compound`).
struct CompoundWord {
  private var bytes: [UInt8] = []
  private var range = 0..<0

  /// Takes the next word.
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

  /// What the words make together, and where they stand; `nil` if that cannot match.
  func form(_ beginnings: Beginnings) -> (term: String, range: Range<Int>)? {
    guard bytes.count <= Schema.longestCompound, bytes.withUnsafeBufferPointer(beginnings.mayBegin)
    else { return nil }
    return (String(decoding: bytes, as: UTF8.self), range)
  }
}
