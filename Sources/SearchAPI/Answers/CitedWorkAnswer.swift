// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// A work that others cite.
package struct CitedWorkAnswer: Sendable {
  /// A place where the catalogue says that it is cited.
  package typealias Mention = (by: String, pages: String?, note: String?, through: String?)
  /// A form in which references name it, and why it is taken for this work.
  package typealias Variant = (text: String, references: Int, rule: String)

  /// The authors.
  package var authors: [String] = []
  /// The title.
  package var title: String?
  /// The year.
  package var year: Int?
  /// The book or journal.
  package var container: String?
  /// What the catalogue says.
  package var mentions: [Mention] = []
  /// How many references name it.
  package var references = 0
  /// The texts that cite it, with how often.
  package var citing: [(String, Int)] = []
  /// What it came through, with how often.
  package var through: [(String, Int)] = []
  /// The forms of naming it.
  package var variants: [Variant] = []
  /// The years of editions, with how often.
  package var editions: [(Int, Int)] = []
  /// The volumes, with how often.
  package var volumes: [(String, Int)] = []
  /// The works of the library that it is.
  package var held: [String] = []
  /// Where its text is to be had.
  package var url: String?
  /// Under what terms.
  package var rights: String?

  /// Creates an empty answer.
  package init() {}
}

extension CitedWorkAnswer: APIObject {
  package static let schemaName = "CitedWork"
  package static let about = "A work that others cite."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("authors", \.authors, "The names of the authors.")
    visitor.member("title", \.title, "The title, as the catalogue or most references have it.")
    visitor.member("year", \.year, "The year of the work, or of the edition that is cited most.")
    visitor.member("container", \.container, "The book or journal that it stands in.")
    visitor.derived("mentions", "Places that cite it, from the catalogue.") {
      $0.mentions.map(CitedMention.init)
    }
    visitor.member("references", \.references, "Number of references that name it.")
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
    visitor.member("held", \.held, "Ids of the works in the library that are this work.")
    visitor.member("url", \.url, "An address of its text.")
    visitor.member("rights", \.rights, "The terms under which the text may be used.")
  }
}
