// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A member of a table, for help and schemas.
package struct MemberDescription: Sendable {
  /// The name in JSON.
  package var name: String
  /// A sentence describing it.
  package var about: String
  /// The schema of its value.
  package var schema: ValueSchema
  /// Whether it is always present.
  package var isRequired: Bool
}

extension MemberTable {
  /// The members of the table, in order.
  package static var descriptions: [MemberDescription] {
    var visitor = DescribingVisitor<Object>()
    members(&visitor)
    return visitor.members
  }
}

/// Collects the descriptions of members.
private struct DescribingVisitor<Object>: MemberVisitor {
  var members: [MemberDescription] = []

  mutating func required<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?, isKey: Bool,
    get: (Object) -> Value, set: ((inout Object, Value) -> Void)?
  ) {
    add(name, about, Value.schema.bounded(least: least), isRequired: true)
  }

  mutating func optional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?,
    get: (Object) -> Value?, set: ((inout Object, Value) -> Void)?
  ) {
    add(name, about, Value.schema.bounded(least: least), isRequired: false)
  }

  mutating func group<Table: MemberTable>(
    _ name: StaticString, _ about: StaticString, _ table: Table.Type
  ) where Table.Object == Object {
    add(name, about, .object(Table.self), isRequired: true)
  }

  private mutating func add(
    _ name: StaticString, _ about: StaticString, _ schema: ValueSchema, isRequired: Bool
  ) {
    members.append(
      MemberDescription(
        name: "\(name)", about: "\(about)", schema: schema, isRequired: isRequired))
  }
}
