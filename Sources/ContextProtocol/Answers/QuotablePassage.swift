// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Citation
import Corpus

/// A passage with what is needed to quote it, and no more.
struct QuotablePassage: Sendable {
  private var answer: PassageAnswer

  init(_ answer: PassageAnswer) { self.answer = answer }

  /// The id of the passage.
  var id: String { passage.id }
  var passage: Passage { answer.passage }
  var work: Work { answer.work }
  /// Where it contains the searched quotation.
  var match: QuotedMatch? { answer.found?.match }
  /// The address of its words.
  var link: String? { answer.place?.link }
  /// The id of the passage that a quotation or a note belongs to.
  var owner: String? { passage.belongsTo.map { "\(work.id)/\($0)" } }
  /// The names of the facts that were inferred.
  var inferred: [String] { work.inferredFacts(with: passage) }
  /// The reference, as a note in Chicago style.
  var reference: String { citation(of: passage, in: work, style: .chicago) }
}

extension QuotablePassage: APIObject {
  static let schemaName = "QuotablePassage"
  static let about = "A passage with what is needed to quote it."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("id", "The id of the passage, for `read` and `cite`.") { $0.id }
    visitor.derived("citation", "A reference to it, as a note in Chicago style.") { $0.reference }
    visitor.derived("authors", "The names of the authors; empty if unknown.") {
      $0.work.authorNames
    }
    visitor.derived("title", "The title of the work; null if unknown.") {
      $0.work.metadata.title?.value
    }
    visitor.derived("year", "The year in which the work first appeared; null if unknown.") {
      $0.work.metadata.year?.value
    }
    visitor.derived("pages", "The pages it is on; null if unknown.") { $0.passage.pages }
    visitor.derivedOptional(
      "page_breaks", "Where a page begins within `text`; omitted if it is on one page."
    ) { $0.passage.pageBreaks.isEmpty ? nil : $0.passage.pageBreaks }
    visitor.derived("section", "The headings above it, the highest first.") { $0.passage.section }
    visitor.derived(
      "inferred", "Which of authors, title, year and pages were inferred rather than stated."
    ) { $0.inferred }
    visitor.derived(
      "kind", "Whether it is running text, a quotation of somebody else, a note or verse."
    ) { $0.passage.kind }
    visitor.derived("belongs_to", "The id of the passage that a quotation or a note belongs to.") {
      $0.owner
    }
    visitor.derived("language", "The language, as a BCP 47 tag; null if unknown.") {
      $0.passage.language ?? $0.work.metadata.language?.value
    }
    visitor.derived("text", "The words, to be quoted verbatim.") { $0.passage.text }
    visitor.derivedOptional("snippet", "The part of the text that matches best; only in searches.")
    { $0.answer.found.map { $0.snippet.map(\.text).joined() } }
    visitor.derivedOptional("match", "Where it contains the quotation that was searched for.") {
      $0.match
    }
    visitor.derived("quotations", "Words of others that the text quotes.") { passage in
      passage.passage.quotations.enumerated().map { QuotedWords(number: $0 + 1, quotation: $1) }
    }
    visitor.derived("notes", "Notes whose marks are in the text.") { passage in
      passage.passage.notes.map { NoteAnswer($0, of: passage.work.id) }
    }
    visitor.derived("repairs", "Where `text` differs from what is printed, with that reading.") {
      $0.passage.repairs
    }
    visitor.derived("link", "The address of the words; null if the work has none.") { $0.link }
  }
}

/// Words of somebody else in a passage.
struct QuotedWords: Sendable, APIObject {
  /// The number in the passage, from 1.
  var number: Int
  var quotation: Quotation

  static let schemaName = "QuotedWords"
  static let about = "Words of somebody else in a passage."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("number", \.number, "The number of the quotation, for `cite`.", least: 1)
    visitor.derived("text", "The quoted words.") { $0.quotation.text }
    visitor.derived("speaker", "Who says them; null if unknown.") { $0.quotation.speaker }
    visitor.derived("basis", "Whether the attribution is stated or inferred.") {
      $0.quotation.basis
    }
    visitor.derived("confidence", "The probability that the speaker is right; null if unknown.") {
      $0.quotation.confidence?.confidenceShown
    }
    visitor.derived("source", "The work that they are from; null if unknown.") {
      $0.quotation.source
    }
    visitor.derived("via", "The works that they came through, the one nearest to the source first.")
    { $0.quotation.via }
  }
}
