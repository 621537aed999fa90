// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Answers searches from one open index; one borrower at a time.
///
/// Not `Sendable`: a Xapian database belongs to one thread at a time. Use `SearcherPool` where
/// several tasks search. Every method answers from one revision; if a writer discards it meanwhile,
/// the index is opened anew and the whole question is asked again, at most three times.
package final class Searcher {
  /// Opens the index in a folder.
  package init(path: String) throws(IndexError) {
    throw IndexError(.unavailable, "The searcher is being written.")
  }

  /// The revision that the next answer comes from, after looking whether a new one is published.
  package func revision() throws(IndexError) -> String { "" }

  /// Answers a search.
  package func search(_ request: SearchRequest) throws(IndexError) -> SearchResults {
    throw IndexError(.unavailable, "The searcher is being written.")
  }

  /// Finds out what became of the passage with an id.
  ///
  /// An id may carry the fingerprint of the words that it named: `work/p31@9f86d081884c7d65`.
  package func resolve(_ id: String) throws(IndexError) -> Resolution { .unknown }

  /// The passages of a work in reading order, those with these ordinals.
  package func passages(
    ofWork work: String,
    ordinals: Range<Int>
  ) throws(IndexError) -> [Passage] { [] }

  /// The work with an id.
  package func work(_ id: String) throws(IndexError) -> Work? { nil }

  /// The works whose id comes after `after`, in the order of their ids.
  package func works(after: String? = nil, limit: Int) throws(IndexError) -> [Work] { [] }

  /// Words of the index that begin as the last word of `text` does, the most frequent first,
  /// each with what precedes it in `text`.
  package func completions(of text: String, limit: Int) throws(IndexError) -> [String] { [] }

  /// What the index holds, in numbers.
  package func statistics() throws(IndexError) -> IndexStatistics {
    throw IndexError(.unavailable, "The searcher is being written.")
  }
}
