// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How often a word of each field counts in the one frequency by which a passage is ranked.
///
/// BM25F in its simple form: the frequencies of the fields are weighted and added up before BM25
/// saturates them, so that a word in the title and in the text counts less than two words would
/// (Robertson, Zaragoza and Taylor 2004, “Simple BM25 extension to multiple weighted fields”). The
/// sum is made when a passage is indexed, as the frequency of a stem under `Schema.rankPrefix`.
package enum RankedFields {
  /// The words of the passage.
  package static let text: UInt8 = 1
  /// The title of a work of many passages: each is a little about it.
  package static let title: UInt8 = 1
  /// The title of a work that is one passage: it says what the passage is about.
  package static let onlyTitle: UInt8 = 2
  /// The headings above the passage.
  package static let section: UInt8 = 1
  /// The authors of the work.
  package static let author: UInt8 = 1
  /// Those whom the passage quotes.
  package static let speaker: UInt8 = 1

  /// How much longer a table of contents counts than it is, in occurrences for each word.
  ///
  /// It has the words of every heading and answers nothing; to BM25 it is a long passage, in which a
  /// word says little. A passage has about three occurrences for each of its words: the word, its
  /// stem, and its stem to rank by.
  package static let contentsPadding = 30
}
