// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// The schema of a result (JSON Schema 2020-12), generated from its table of members.
///
/// It is complete in itself: each object that it contains is described once, in `$defs`.
struct ResultSchema {
  private var definitions: [JSONValue.Member] = []

  /// The schema of an object.
  static func describing(_ table: any MemberTable.Type) -> JSONValue {
    var schema = ResultSchema()
    let object = schema.object(table)
    guard !schema.definitions.isEmpty else { return object }
    return object.setting("$defs", to: .object(schema.definitions))
  }

  private mutating func object(_ table: any MemberTable.Type) -> JSONValue {
    let members = table.descriptions
    var properties: [JSONValue.Member] = []
    for member in members {
      let schema = value(member.schema).setting("description", to: .string(member.about))
      properties.append(.init(name: member.name, value: schema))
    }
    return [
      "type": "object", "description": .string(table.about), "properties": .object(properties),
      "required": .array(members.filter(\.isRequired).map { .string($0.name) }),
    ]
  }

  private mutating func reference(to table: any MemberTable.Type) -> JSONValue {
    let name = table.schemaName
    if !definitions.contains(where: { $0.name == name }) {
      let place = definitions.count
      definitions.append(.init(name: name, value: .null))
      definitions[place].value = object(table)
    }
    return ["$ref": .string("#/$defs/\(name)")]
  }

  private mutating func value(_ schema: ValueSchema) -> JSONValue {
    switch schema {
    case .string: return ["type": "string"]
    case .boolean: return ["type": "boolean"]
    case .number: return ["type": "number"]
    case .integer(nil): return ["type": "integer"]
    case .integer(let least?): return ["type": "integer", "minimum": .integer(least)]
    case .choice(let words): return ["type": "string", "enum": .array(words.map { .string($0) })]
    case .present: return ["type": "boolean", "enum": [true]]
    case .array(let element, let count):
      let array: JSONValue = ["type": "array", "items": value(element)]
      guard let count else { return array }
      return array.setting("minItems", to: .integer(count)).setting("maxItems", to: .integer(count))
    case .map(let element): return ["type": "object", "additionalProperties": value(element)]
    case .nullable(let inner): return ["anyOf": [value(inner), ["type": "null"]]]
    case .named(_, let about, let inner):
      return value(inner).setting("description", to: .string(about))
    case .object(let table): return reference(to: table)
    }
  }
}
