// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A person who contributed to a work, and whether that is stated or inferred.
package struct PersonAnswer: Sendable {
  /// The person, with what the fact rests on.
  package var person: Attributed<Person>

  /// Creates an answer.
  package init(_ person: Attributed<Person>) { self.person = person }
}

extension PersonAnswer: APIObject, ReadableTable {
  package static let schemaName = "Person"
  package static let about = "A person or an organisation that contributed to a work."

  package static var empty: PersonAnswer {
    PersonAnswer(.read(Person(name: "", family: nil, given: nil)))
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "name", \.person.value.name, "The name as printed under the title.", isKey: true)
    visitor.member(
      "family", \.person.value.family,
      "The family name; null for organisations and if unknown.")
    visitor.member("given", \.person.value.given, "The given names, as printed.")
    visitor.member(
      "real_name", \.person.value.realName, "The real name behind a pseudonym.")
    visitor.member("role", \.person.value.role, "What they contributed.")
    visitor.member("basis", \.person.basis, "Whether this is stated or inferred.")
  }
}

extension Person.Role: APIValue {}
