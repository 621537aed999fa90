// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The members of a JSON object, each declared once.
///
/// Whatever handles an object of the API is a visitor of its table: JSON is written and read by
/// it, and the OpenAPI document and the reference page are printed from it. Why a generic function and
/// not an array of members: the compiler specialises it for its visitor, so that writing costs about
/// what code written by hand does.
package protocol MemberTable: SendableMetatype {
  /// The Swift value that the members are read from.
  associatedtype Object
  /// The name of the schema in the OpenAPI document: `Passage`.
  static var schemaName: String { get }
  /// What the object is, in a sentence.
  static var about: String { get }
  /// Shows each member to a visitor, in the order of the JSON.
  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Object
  /// Makes an object of JSON; throws if objects of the table only leave the program.
  static func object(from json: JSONValue) throws(JSONMismatch) -> Object
}

extension MemberTable {
  package static func object(from json: JSONValue) throws(JSONMismatch) -> Object {
    throw JSONMismatch(.otherKind)
  }
}

/// A value whose type has one table of members.
package protocol APIObject: MemberTable, APIValue where Object == Self {}

/// A table whose objects can be read back: members that are missing keep the values of `empty`.
package protocol ReadableTable: MemberTable {
  /// An object of which nothing is known.
  static var empty: Object { get }
}

extension ReadableTable {
  package static func object(from json: JSONValue) throws(JSONMismatch) -> Object {
    try read(json, into: empty)
  }
}

/// A value as the members of a table: for types that have several tables.
package struct As<Table: MemberTable>: APIValue {
  /// The value.
  package var object: Table.Object

  /// Creates a value that is written by `Table`.
  package init(_ object: Table.Object) { self.object = object }

  package static var schema: ValueSchema { .object(Table.self) }

  package func write(to json: inout JSONWriter) { Table.write(object, to: &json) }

  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    Self(try Table.object(from: json))
  }
}

extension APIObject {
  package static var schema: ValueSchema { .object(Self.self) }

  package func write(to json: inout JSONWriter) { Self.write(self, to: &json) }

  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    try object(from: json)
  }

  /// The object as compact JSON.
  package var json: String {
    var json = JSONWriter()
    write(to: &json)
    return json.text
  }
}
