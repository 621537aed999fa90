// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// Finds the positions of query words in passages, using the sequences of stems stored in the
/// index.
struct WordPlaces {
  /// The gap between title, headings and text, so that no pair spans them.
  private static let gap: Int32 = 16

  /// The positions of each word, counted in words; valid until the next passage is read.
  private(set) var places: [[Int32]]
  /// The number of words in the text.
  private(set) var length = 0
  /// The marks of the words' stems with the index of the word.
  private var words: [(mark: UInt16, word: Int)] = []
  /// One bit per mark, set if a word has it.
  private var known = [UInt64](repeating: 0, count: 1 << 10)

  /// Prepares to find words, given by their stems.
  init(_ stems: [[String]]) {
    places = Array(repeating: [], count: stems.count)
    for (index, stems) in stems.enumerated() {
      for stem in stems {
        let mark = Schema.mark(of: stem)
        guard !words.contains(where: { $0.mark == mark }) else { continue }
        words.append((mark, index))
        known[Int(mark >> 6)] |= 1 << UInt64(mark & 63)
      }
    }
  }

  /// Reads the sequence of a passage.
  ///
  /// - Complexity: O(*n*) in its words; amortised without allocations.
  mutating func read(_ sequence: UnsafeRawBufferPointer) {
    for index in places.indices { places[index].removeAll(keepingCapacity: true) }
    var place: Int32 = 0
    var textLength: Int32?
    known.withUnsafeBufferPointer { known in
      for offset in stride(from: 0, to: sequence.count - 1, by: 2) {
        let mark = UInt16(sequence[offset]) | UInt16(sequence[offset + 1]) << 8
        if mark == 0 {
          if textLength == nil { textLength = place }
          place += Self.gap
          continue
        }
        if known[Int(mark >> 6)] >> UInt64(mark & 63) & 1 == 1,
          let found = words.first(where: { $0.mark == mark })
        {
          places[found.word].append(place)
        }
        place += 1
      }
    }
    length = Int(textLength ?? place)
  }
}
