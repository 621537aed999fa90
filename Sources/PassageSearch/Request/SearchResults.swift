// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import QueryLanguage
package import Corpus

/// A piece of a snippet.
package struct SnippetPart: Sendable, Hashable {
  /// The words, plain text.
  package var text: String
  /// Whether they match the query.
  package var match: Bool

  /// Creates a piece.
  package init(text: String, match: Bool) {
    self.text = text
    self.match = match
  }
}

/// What one part of a query adds to the score of a passage.
package struct ScorePart: Sendable, Hashable {
  /// The part, in the query language.
  package var part: String
  /// The weight that it adds.
  package var weight: Double

  /// Creates a part.
  package init(part: String, weight: Double) {
    self.part = part
    self.weight = weight
  }
}

/// A passage that answers a search.
package struct Hit: Sendable, Hashable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// Its weight under the query; only the order means anything.
  package var score: Double
  /// The matching words, in code points of the passage's text, ascending and apart.
  package var highlights: [Range<Int>]
  /// The best window of the passage.
  package var snippet: [SnippetPart]
  /// How many other passages of the work answer too (at least), if grouped by work.
  package var others: Int
  /// Where it has a quotation that was searched for, and how it differs.
  package var quotation: QuotationMatch?
  /// What each part of the query adds to the score, if that was asked.
  package var explanation: [ScorePart]

  /// Creates a hit.
  package init(
    passage: Passage,
    work: Work,
    score: Double,
    highlights: [Range<Int>],
    snippet: [SnippetPart],
    others: Int = 0,
    quotation: QuotationMatch? = nil,
    explanation: [ScorePart] = []
  ) {
    self.passage = passage
    self.work = work
    self.score = score
    self.highlights = highlights
    self.snippet = snippet
    self.others = others
    self.quotation = quotation
    self.explanation = explanation
  }
}

/// How many passages have one value of a field.
package struct FacetCount: Sendable, Hashable {
  /// The value.
  package var value: String
  /// How many passages that answer the search have it.
  package var passages: Int
  /// In how many works they stand.
  package var works: Int

  /// Creates a count.
  package init(value: String, passages: Int, works: Int) {
    self.value = value
    self.passages = passages
    self.works = works
  }
}

/// The answer to a search, all of it from one revision of the index.
package struct SearchResults: Sendable, Hashable {
  /// What became of the query.
  package var query: InterpretedQuery
  /// How many passages answer it.
  package var total: Int
  /// Whether `total` is an estimate.
  package var totalIsEstimate: Bool
  /// The passages asked for, the best first.
  package var hits: [Hit]
  /// The counts of each field asked for, the most frequent values first.
  package var facets: [String: [FacetCount]]
  /// The revision of the index that answered.
  package var revision: String
  /// Whether the deadline cut it: then the total is an estimate, and passages may be missing.
  package var isCut: Bool

  /// Creates an answer.
  package init(
    query: InterpretedQuery,
    total: Int,
    totalIsEstimate: Bool,
    hits: [Hit],
    facets: [String: [FacetCount]],
    revision: String,
    isCut: Bool = false
  ) {
    self.query = query
    self.total = total
    self.totalIsEstimate = totalIsEstimate
    self.hits = hits
    self.facets = facets
    self.revision = revision
    self.isCut = isCut
  }
}

/// What became of the passage with an id.
package enum Resolution: Sendable, Hashable {
  /// The id names this passage.
  case exact(Passage, Work)
  /// The passage's words now stand in another one.
  case moved(Passage, Work, from: String)
  /// The work had such a passage and no longer has its words.
  case gone(Work, label: String)
  /// The index has never had such a passage.
  case unknown
}

/// What the index holds, in numbers.
package struct IndexStatistics: Sendable, Hashable {
  /// Works.
  package var works: Int
  /// Passages.
  package var passages: Int
  /// Passages of each kind.
  package var kinds: [Passage.Kind: Int]
  /// Works in each language; the empty tag counts those of unknown language.
  package var languages: [String: Int]
  /// Words.
  package var words: Int
  /// Pages.
  package var pages: Int
  /// Bytes on disk.
  package var bytes: Int
  /// The revision.
  package var revision: String

  /// Creates the statistics of an index.
  package init(
    works: Int,
    passages: Int,
    kinds: [Passage.Kind: Int],
    languages: [String: Int],
    words: Int,
    pages: Int,
    bytes: Int,
    revision: String
  ) {
    self.works = works
    self.passages = passages
    self.kinds = kinds
    self.languages = languages
    self.words = words
    self.pages = pages
    self.bytes = bytes
    self.revision = revision
  }
}
