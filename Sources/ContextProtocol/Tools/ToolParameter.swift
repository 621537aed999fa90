// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import SearchAPI

/// An argument of a tool, most often a parameter of the API under the name of its option.
struct ToolParameter: Sendable {
  /// The name in `arguments`.
  var name: String
  /// A sentence saying what it does.
  var about: String
  /// Its values.
  var values: ParameterDescription.Values
  /// The value if it is omitted; `nil` if there is none.
  var fallback: String?
  /// Whether it must be given.
  var isRequired = false

  init(
    _ name: String, _ about: String, _ values: ParameterDescription.Values,
    fallback: String? = nil, isRequired: Bool = false
  ) {
    self.name = name
    self.about = about
    self.values = values
    self.fallback = fallback
    self.isRequired = isRequired
  }

  /// A parameter of the API.
  ///
  /// - Parameter values: The values that the tool allows, if it allows fewer.
  init(_ parameter: ParameterDescription, only values: ParameterDescription.Values? = nil) {
    self.init(
      parameter.option ?? parameter.name, parameter.about, values ?? parameter.values,
      fallback: parameter.fallback)
  }

  /// A filter of a search.
  init(_ filter: ParameterDescription, of field: Field) {
    self.init(
      filter.name, "\(field.summary) Of several values any may match.", filter.values)
  }

  /// The schema of the argument (JSON Schema 2020-12).
  var schema: JSONValue {
    switch values {
    case .text(let bounds): described(Self.text(bounds), fallback.map { .string($0) })
    case .texts(let bounds): described(["type": "array", "items": Self.text(bounds)], nil)
    case .choice(let words):
      described(
        ["type": "string", "enum": .array(words.map { .string($0) })],
        fallback.map { .string($0) })
    case .integer(let bounds):
      described(
        [
          "type": "integer", "minimum": .integer(bounds.lowerBound),
          "maximum": .integer(bounds.upperBound),
        ], fallback.flatMap { Int($0) }.map { .integer($0) })
    }
  }

  private func described(_ schema: JSONValue, _ fallback: JSONValue?) -> JSONValue {
    let schema = schema.setting("description", to: .string(about))
    return fallback.map { schema.setting("default", to: $0) } ?? schema
  }

  private static func text(_ bounds: ClosedRange<Int>) -> JSONValue {
    var schema: JSONValue = ["type": "string"]
    if bounds.lowerBound > 0 {
      schema = schema.setting("minLength", to: .integer(bounds.lowerBound))
    }
    return schema.setting("maxLength", to: .integer(bounds.upperBound))
  }
}

extension JSONValue {
  /// The object with a member set, at its place or at the end.
  func setting(_ name: String, to value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    let member = Member(name: name, value: value)
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place] = member
    } else {
      members.append(member)
    }
    return .object(members)
  }
}
