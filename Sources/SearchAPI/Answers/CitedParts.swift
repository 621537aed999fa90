// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// A place that cites a work, from the catalogue.
struct CitedMention: APIObject {
  var mention: CitedWorkAnswer.Mention

  static let schemaName = "CitedMention"
  static let about = "A place that cites a work, from the catalogue."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("by", \.mention.by, "The work that cites it.")
    visitor.member("pages", \.mention.pages, "The pages that are cited.")
    visitor.member("note", \.mention.note, "The number of the note that cites it.")
    visitor.member("through", \.mention.through, "The work through which it is cited.")
  }
}

/// A form in which references cite a work.
struct CitedVariant: APIObject {
  var variant: CitedWorkAnswer.Variant

  static let schemaName = "CitedVariant"
  static let about = "A form of a work's title in references."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("text", \.variant.text, "The title in this form.")
    visitor.member("references", \.variant.references, "Number of references that use this form.")
    visitor.member("rule", \.variant.rule, "The name of the rule that assigned it to this work.")
  }
}

/// A name and the number of references with it.
struct CountedText: APIObject {
  var text: String
  var references: Int

  static let schemaName = "CountedText"
  static let about = "A name and the number of references with it."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("text", \.text, "The name, as in the references.")
    visitor.member("references", \.references, "Number of references with it.")
  }
}

/// A text with the works it cites and the number of references to each.
package struct CitingText: Sendable, APIObject {
  /// The id of the text.
  package var work: String
  /// The cited works with the number of references to each.
  package var cites: [(CitedWorkAnswer, Int)]

  /// Creates an answer.
  package init(_ work: String, cites: [(CitedWorkAnswer, Int)]) {
    self.work = work
    self.cites = cites
  }

  package static let schemaName = "CitingText"
  package static let about = "A text with the works that it cites."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("work", \.work, "The id of the text.")
    visitor.derived("cites", "The works that it cites, the most cited first.") {
      $0.cites.map(Cited.init)
    }
  }

  /// A cited work and the number of references to it in a text.
  struct Cited: APIObject {
    var work: CitedWorkAnswer
    var references: Int

    static let schemaName = "Cited"
    static let about = "A cited work and the number of references to it in a text."

    static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
    where Visitor.Object == Self {
      visitor.member("authors", \.work.authors, "The names of the authors.")
      visitor.member("title", \.work.title, "The title, from the catalogue or the references.")
      visitor.member("year", \.work.year, "The year of the work or of the edition.")
      visitor.member("references", \.references, "Number of references to it in the text.")
      visitor.member("held", \.work.held, "The ids of this work in the library.")
    }
  }
}
