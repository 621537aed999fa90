// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// Joins words that a hyphen alone divides, for the ranking: `selfmanagement` counts where
/// `self-management` stands, because some write it so and the whole says more than its parts.
struct Compound {
  private var joined: [UInt8] = []

  /// Takes the next word, and adds the compound that it ends, if it ends one.
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
