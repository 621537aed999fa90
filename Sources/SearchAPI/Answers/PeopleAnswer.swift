// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import People

/// A page of the people of the library.
package struct PeopleAnswer: Sendable, APIObject {
  /// The people.
  package var people: [LibraryPerson]
  /// How many there are on all pages.
  package var total: Int
  /// The address of the next page; `nil` if there is none.
  package var next: String?

  /// Creates a page.
  package init(_ people: [LibraryPerson], total: Int, next: String? = nil) {
    self.people = people
    self.total = total
    self.next = next
  }

  package static let schemaName = "People"
  package static let about = "A page of the people in the library: who wrote, speaks or is cited."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("people", \.people, "The people, the most frequently named first.")
    visitor.member("total", \.total, "Number of people on all pages.")
    visitor.member("next", \.next, "The address of the next page; null if there is none.")
  }
}

extension LibraryPerson: APIObject {
  package static let schemaName = "LibraryPerson"
  package static let about =
    "A person across the texts of the library, with every form of the name."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("name", "The preferred form of the name, which the facet `speaker` shows.") {
      $0.name
    }
    visitor.member(
      "single_name", \.isSingleName,
      "Whether only one name is known (`Bakunin`, `Mr. Bennet`), which several people may bear.")
    visitor.derived("author", "Number of works by the person.") { $0.counts.author }
    visitor.derived("editor", "Number of works that the person edited.") { $0.counts.editor }
    visitor.derived("translator", "Number of works that the person translated.") {
      $0.counts.translator
    }
    visitor.derived("speaker", "Number of quotations of the person.") { $0.counts.speaker }
    visitor.derived("cited", "Number of references to works by the person.") { $0.counts.cited }
    visitor.member("forms", \.forms, "The forms of the name, the preferred one first.")
  }
}

extension LibraryPerson.Form: APIObject {
  package static let schemaName = "NameForm"
  package static let about = "A form of a person's name, and why it is that person's."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member("name", \.text, "The name as printed.")
    visitor.member("rule", \.rule, "Why it is a name of this person.")
    visitor.member(
      "like", \.like, "The form with which it was found to agree; null for the preferred one.")
    visitor.member("author", \.counts.author, "Number of works by an author with this name.")
    visitor.member("editor", \.counts.editor, "Number of works with an editor of this name.")
    visitor.member(
      "translator", \.counts.translator, "Number of works with a translator of this name.")
    visitor.member("speaker", \.counts.speaker, "Number of quotations of a speaker of this name.")
    visitor.member("cited", \.counts.cited, "Number of references to an author of this name.")
    visitor.member(
      "works", \.works, "The ids of works in which the name occurs, three at most.")
    visitor.member("work_count", \.workCount, "Number of works in which the name occurs.")
  }
}

extension LibraryPerson.Rule: APIValue {}
