// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// Compares JSON with the schema that the tables promise.
enum SchemaCheck {
  /// What does not fit, with its place; empty if all fits.
  static func faults(_ json: JSONValue, _ schema: ValueSchema, at place: String = "") -> [String] {
    switch (schema, json) {
    case (.string, .string), (.boolean, .bool), (.number, .number), (.number, .integer),
      (.present, .bool(true)):
      return []
    case (.integer(let least), .integer(let number)):
      return number >= least ?? .min ? [] : ["\(place): \(number)"]
    case (.choice(let words), .string(let word)):
      return words.contains(word) ? [] : ["\(place): \(word)"]
    case (.nullable, .null): return []
    case (.nullable(let value), _): return faults(json, value, at: place)
    case (.named(_, _, let value), _): return faults(json, value, at: place)
    case (.array(let element, let count), .array(let values)):
      let counted =
        count == nil || count == values.count ? [] : ["\(place): \(values.count) values"]
      return counted + values.flatMap { faults($0, element, at: "\(place)[]") }
    case (.map(let value), .object(let members)):
      return members.flatMap { faults($0.value, value, at: "\(place).\($0.name)") }
    case (.object(let table), .object(let members)):
      return faults(members, table, at: place)
    default: return ["\(place): \(json)"]
    }
  }

  private static func faults(
    _ members: [JSONValue.Member], _ table: any MemberTable.Type, at place: String
  ) -> [String] {
    let known = table.descriptions
    let missing = known.filter { member in
      member.isRequired && !members.contains { $0.name == member.name }
    }
    var found = missing.map { "\(place).\($0.name) is missing" }
    for member in members {
      if let description = known.first(where: { $0.name == member.name }) {
        found += faults(member.value, description.schema, at: "\(place).\(member.name)")
      } else {
        found.append("\(place).\(member.name) is not in the table")
      }
    }
    return found
  }
}
