// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Where each sequence of a few words occurs in a text: a hash table with open addressing.
struct GramIndex {
  /// Number of words in a sequence.
  let size: Int
  /// First position of the sequence in each slot; -1 if the slot is empty.
  private var slots: [Int32]
  /// First position in each slot that may still be free.
  private var heads: [Int32]
  /// The next position of the same sequence; -1 after the last.
  private var next: [Int32]
  private let hashes: [UInt64]
  private let mask: Int

  /// Number of positions of one sequence that are looked at, so that repetition costs no more.
  private static let candidates = 32

  /// - Parameter isFree: Whether the sequence at a position counts.
  init(_ hashes: [UInt64], size: Int, isFree: (Int) -> Bool) {
    self.size = size
    self.hashes = hashes
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: -1, count: capacity)
    next = Array(repeating: -1, count: hashes.count)
    heads = []
    guard hashes.count >= size else { return }
    for position in stride(from: hashes.count - size, through: 0, by: -1) where isFree(position) {
      let slot = slot(of: hashes, at: position)
      next[position] = slots[slot]
      slots[slot] = Int32(position)
    }
    heads = slots
  }

  /// Combined hash of the sequence at a position.
  private func gram(_ hashes: [UInt64], _ position: Int) -> UInt64 {
    var value: UInt64 = 0x9E37_79B9_7F4A_7C15
    for offset in 0..<size {
      value = (value ^ hashes[position + offset]) &* 0xFF51_AFD7_ED55_8CCD
      value ^= value >> 32
    }
    return value
  }

  private func slot(of words: [UInt64], at position: Int) -> Int {
    var slot = Int(truncatingIfNeeded: gram(words, position)) & mask
    while slots[slot] >= 0, !isSame(words, position, Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }

  private func isSame(_ words: [UInt64], _ position: Int, _ other: Int) -> Bool {
    for offset in 0..<size where words[position + offset] != hashes[other + offset] {
      return false
    }
    return true
  }

  /// Whether the sequence of other words at a position occurs in the text.
  func contains(_ words: [UInt64], at position: Int) -> Bool {
    position + size <= words.count && slots[slot(of: words, at: position)] >= 0
  }

  /// Position of the sequence of other words: the first free one from `cursor` on, or else the
  /// first free one.
  ///
  /// - Complexity: Amortised constant: positions that are no longer free are forgotten.
  mutating func position(
    of words: [UInt64], at position: Int, from cursor: Int, isFree: (Int) -> Bool
  ) -> Int? {
    guard position + size <= words.count, !heads.isEmpty else { return nil }
    let slot = slot(of: words, at: position)
    while heads[slot] >= 0, !isFree(Int(heads[slot])) { heads[slot] = next[Int(heads[slot])] }
    guard heads[slot] >= 0 else { return nil }
    let first = Int(heads[slot])
    var candidate = heads[slot]
    for _ in 0..<Self.candidates {
      guard candidate >= 0 else { break }
      if Int(candidate) >= cursor, isFree(Int(candidate)) { return Int(candidate) }
      candidate = next[Int(candidate)]
    }
    return first
  }

  /// Whether the sequence at a position of the text occurs nowhere else in it.
  func isUnique(_ position: Int) -> Bool {
    guard position + size <= hashes.count else { return false }
    let first = slots[slot(of: hashes, at: position)]
    return first == Int32(position) && next[position] < 0
  }
}
