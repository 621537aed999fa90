// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is done with each member of a table.
///
/// - Note: `about` is the sentence of the reference page; `least` the smallest number that is given;
///   a member that `isKey` must be there when an object is read.
package protocol MemberVisitor {
  /// The value that the members are read from.
  associatedtype Object

  /// Visits a member that is always there.
  mutating func required<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?, isKey: Bool,
    get: (Object) -> Value, set: ((inout Object, Value) -> Void)?)

  /// Visits a member that is left out where `get` gives `nil`.
  mutating func optional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int?,
    get: (Object) -> Value?, set: ((inout Object, Value) -> Void)?)

  /// Visits an object whose members are read from the same value.
  mutating func group<Table: MemberTable>(
    _ name: StaticString, _ about: StaticString, _ table: Table.Type)
  where Table.Object == Object
}

extension MemberVisitor {
  /// A stored property, written and read.
  @inline(__always)
  package mutating func member<Value: APIValue>(
    _ name: StaticString, _ path: WritableKeyPath<Object, Value>, _ about: StaticString,
    least: Int? = nil, isKey: Bool = false
  ) {
    required(
      name, about, least: least, isKey: isKey, get: { $0[keyPath: path] },
      set: { $0[keyPath: path] = $1 })
  }

  /// A member that is written and read by closures.
  @inline(__always)
  package mutating func member<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, isKey: Bool = false,
    get: (Object) -> Value, set: @escaping (inout Object, Value) -> Void
  ) {
    required(name, about, least: nil, isKey: isKey, get: get, set: set)
  }

  /// A member that is written and, as it follows from others, never read.
  @inline(__always)
  package mutating func derived<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int? = nil, get: (Object) -> Value
  ) {
    required(name, about, least: least, isKey: false, get: get, set: nil)
  }

  /// A stored property that is left out where it is `nil`.
  @inline(__always)
  package mutating func optional<Value: APIValue>(
    _ name: StaticString, _ path: WritableKeyPath<Object, Value?>, _ about: StaticString
  ) {
    optional(
      name, about, least: nil, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A member that is written where there is a value, and never read.
  @inline(__always)
  package mutating func derivedOptional<Value: APIValue>(
    _ name: StaticString, _ about: StaticString, least: Int? = nil, get: (Object) -> Value?
  ) {
    optional(name, about, least: least, get: get, set: nil)
  }
}
