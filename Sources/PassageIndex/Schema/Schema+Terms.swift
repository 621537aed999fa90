// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Schema {
  /// The term that marks the document of a work.
  static let workDocument = "work"
  /// The term that marks the document of a passage.
  static let passageDocument = "passage"
  /// Divides the values of one document in a slot that holds several; as in `CXapian/search.cpp`.
  static let valueSeparator = "\u{1F}"

  /// The value slots, by number; the table's numbers, at hand where every passage needs them.
  enum Slot {
    static let year: UInt32 = 0
    static let work: UInt32 = 1
    static let author: UInt32 = 2
    static let ordinal: UInt32 = 3
    static let language: UInt32 = 4
    static let kind: UInt32 = 5
    static let speaker: UInt32 = 6
    static let collection: UInt32 = 7
    static let cites: UInt32 = 8
    /// The stems of the passage in order, by a hash of two bytes each (`cx_mark`).
    ///
    /// Those of its text, its titles and its headings, divided from one another; a table of contents
    /// has none.
    static let sequence: UInt32 = 9
  }

  /// The most words that a sequence holds.
  static let longestSequence = 4_000

  /// A word that no text has, by which a document is made longer, and how often it may stand there.
  static let padding = "\u{1}"
  static let longestPadding = 100_000

  /// Whether a term goes into the spelling dictionary: words of three letters and more.
  ///
  /// Xapian's corrections work on the words that a text has, and numbers are not misspelt.
  static func isSpelling(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard term.count >= 3, term.count <= 40 else { return false }
    return !term.contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
