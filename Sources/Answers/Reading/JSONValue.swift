// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Any JSON value, with the members of objects in order.
package enum JSONValue: Sendable, Hashable {
  /// A member of an object.
  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case integer(Int)
  /// A number with a fraction or an exponent, or outside the range of `Int`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// The value of a member; `nil` if this is not an object with such a member.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(name: $0, value: $1) })
  }
}

extension JSONValue {
  /// The value on several lines, indented by two spaces; arrays and objects that fit are kept on
  /// one line.
  package var pretty: String { pretty(indent: "", room: 96) + "\n" }

  /// The value on one line, compact.
  package var compact: String {
    var json = JSONWriter()
    write(to: &json)
    return json.text
  }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let value): json.bool(value)
    case .integer(let number): json.number(number)
    case .number(let number): json.number(number)
    case .string(let text): json.string(text)
    case .array(let values): json.array(values) { $1.write(to: &$0) }
    case .object(let members):
      json.object { json in
        for member in members {
          json.name(member.name)
          member.value.write(to: &json)
        }
      }
    }
  }

  private func pretty(indent: String, room: Int) -> String {
    let line = compact
    let inner = indent + "  "
    switch self {
    case .array(let values) where line.utf8.count > room - indent.count:
      return "[\n"
        + values.map { inner + $0.pretty(indent: inner, room: room) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members) where line.utf8.count > room - indent.count:
      return "{\n"
        + members.map {
          "\(inner)\(JSONValue.string($0.name).compact): "
            + $0.value.pretty(indent: inner, room: room)
        }.joined(separator: ",\n") + "\n\(indent)}"
    default: return line
    }
  }
}
