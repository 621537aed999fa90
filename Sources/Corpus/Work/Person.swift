// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A person or organisation that contributed to a work.
package struct Person: Sendable, Hashable {
  /// What a person did for a work.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case author, editor, translator, contributor
  }

  /// Name as printed below a title: `Tom Wetzel`.
  package var name: String
  /// Family name: `Wetzel`; `nil` for an organisation, or if it cannot be determined.
  package var family: String?
  /// Given names: `Tom`; `nil` if `family` is.
  package var given: String?
  package var role: Role
  /// Real name behind a pseudonym: `Chris Pallis` for Maurice Brinton; `nil` otherwise.
  package var realName: String?

  /// Creates a person from names that have already been separated.
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

  /// Name with the family name first: `Wetzel, Tom`; the full name if the family name is unknown.
  package var sortName: String {
    guard let family else { return name }
    guard let given, !given.isEmpty else { return family }
    return "\(family), \(given)"
  }
}
