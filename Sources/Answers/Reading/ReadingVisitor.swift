// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension MemberTable {
  /// Reads the members present in the JSON into an object; the others are left unchanged.
  ///
  /// - Throws: `JSONMismatch` if a key is missing or a value has the wrong type.
  package static func read(
    _ json: JSONValue, into object: Object
  ) throws(JSONMismatch) -> Object {
    guard case .object(let members) = json else { throw JSONMismatch(.otherKind) }
    var visitor = ReadingVisitor(object: object, json: members)
    Self.members(&visitor)
    if let mismatch = visitor.mismatch { throw mismatch }
    return visitor.object
  }
}

/// Reads the members of an object, and records the first that cannot be read.
///
/// `null` means unknown, like a missing member.
private struct ReadingVisitor<Object>: MemberVisitor {
  var object: Object
  let json: [JSONValue.Member]
  var mismatch: JSONMismatch?

  mutating func required<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?, isKey: Bool,
    get: (Object) -> Value, set: ((inout Object, Value) -> Void)?
  ) {
    read(name, isKey: isKey, set)
  }

  mutating func optional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?,
    get: (Object) -> Value?, set: ((inout Object, Value) -> Void)?
  ) {
    read(name, isKey: false, set)
  }

  mutating func group<Table: MemberTable>(
    _ name: StaticString, _ about: StaticString, _ table: Table.Type
  ) where Table.Object == Object {
    guard mismatch == nil else { return }
    guard let value = value("\(name)") else {
      mismatch = JSONMismatch(.missing, at: ["\(name)"])
      return
    }
    do throws(JSONMismatch) {
      object = try Table.read(value, into: object)
    } catch {
      mismatch = error.below("\(name)")
    }
  }

  private mutating func read<Value: APIValue>(
    _ name: StaticString, isKey: Bool, _ set: ((inout Object, Value) -> Void)?
  ) {
    guard mismatch == nil, let set else { return }
    let name = "\(name)"
    guard let value = value(name) else {
      if isKey { mismatch = JSONMismatch(.missing, at: [name]) }
      return
    }
    do throws(JSONMismatch) {
      set(&object, try Value.read(value))
    } catch {
      mismatch = error.below(name)
    }
  }

  private func value(_ name: String) -> JSONValue? {
    guard let value = json.first(where: { $0.name == name })?.value, value != .null else {
      return nil
    }
    return value
  }
}
