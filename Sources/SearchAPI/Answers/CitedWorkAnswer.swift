// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// A cited work.
package struct CitedWorkAnswer: Sendable {
  /// A place that cites the work, from the catalogue.
  package typealias Mention = (by: String, pages: String?, note: String?, through: String?)
  /// A form in which references cite the work, and the rule that assigned it.
  package typealias Variant = (text: String, references: Int, rule: String)

  /// The authors.
  package var authors: [String] = []
  /// The title.
  package var title: String?
  /// The year.
  package var year: Int?
  /// The book or journal.
  package var container: String?
  /// The places that cite it, from the catalogue.
  package var mentions: [Mention] = []
  /// The number of references to it.
  package var references = 0
  /// The ids of the citing texts, with the number of references in each.
  package var citing: [(String, Int)] = []
  /// The intermediate sources it is cited through, with the number of references.
  package var through: [(String, Int)] = []
  /// The forms of reference.
  package var variants: [Variant] = []
  /// The years of editions, with the number of references to each.
  package var editions: [(Int, Int)] = []
  /// The volumes, with the number of references to each.
  package var volumes: [(String, Int)] = []
  /// The ids of this work in the library.
  package var held: [String] = []
  /// An address of its text.
  package var url: String?
  /// The terms under which the text may be used.
  package var rights: String?

  /// Creates an empty answer.
  package init() {}
}

extension CitedWorkAnswer: APIObject {
  package static let schemaName = "CitedWork"
  package static let about = "A cited work."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("authors", \.authors, "The names of the authors.")
    visitor.member("title", \.title, "The title, from the catalogue or most references.")
    visitor.member("year", \.year, "The year of the work, or of its most cited edition.")
    visitor.member("container", \.container, "The book or journal that contains it.")
    visitor.derived("mentions", "Places that cite it, from the catalogue.") {
      $0.mentions.map(CitedMention.init)
    }
    visitor.member("references", \.references, "Number of references to it.")
    visitor.derived("citing", "The works that cite it, by id, the most frequent first.") {
      $0.citing.map(\.0)
    }
    visitor.derived("citing_references", "Number of references in each of `citing`.") {
      $0.citing.map(\.1)
    }
    visitor.derived("through", "The works through which it is cited.") {
      $0.through.map { CountedText(text: $0, references: $1) }
    }
    visitor.derived("variants", "The forms of its title in references.") {
      $0.variants.map(CitedVariant.init)
    }
    visitor.derived("editions", "Years of the editions named in references.") {
      $0.editions.map(\.0)
    }
    visitor.derived("volumes", "Volumes named in references.") { $0.volumes.map(\.0) }
    visitor.member("held", \.held, "The ids of this work in the library.")
    visitor.member("url", \.url, "An address of its text.")
    visitor.member("rights", \.rights, "The terms under which the text may be used.")
  }
}
