// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Totals over the works of an index.
package struct WorkTotals: Sendable, Hashable {
  /// The number of works.
  package var works = 0
  /// The number of words, as counted by the tokenizer.
  package var words = 0
  /// The number of pages, of works that have pages.
  package var pages = 0
  /// The number of works in each language; the empty tag counts works of unknown language.
  package var languages: [String: Int] = [:]

  /// Creates totals of zero.
  package init() {}

  /// Counts a work.
  mutating func add(_ work: Work) {
    works += 1
    words += work.wordCount
    pages += work.pageCount
    languages[work.metadata.language?.value ?? "", default: 0] += 1
  }
}
