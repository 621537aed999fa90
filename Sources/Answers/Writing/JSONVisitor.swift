// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension MemberTable {
  /// Writes an object with its table.
  static func write(_ object: Object, to json: inout JSONWriter) {
    // The writer is moved into the visitor and back, so that its bytes are never copied.
    var visitor = JSONVisitor(object: object, json: json.taken())
    visitor.json.beginObject()
    members(&visitor)
    visitor.json.endObject()
    json = visitor.json.taken()
  }
}

/// Writes the members of an object.
struct JSONVisitor<Object>: MemberVisitor {
  let object: Object
  var json: JSONWriter

  @inline(__always)
  mutating func required<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?, isKey: Bool,
    get: (Object) -> Value, set: ((inout Object, Value) -> Void)?
  ) {
    json.name(name)
    get(object).write(to: &json)
  }

  @inline(__always)
  mutating func optional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?,
    get: (Object) -> Value?, set: ((inout Object, Value) -> Void)?
  ) {
    guard let value = get(object) else { return }
    json.name(name)
    value.write(to: &json)
  }

  @inline(__always)
  mutating func group<Table: MemberTable>(
    _ name: StaticString, _ about: StaticString, _ table: Table.Type
  ) where Table.Object == Object {
    json.name(name)
    json.beginObject()
    Table.members(&self)
    json.endObject()
  }
}
