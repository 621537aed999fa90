// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// Finds the places of the words of a query in passages, by the sequences of stems that the index
/// keeps of them.
struct WordPlaces {
  /// What divides title, headings and text, so that no pair is found across them.
  private static let gap: Int32 = 16

  /// The places of each word, in words; valid until the next passage is read.
  private(set) var places: [[Int32]]
  /// How many words the text has.
  private(set) var length = 0
  /// Which word has a mark, counted from 1; 0 for none.
  private var words = [UInt8](repeating: 0, count: 1 << 16)

  /// Prepares to find words, given by their stems; of more than 255 the others are not found.
  init(_ stems: [[String]]) {
    places = Array(repeating: [], count: stems.count)
    for (index, stems) in stems.prefix(255).enumerated() {
      for stem in stems {
        let mark = Schema.mark(of: stem)
        if words[Int(mark)] == 0 { words[Int(mark)] = UInt8(index + 1) }
      }
    }
  }

  /// Reads the sequence of a passage.
  ///
  /// - Complexity: O(*n*) in its words, without an allocation in the long run.
  mutating func read(_ sequence: UnsafeRawBufferPointer) {
    for index in places.indices { places[index].removeAll(keepingCapacity: true) }
    var place: Int32 = 0
    var textLength: Int32?
    words.withUnsafeBufferPointer { words in
      for offset in stride(from: 0, to: sequence.count - 1, by: 2) {
        let mark = Int(sequence[offset]) | Int(sequence[offset + 1]) << 8
        if mark == 0 {
          if textLength == nil { textLength = place }
          place += Self.gap
          continue
        }
        let word = words[mark]
        if word > 0 { places[Int(word) - 1].append(place) }
        place += 1
      }
    }
    length = Int(textLength ?? place)
  }
}
