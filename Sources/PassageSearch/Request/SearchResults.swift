// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import QueryLanguage

/// A part of a snippet.
package struct SnippetPart: Sendable, Hashable {
  /// The words, as plain text.
  package var text: String
  /// Whether they match the query.
  package var match: Bool

  /// Creates a part of a snippet.
  package init(text: String, match: Bool) {
    self.text = text
    self.match = match
  }
}

/// What a part of a query adds to the score of a passage.
package struct ScorePart: Sendable, Hashable {
  /// The part, in the query language.
  package var part: String
  /// The weight that it adds.
  package var weight: Double

  /// Creates a score part.
  package init(part: String, weight: Double) {
    self.part = part
    self.weight = weight
  }
}

/// A passage found by a search.
package struct Hit: Sendable, Hashable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The weight for the query; only the order is meaningful.
  package var score: Double
  /// The ranges of matching words in the passage's text, in code points; ascending and disjoint.
  package var highlights: [Range<Int>]
  /// The best window of the passage, in parts.
  package var snippet: [SnippetPart]
  /// The minimum number of further matching passages in the work, if grouped by work.
  package var others: Int
  /// Where the passage contains the searched quotation, and how it differs.
  package var quotation: QuotationMatch?
  /// What each part of the query adds to the score, if requested.
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

/// The number of passages with a value of a field.
package struct FacetCount: Sendable, Hashable {
  /// The value.
  package var value: String
  /// The number of matching passages with the value.
  package var passages: Int
  /// The number of works those passages belong to.
  package var works: Int

  /// Creates a count.
  package init(value: String, passages: Int, works: Int) {
    self.value = value
    self.passages = passages
    self.works = works
  }
}

/// The answer to a search, all from one revision of the index.
package struct SearchResults: Sendable, Hashable {
  /// How the query was interpreted.
  package var query: InterpretedQuery
  /// The number of matching passages.
  package var total: Int
  /// Whether `total` is an estimate.
  package var totalIsEstimate: Bool
  /// The requested passages, the best first.
  package var hits: [Hit]
  /// The counts for each requested field, the most frequent values first.
  package var facets: [String: [FacetCount]]
  /// The revision of the index that answered.
  package var revision: String
  /// Whether the deadline cut the search short: then the total is an estimate and passages may be
  /// missing.
  package var isCut: Bool

  /// Creates search results.
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

/// The outcome of looking up a passage by its id.
package enum Resolution: Sendable, Hashable {
  /// The id identifies this passage.
  case exact(Passage, Work)
  /// The passage's words are now in another passage, or its work has another id: `from` is the label
  /// that was asked for, or the whole id if that of the work has changed.
  case moved(Passage, Work, from: String)
  /// The work had this passage, but no longer contains its words.
  case gone(Work, label: String)
  /// There has never been such a passage in the index.
  case unknown
}

/// The size of the index.
package struct IndexStatistics: Sendable, Hashable {
  /// The number of works.
  package var works: Int
  /// The number of passages.
  package var passages: Int
  /// The number of passages of each kind.
  package var kinds: [Passage.Kind: Int]
  /// The number of works in each language; the empty tag counts works of unknown language.
  package var languages: [String: Int]
  /// The number of words.
  package var words: Int
  /// The number of pages.
  package var pages: Int
  /// The size on disk in bytes.
  package var bytes: Int
  /// The revision that was counted.
  package var revision: String

  /// Creates statistics.
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
