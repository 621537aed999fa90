// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Citation
import Corpus
import PassageSearch
import QueryLanguage
import SearchAPI

/// The answer to a search, from one state of the index.
public struct SearchReply: Sendable {
  /// The passages, the best first.
  public let passages: [LibraryPassage]
  /// How many passages match.
  public let total: Int
  /// Whether `total` is an estimate.
  public let totalIsEstimate: Bool
  /// The query with other spellings, where a word does not occur; `nil` if all do.
  public let suggestion: String?
  /// What was ignored, limited or understood otherwise than typed, a sentence each.
  public let warnings: [String]

  init(_ results: SearchResults, _ request: SearchRequest) {
    passages = results.hits.map { LibraryPassage(PassageAnswer($0, in: request)) }
    total = results.total
    totalIsEstimate = results.totalIsEstimate
    suggestion = results.query.suggestion
    warnings = results.query.warnings.map(\.message)
  }
}

/// A passage, with where it comes from and whose words it quotes.
public struct LibraryPassage: Sendable, Identifiable {
  /// The id: that of the work, a slash and a label.
  public let id: String
  /// The text, plain, with single spaces.
  public let text: String
  /// The title of the work; the name of its file if it has none.
  public let title: String
  /// The authors of the work, as printed.
  public let authors: [String]
  /// The year of the work; `nil` if it is not known.
  public let year: Int?
  /// The headings above the passage, the outermost first.
  public let section: [String]
  /// The labels of its first and last page; `nil` if the text has no pages.
  public let pages: (first: String, last: String)?
  /// The words of others in it.
  public let quotations: [LibraryQuotation]
  /// A reference to it in the Chicago style.
  public let citation: String
  /// Everything that is known of it, as JSON (`Index/API.md` describes the members).
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

/// Words of another that a passage quotes.
public struct LibraryQuotation: Sendable {
  /// The words.
  public let text: String
  /// Where they are in the text of the passage, in code points.
  public let range: Range<Int>
  /// Who says them; `nil` if that is not known.
  public let speaker: String?
  /// Whether a rule concluded who says them, and from where: false if the text says so itself.
  public let isInferred: Bool

  init(_ quotation: Quotation) {
    text = quotation.text
    range = quotation.range
    speaker = quotation.speaker
    isInferred = quotation.basis == .inferred
  }
}
