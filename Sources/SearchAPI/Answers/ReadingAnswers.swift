// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
import Citation
package import Corpus
package import PassageSearch
package import People
import TextFolding

/// The contents of a work, and the parts in which it is read.
package struct ContentsAnswer: Sendable, APIObject {
  /// The work, divided.
  package var divided: DividedWork

  /// Creates an answer.
  package init(_ divided: DividedWork) { self.divided = divided }

  package static let schemaName = "Contents"
  package static let about = "The contents of a work, and the parts in which it is read."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("work", "The id of the work.") { $0.divided.work.id }
    visitor.derived("headings", "The headings, in reading order.") { $0.divided.contents.headings }
    visitor.derived("chapters", "The parts in which the work is read.") { answer in
      answer.divided.chapters.map { ChapterSummary(work: answer.divided.work.id, chapter: $0) }
    }
    visitor.derived("quotations", "Number of quotations whose speaker or source is known.") {
      $0.divided.contents.quotations
    }
  }
}

extension WorkContents.Heading: APIObject {
  package static let schemaName = "Heading"
  package static let about = "A heading of a work."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("title", \.title, "The heading as printed.")
    visitor.member("depth", \.depth, "Number of headings above it.", least: 0)
    visitor.member("label", \.label, "The label of the first passage below it.")
    visitor.member("page", \.page, "The page on which it stands; null if the file has no pages.")
  }
}

/// A part in which a work is read, without its passages.
struct ChapterSummary: APIObject {
  var work: String
  var chapter: Chapter

  static let schemaName = "ChapterSummary"
  static let about = "A part in which a work is read: a chapter, or a slice of a long one."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("label", \.chapter.label, "The label of its first passage, which names it.")
    visitor.member("path", \.chapter.path, "The headings above it and at its beginning.")
    visitor.member("page", \.chapter.page, "The page on which it begins; null if there are none.")
    visitor.derived("passages", "Number of passages.", least: 0) { $0.chapter.ordinals.count }
    visitor.derived("address", "The address of its passages.") {
      "/v1/works/\(percentEncoded($0.work))/chapters/\(percentEncoded($0.chapter.label))"
    }
  }
}

/// A chapter with its passages.
package struct ChapterAnswer: Sendable, APIObject {
  package var divided: DividedWork
  /// The number of the chapter among those of the work, from 0.
  package var index: Int
  package var passages: [Passage]

  /// Creates an answer.
  package init(_ divided: DividedWork, index: Int, passages: [Passage]) {
    self.divided = divided
    self.index = index
    self.passages = passages
  }

  package static let schemaName = "Chapter"
  package static let about = "A part in which a work is read, with its passages."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("chapter", "What the part is called, and where it begins.") { $0.summary(0) }
    visitor.derived("passages", "The passages, in reading order.") { answer in
      answer.passages.map { PassageAnswer($0, of: answer.divided.work) }
    }
    visitor.derived("previous", "The chapter before it; null at the beginning.") { $0.summary(-1) }
    visitor.derived("next", "The chapter behind it; null at the end.") { $0.summary(1) }
  }

  private func summary(_ step: Int) -> ChapterSummary? {
    let index = index + step
    guard divided.chapters.indices.contains(index) else { return nil }
    return ChapterSummary(work: divided.work.id, chapter: divided.chapters[index])
  }
}

/// A person with quotations of that person.
package struct PersonOfLibraryAnswer: Sendable, APIObject {
  package var person: LibraryPerson
  package var quotations: QuotationsOfPerson
  /// The address of the next page; `nil` if there is none.
  package var next: String?

  /// Creates an answer.
  package init(_ person: LibraryPerson, _ quotations: QuotationsOfPerson, next: String?) {
    self.person = person
    self.quotations = quotations
    self.next = next
  }

  package static let schemaName = "PersonWithQuotations"
  package static let about = "A person, and where the texts of the library quote that person."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("person", \.person, "Who it is, with every form of the name.")
    visitor.derived("passages", "Number of passages that quote the person.", least: 0) {
      $0.quotations.passages
    }
    visitor.derived("works", "The works that quote the person, the most frequent first.") {
      $0.quotations.works
    }
    visitor.derived("quotations", "The quotations, by work in reading order.") {
      $0.quotations.quotations.map(QuotationInPassage.init)
    }
    visitor.member("next", \.next, "The address of the next page; null if there is none.")
  }
}

/// A quotation with the passage that has it.
struct QuotationInPassage: APIObject {
  var found: FoundQuotation

  static let schemaName = "QuotationInPassage"
  static let about = "A quotation with the passage that has it."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("passage", "The id of the passage.") { $0.found.passage.id }
    visitor.derived("number", "Number of the quotation in the passage, from 1.", least: 1) {
      $0.found.number
    }
    visitor.derived("quotation", "The quoted words, and whose they are.") { $0.found.quotation }
    visitor.derived("citation", "A reference to the passage, as a note in Chicago style.") {
      citation(of: $0.found.passage, in: $0.found.work, style: .chicago)
    }
  }
}
