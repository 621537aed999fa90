// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A person or a body that made a work.
package struct Person: Sendable, Hashable {
  /// What somebody did for a work.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case author, editor, translator, contributor
  }

  /// The name as it is printed under a title: `Tom Wetzel`.
  package var name: String
  /// The family name: `Wetzel`; `nil` for a body, or where it cannot be told.
  package var family: String?
  /// The given names: `Tom`.
  package var given: String?
  /// What they did.
  package var role: Role
  /// Who wrote under this name, if it is a pseudonym: `Chris Pallis` for Maurice Brinton.
  package var realName: String?

  /// Creates a person whose names are known apart.
  package init(
    name: String, family: String?, given: String?, role: Role = .author,
    realName: String? = nil
  ) {
    self.name = name
    self.family = family
    self.given = given
    self.role = role
    self.realName = realName
  }

  /// The name with the family name first: `Wetzel, Tom`; the name as it is where that is unknown.
  package var sortName: String {
    guard let family else { return name }
    guard let given, !given.isEmpty else { return family }
    return "\(family), \(given)"
  }
}
