// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Citation
import Corpus
import PassageSearch
import QueryLanguage
import SearchAPI

/// The answer to a search, all from one state of the index.
public struct SearchReply: Sendable {
  /// The passages, the best first.
  public let passages: [LibraryPassage]
  /// The number of matching passages.
  public let total: Int
  /// Whether `total` is an estimate.
  public let totalIsEstimate: Bool
  /// The query with corrected spelling if a word does not occur in the index; `nil` otherwise.
  public let suggestion: String?
  /// What was ignored, limited or interpreted differently from what was typed, one sentence each.
  public let warnings: [String]

  init(_ results: SearchResults, _ request: SearchRequest) {
    passages = results.hits.map { LibraryPassage(PassageAnswer($0, in: request)) }
    total = results.total
    totalIsEstimate = results.totalIsEstimate
    suggestion = results.query.suggestion
    warnings = results.query.warnings.map(\.message)
  }
}

/// A passage with its source and its quotations.
public struct LibraryPassage: Sendable, Identifiable {
  /// The id: the work's id, a slash and a label.
  public let id: String
  /// The plain text, with single spaces.
  public let text: String
  /// The title of the work; the name of its file if it has none.
  public let title: String
  /// The authors of the work, as printed.
  public let authors: [String]
  /// The year of the work; `nil` if unknown.
  public let year: Int?
  /// The headings above the passage, the outermost first.
  public let section: [String]
  /// The labels of its first and last page; `nil` if the text has no page numbers.
  public let pages: (first: String, last: String)?
  /// The quotations in it.
  public let quotations: [LibraryQuotation]
  /// A reference to it in the Chicago style.
  public let citation: String
  /// All data of the passage as JSON, described in `Index/API.md`.
  public let json: String

  init(_ answer: PassageAnswer) {
    let (passage, work) = (answer.passage, answer.work)
    id = passage.id
    text = passage.text
    title = work.displayTitle
    authors = work.authorNames
    year = work.metadata.year?.value
    section = passage.section
    pages = passage.pages.map { ($0.first, $0.last) }
    quotations = passage.quotations.map { LibraryQuotation($0) }
    citation = Citation.citation(of: passage, in: work, style: .chicago)
    json = answer.json
  }
}

/// A quotation in a passage.
public struct LibraryQuotation: Sendable {
  /// The words.
  public let text: String
  /// The range in the passage's text, in code points.
  public let range: Range<Int>
  /// The speaker; `nil` if unknown.
  public let speaker: String?
  /// Whether speaker and source were inferred by a rule; false if the text states them.
  public let isInferred: Bool
  /// The probability that the speaker is right, from 0 to 1; `nil` if there is no speaker.
  public let confidence: Double?

  init(_ quotation: Quotation) {
    text = quotation.text
    range = quotation.range
    speaker = quotation.speaker
    isInferred = quotation.basis == .inferred
    confidence = quotation.confidence
  }
}
