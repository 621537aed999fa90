// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

/// Numbers the distinct terms of a batch without creating strings for them.
///
/// An open-addressing hash table over a single arena of bytes: indexing looks up every word of
/// every text here, so a dictionary of strings would cost more than Xapian's own work.
struct TermTable {
  /// Properties that distinguish entries with the same bytes; also passed to Xapian.
  struct Traits: Equatable {
    var prefixCount: UInt8
    var stemmer: UInt8
    var isBoolean: Bool
    var isSpelling: Bool
    /// The weight of an occurrence in the combined ranking of all fields; 0 to exclude it.
    var rankWeight: UInt8 = 0
    /// Whether it counts only in the combined ranking.
    var isRankOnly = false
  }

  struct Entry {
    var start: Int
    var termCount: Int
    /// The number of bytes of the stemmer's form, after the term's bytes; 0 if it equals the term
    /// without its prefix.
    var wordCount: Int
    /// The number of bytes after those of the vocabulary's replacement; 0 if there is none.
    var insteadCount = 0
    /// The meaning of these bytes.
    var form = cx_form.accented
    var traits: Traits
    var hash: UInt64
  }

  /// The bytes of all terms, concatenated.
  private(set) var arena: [UInt8] = []
  /// The terms by number.
  private(set) var entries: [Entry] = []
  private var slots: [Int32] = Array(repeating: -1, count: 4096)

  /// The number of a term, added if it is new; `word` is the form for the stemmer, empty if it
  /// equals the term.
  ///
  /// For new terms that are stemmed, `form` is asked for the vocabulary's replacement.
  mutating func number(
    prefix: [UInt8],
    term: UnsafeBufferPointer<UInt8>,
    word: UnsafeBufferPointer<UInt8>,
    traits: Traits,
    form: (_ term: String) -> StemForm? = { _ in nil }
  ) -> UInt32 {
    if entries.count * 2 >= slots.count { grow() }
    var hash = Self.hash(
      prefix[...],
      seed: UInt64(traits.stemmer) << 1 | (traits.isBoolean ? 1 : 0)
    )
    hash = Self.hash(term, seed: hash)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash,
        matches(entries[index], prefix: prefix, term: term, word: word, traits: traits)
      {
        return UInt32(index)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(
        start: arena.count,
        termCount: prefix.count + term.count,
        wordCount: word.count,
        traits: traits,
        hash: hash
      )
    )
    arena.append(contentsOf: prefix)
    arena.append(contentsOf: term)
    arena.append(contentsOf: word)
    let number = UInt32(entries.count - 1)
    if traits.stemmer != UInt8.max, let form = form(String(decoding: term, as: UTF8.self)) {
      arena.append(contentsOf: form.text.utf8)
      entries[Int(number)].insteadCount = form.text.utf8.count
      entries[Int(number)].form = form.isStem ? .stem : .instead
    }
    return number
  }

  private func matches(
    _ entry: Entry,
    prefix: [UInt8],
    term: UnsafeBufferPointer<UInt8>,
    word: UnsafeBufferPointer<UInt8>,
    traits: Traits
  ) -> Bool {
    guard entry.termCount == prefix.count + term.count, entry.wordCount == word.count,
      entry.traits == traits
    else { return false }
    let first = entry.start + prefix.count
    let second = entry.start + entry.termCount
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<prefix.count where arena[entry.start + index] != prefix[index] {
        return false
      }
      for index in 0..<term.count where arena[first + index] != term[index] { return false }
      for index in 0..<word.count where arena[second + index] != word[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash ^ (entry.hash >> 32)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a (Fowler, Noll and Vo), 64 bits.
  private static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
