// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Schema {
  /// Divides the values of one document in a slot that holds several; as in `CXapian/search.cpp`.
  package static let valueSeparator = "\u{1F}"

  /// The value slots, by number; the table's numbers, at hand where every passage needs them.
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
    /// The stems of the passage in order, by a hash of two bytes each (`cx_mark`).
    ///
    /// Those of its text, its titles and its headings, divided from one another; a table of contents
    /// has none.
    package static let sequence: UInt32 = 9
  }

  /// The longest compound that is ranked as one word, in bytes.
  package static let longestCompound = 64

  /// The most words that a sequence holds.
  package static let longestSequence = 4_000

  /// A word that no text has, by which a document is made longer, and how often it may stand there.
  package static let padding = "\u{1}"
  package static let longestPadding = 100_000

  /// Whether a term goes into the spelling dictionary: words of three letters and more.
  ///
  /// Xapian's corrections work on the words that a text has, and numbers are not misspelt.
  package static func isSpelling(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard term.count >= 3, term.count <= 40 else { return false }
    return !term.contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
