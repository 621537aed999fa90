// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The works of an index, in numbers.
package struct WorkTotals: Sendable, Hashable {
  /// How many works there are.
  package var works = 0
  /// How many words they have, as the tokenizer counts them.
  package var words = 0
  /// How many pages, of those that have pages.
  package var pages = 0
  /// How many works are in each language; the empty tag counts those of unknown language.
  package var languages: [String: Int] = [:]

  /// The totals of no work.
  package init() {}

  /// Counts a work.
  mutating func add(_ work: Work) {
    works += 1
    words += work.wordCount
    pages += work.pageCount
    languages[work.metadata.language?.value ?? "", default: 0] += 1
  }
}
