// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// Joins words separated only by a hyphen, for ranking: `self-management` also counts as
/// `selfmanagement`, because some authors write it so and the whole is more specific than its
/// parts.
struct Compound {
  private var joined: [UInt8] = []

  /// Adds the next word, and the compound that it completes, if any.
  mutating func add(
    _ term: UnsafeBufferPointer<UInt8>,
    isJoined: Bool,
    to batch: inout Batch,
    stemmer: UInt8,
    weight: UInt8
  ) {
    if !isJoined { joined.removeAll(keepingCapacity: true) }
    joined.append(contentsOf: term)
    guard isJoined, joined.count <= Schema.longestCompound else { return }
    joined.withUnsafeBufferPointer { joined -> Void in
      batch.add(
        prefix: [],
        term: joined,
        word: UnsafeBufferPointer(start: nil, count: 0),
        stemmer: stemmer,
        rankWeight: weight,
        isRankOnly: true
      )
    }
  }
}
