// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The members of a JSON object, each declared once.
///
/// Every operation on objects of the API is a visitor of their table: JSON is written and read with
/// it, and the OpenAPI document and the reference page are generated from it. A generic function is
/// used instead of an array of members because the compiler specialises it for each visitor, so
/// that writing is about as fast as handwritten code.
package protocol MemberTable: SendableMetatype {
  /// The Swift type whose values the members are read from.
  associatedtype Object
  /// The name of the schema in the OpenAPI document: `Passage`.
  static var schemaName: String { get }
  /// A sentence describing the object.
  static var about: String { get }
  /// Passes each member to a visitor, in the order of the JSON.
  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Object
  /// Creates an object from JSON; throws if the table is only used for writing.
  static func object(from json: JSONValue) throws(JSONMismatch) -> Object
}

extension MemberTable {
  package static func object(from json: JSONValue) throws(JSONMismatch) -> Object {
    throw JSONMismatch(.otherKind)
  }
}

/// A type with exactly one table of members.
package protocol APIObject: MemberTable, APIValue where Object == Self {}

/// A table whose objects can also be read; missing members keep the values of `empty`.
package protocol ReadableTable: MemberTable {
  /// An object without known facts.
  static var empty: Object { get }
}

extension ReadableTable {
  package static func object(from json: JSONValue) throws(JSONMismatch) -> Object {
    try read(json, into: empty)
  }
}

/// A value written with a given table, for types with several tables.
package struct As<Table: MemberTable>: APIValue {
  /// The value.
  package var object: Table.Object

  /// Creates a value that is written with `Table`.
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
