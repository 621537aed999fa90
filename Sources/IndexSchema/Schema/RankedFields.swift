// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The weight of a word of each field in the single frequency by which passages are ranked.
///
/// Simple BM25F: the frequencies of the fields are weighted and added before BM25 saturates them,
/// so that a word in both title and text counts less than two different words would (Robertson,
/// Zaragoza and Taylor 2004, “Simple BM25 extension to multiple weighted fields”). The sum is
/// computed when a passage is indexed, as the frequency of a stem under `Schema.rankPrefix`.
package enum RankedFields {
  /// The words of the passage.
  package static let text: UInt8 = 1
  /// The title of a work with many passages, each of which is only partly about it.
  package static let title: UInt8 = 1
  /// The title of a work that is a single passage, which says what the passage is about.
  package static let onlyTitle: UInt8 = 2
  /// The headings above the passage.
  package static let section: UInt8 = 1
  /// The authors of the work.
  package static let author: UInt8 = 1
  /// The people the passage quotes.
  package static let speaker: UInt8 = 1

  /// The extra length given to a table of contents, in occurrences per word.
  ///
  /// It contains the words of every heading but answers nothing; the padding makes BM25 treat it as
  /// a long passage, where each word counts little. A passage has about three occurrences per word:
  /// the word, its stem, and its ranking stem.
  package static let contentsPadding = 30
}
