// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// The schemas of an OpenAPI document: each object and each named schema once.
struct JSONSchemas {
  /// The schemas with their names, in the order of first use.
  private(set) var components: [(name: String, schema: JSONValue)] = []

  /// The schema of a value; objects and named schemas are references to their components.
  mutating func schema(_ schema: ValueSchema) -> JSONValue {
    switch schema {
    case .string: return ["type": "string"]
    case .boolean: return ["type": "boolean"]
    case .number: return ["type": "number"]
    case .integer(let least):
      guard let least else { return ["type": "integer"] }
      return ["type": "integer", "minimum": .integer(least)]
    case .choice(let words): return ["type": "string", "enum": .array(words.map(JSONValue.string))]
    case .present: return ["type": "boolean", "enum": [true]]
    case .array(let element, nil): return ["type": "array", "items": self.schema(element)]
    case .array(let element, let count?):
      return [
        "type": "array", "items": self.schema(element), "minItems": .integer(count),
        "maxItems": .integer(count),
      ]
    case .map(let value): return ["type": "object", "additionalProperties": self.schema(value)]
    case .nullable(let value): return Self.nullable(self.schema(value))
    case .named(let name, let about, let value):
      return reference(name) { schemas in
        schemas.schema(value).adding("description", .string(about))
      }
    case .object(let table): return reference(to: table)
    }
  }

  /// A reference to the schema of a table.
  mutating func reference(to table: any MemberTable.Type) -> JSONValue {
    reference(table.schemaName) { $0.object(table) }
  }

  private mutating func reference(
    _ name: String, _ make: (inout JSONSchemas) -> JSONValue
  ) -> JSONValue {
    if !components.contains(where: { $0.name == name }) {
      let place = components.count
      components.append((name, .null))
      components[place].schema = make(&self)
    }
    return ["$ref": .string("#/components/schemas/\(name)")]
  }

  private mutating func object(_ table: any MemberTable.Type) -> JSONValue {
    let members = table.descriptions
    let properties = members.map { member in
      JSONValue.Member(
        name: member.name,
        value: schema(member.schema).adding("description", .string(member.about)))
    }
    let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      "type": "object", "description": .string(table.about), "properties": .object(properties),
      "required": .array(required),
    ]
  }

  /// A schema that allows `null` too.
  private static func nullable(_ schema: JSONValue) -> JSONValue {
    guard case .string(let type)? = schema["type"], schema["enum"] == nil,
      case .object(let members) = schema
    else { return ["anyOf": [schema, ["type": "null"]]] }
    return .object(
      members.map {
        $0.name == "type" ? JSONValue.Member(name: "type", value: [.string(type), "null"]) : $0
      })
  }
}

extension JSONValue {
  /// The object with one more member.
  func adding(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(name: name, value: value)])
  }
}
