// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Testing

@testable import ContextProtocol

/// What every entry of the table of tools is promised.
struct ToolTableTests {
  @Test func `tools have names of their own that any client takes`() {
    #expect(Set(Tool.all.map(\.name)).count == Tool.all.count)
    for tool in Tool.all {
      // Specification 2026-07-28, “Tool Names”.
      #expect(tool.name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x5F }, "\(tool.name)")
      #expect(tool.title != tool.name && tool.description.last == ".")
      #expect(tool.description.contains("Null means unknown"))
    }
  }

  @Test(arguments: Tool.all.indices)
  func `schemas describe each argument and each member`(_ index: Int) throws {
    let listing = Tool.all[index].listing(in: .july2026)
    let input = try #require(listing["inputSchema"])
    #expect(input["additionalProperties"] == false)
    for parameter in Tool.all[index].parameters {
      let schema = try #require(input["properties"]?[parameter.name])
      guard case .string(let about)? = schema["description"] else {
        Issue.record("\(parameter.name) has no description")
        continue
      }
      #expect(about.last == ".")
      #expect(schema["type"] != nil)
    }
    let output = try #require(listing["outputSchema"])
    let names = output["properties"].map(Self.names) ?? []
    #expect(output["required"]?.elements.count == names.count)
    try Self.checkReferences(in: output, to: output["$defs"] ?? [:])
  }

  @Test func `defaults are valid values`() throws {
    for tool in Tool.all {
      let isNeeded = tool.parameters.contains(where: \.isRequired)
      let arguments = try ToolArguments(isNeeded ? ["id": "a/p1"] : [:], for: tool.parameters)
      for parameter in tool.parameters {
        guard let fallback = parameter.fallback else { continue }
        let json: JSONValue = Int(fallback).map { .integer($0) } ?? .string(fallback)
        let given = arguments.values.map { value -> JSONValue.Member in
          .init(
            name: value.name, value: Int(value.value).map { .integer($0) } ?? .string(value.value))
        }
        #expect(arguments[parameter.name] == fallback)
        #expect(given.contains { $0.name == parameter.name && $0.value == json })
        #expect(throws: Never.self) { try ToolArguments(.object(given), for: tool.parameters) }
      }
    }
  }

  private static func names(_ object: JSONValue) -> [String] {
    if case .object(let members) = object { members.map(\.name) } else { [] }
  }

  private static func checkReferences(in value: JSONValue, to definitions: JSONValue) throws {
    switch value {
    case .object(let members):
      for member in members {
        if member.name == "$ref", case .string(let target) = member.value {
          let name = target.split(separator: "/").last.map(String.init) ?? ""
          #expect(definitions[name]?["properties"] != nil, "\(target)")
        }
        try checkReferences(in: member.value, to: definitions)
      }
    case .array(let values):
      for value in values { try checkReferences(in: value, to: definitions) }
    default: break
    }
  }
}
