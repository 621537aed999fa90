// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Schema {
  /// Separates the values of a document in a multi-valued slot; as in `CXapian/search.cpp`.
  package static let valueSeparator = "\u{1F}"

  /// The value slots by number: the numbers of the table, accessible without looking up a field.
  package enum Slot {
    package static let year: UInt32 = 0
    package static let work: UInt32 = 1
    package static let author: UInt32 = 2
    package static let ordinal: UInt32 = 3
    package static let language: UInt32 = 4
    package static let kind: UInt32 = 5
    package static let speaker: UInt32 = 6
    package static let collection: UInt32 = 7
    package static let cites: UInt32 = 8
    /// The passage's stems in order, each as a two-byte hash (`cx_mark`).
    ///
    /// The stems of text, titles and headings are separated from each other; tables of contents
    /// have none.
    package static let sequence: UInt32 = 9
  }

  /// The longest compound that is indexed as one word, in bytes.
  package static let longestCompound = 64

  /// The maximum number of words in a sequence.
  package static let longestSequence = 4_000

  /// A word that occurs in no text, used to lengthen documents, and its maximum frequency.
  package static let padding = "\u{1}"
  package static let longestPadding = 100_000

  /// Whether a term goes into the spelling dictionary: words of at least three letters.
  ///
  /// Xapian suggests words that occur in the texts, and numbers cannot be misspelt.
  package static func isSpelling(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard term.count >= 3, term.count <= 40 else { return false }
    return !term.contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
