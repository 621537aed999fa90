// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An operation on each member of a table.
///
/// - Note: `about` is the sentence for the reference page; `least` is the minimum of a number;
///   members with `isKey` are required when an object is read.
package protocol MemberVisitor {
  /// The type whose values the members are read from.
  associatedtype Object

  /// Visits a member that is always present.
  mutating func required<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?, isKey: Bool,
    get: (Object) -> Value, set: ((inout Object, Value) -> Void)?)

  /// Visits a member that is omitted if `get` returns `nil`.
  mutating func optional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?,
    get: (Object) -> Value?, set: ((inout Object, Value) -> Void)?)

  /// Visits an object whose members are read from the same value.
  mutating func group<Table: MemberTable>(
    _ name: StaticString, _ about: StaticString, _ table: Table.Type)
  where Table.Object == Object
}

extension MemberVisitor {
  /// A stored property that is written and read.
  @inline(__always)
  package mutating func member<Value: APIValue>(
    _ name: StaticString, _ path: WritableKeyPath<Object, Value>, _ about: StaticString,
    least: Int? = nil, isKey: Bool = false
  ) {
    required(
      name, about, least: least, isKey: isKey, get: { $0[keyPath: path] },
      set: { $0[keyPath: path] = $1 })
  }

  /// A member that is written and read with closures.
  @inline(__always)
  package mutating func member<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, isKey: Bool = false,
    get: (Object) -> Value, set: @escaping (inout Object, Value) -> Void
  ) {
    required(name, about, least: nil, isKey: isKey, get: get, set: set)
  }

  /// A member that is written but never read, because it follows from others.
  @inline(__always)
  package mutating func derived<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int? = nil, get: (Object) -> Value
  ) {
    required(name, about, least: least, isKey: false, get: get, set: nil)
  }

  /// A stored property that is omitted if it is `nil`.
  @inline(__always)
  package mutating func optional<Value: APIValue>(
    _ name: StaticString, _ path: WritableKeyPath<Object, Value?>, _ about: StaticString
  ) {
    optional(
      name, about, least: nil, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A member that is written if it has a value, and never read.
  @inline(__always)
  package mutating func derivedOptional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int? = nil, get: (Object) -> Value?
  ) {
    optional(name, about, least: least, get: get, set: nil)
  }
}
