// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension String: APIValue {
  package static var schema: ValueSchema { .string }
  package func write(to json: inout JSONWriter) { json.string(self) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> String {
    guard case .string(let text) = json else { throw JSONMismatch(.otherKind) }
    return text
  }
}

extension Int: APIValue {
  package static var schema: ValueSchema { .integer() }
  package func write(to json: inout JSONWriter) { json.number(self) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Int {
    guard case .integer(let number) = json else { throw JSONMismatch(.otherKind) }
    return number
  }
}

extension Double: APIValue {
  package static var schema: ValueSchema { .number }
  package func write(to json: inout JSONWriter) { json.number(self) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Double {
    switch json {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: throw JSONMismatch(.otherKind)
    }
  }
}

extension Bool: APIValue {
  package static var schema: ValueSchema { .boolean }
  package func write(to json: inout JSONWriter) { json.bool(self) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Bool {
    guard case .bool(let value) = json else { throw JSONMismatch(.otherKind) }
    return value
  }
}

extension Optional: APIValue where Wrapped: APIValue {
  package static var schema: ValueSchema { .nullable(Wrapped.schema) }
  package func write(to json: inout JSONWriter) {
    if let value = self { value.write(to: &json) } else { json.null() }
  }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    json == .null ? nil : try Wrapped.read(json)
  }
}

extension Array: APIValue where Element: APIValue {
  package static var schema: ValueSchema { .array(Element.schema) }
  package func write(to json: inout JSONWriter) {
    json.array(self) { $1.write(to: &$0) }
  }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    guard case .array(let values) = json else { throw JSONMismatch(.otherKind) }
    var elements: Self = []
    elements.reserveCapacity(values.count)
    for value in values { elements.append(try Element.read(value)) }
    return elements
  }
}

extension Range: APIValue where Bound == Int {
  package static var schema: ValueSchema {
    .named(
      "Range", about: "A range of Unicode code points; the end is not included.",
      .array(.integer(least: 0), count: 2))
  }
  package func write(to json: inout JSONWriter) { json.range(self) }
  /// Reads a pair of bounds; an invalid range is read as empty, since words matter more than
  /// places.
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Range<Int> {
    let bounds = try [Int].read(json)
    guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else { return 0..<0 }
    return bounds[0]..<bounds[1]
  }
}

extension APIValue where Self: RawRepresentable<String> & CaseIterable {
  package static var schema: ValueSchema { .choice(allCases.map(\.rawValue)) }
  package func write(to json: inout JSONWriter) { json.string(rawValue) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Self {
    guard let value = Self(rawValue: try String.read(json)) else { throw JSONMismatch(.otherKind) }
    return value
  }
}

/// The value of a member that is either `true` or omitted.
package struct Present: APIValue {
  /// Creates the value; `nil` if the member is to be omitted.
  package init?(_ isPresent: Bool) { if !isPresent { return nil } }

  package static var schema: ValueSchema { .present }
  package func write(to json: inout JSONWriter) { json.bool(true) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Present {
    guard let present = Present(try Bool.read(json)) else { throw JSONMismatch(.otherKind) }
    return present
  }
}

/// A 64-bit number as hexadecimal digits, because not every reader of JSON supports such numbers.
package struct Hexadecimal: APIValue {
  /// The number.
  package var value: UInt64

  package static var schema: ValueSchema { .string }
  package func write(to json: inout JSONWriter) { json.string(String(value, radix: 16)) }
  package static func read(_ json: JSONValue) throws(JSONMismatch) -> Hexadecimal {
    guard let value = UInt64(try String.read(json), radix: 16) else {
      throw JSONMismatch(.otherKind)
    }
    return Hexadecimal(value: value)
  }
}

/// Values by names known only at run time, in order.
package struct Keyed<Value: APIValue>: APIValue {
  /// The names and values.
  package var entries: [(String, Value)]

  /// Creates an object of names and values.
  package init(_ entries: [(String, Value)]) { self.entries = entries }

  package static var schema: ValueSchema { .map(Value.schema) }
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in entries {
        json.name(name)
        value.write(to: &json)
      }
    }
  }
}
