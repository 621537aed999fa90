// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import FoundationEssentials
import SearchAPI
import Testing

/// The files of `Index/` that are printed from the tables.
struct GeneratedFilesTests {
  private static let files = [
    (name: "openapi.json", command: "schema --openapi", text: OpenAPIDocument.text),
    (name: "API.md", command: "schema --api", text: apiPage()),
  ]

  @Test(arguments: files.indices)
  func `the files are what the tables print`(_ index: Int) throws {
    let file = Self.files[index]
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let data = FileManager.default.contents(atPath: "/\(root)/Index/\(file.name)")
    let stored = String(decoding: data ?? Data(), as: UTF8.self)
    #expect(
      stored == file.text, "Print it anew: pamphlet \(file.command) > Index/\(file.name)")
  }

  @Test func `every reference of the document leads to a schema`() throws {
    let document = try JSONValue(parsing: OpenAPIDocument.text.utf8)
    let schemas = try #require(document["components"]?["schemas"])
    var references = 0
    func visit(_ value: JSONValue) {
      switch value {
      case .object(let members):
        for member in members {
          if member.name == "$ref", case .string(let target) = member.value {
            references += 1
            let name = target.split(separator: "/").last.map(String.init) ?? ""
            #expect(schemas[name] != nil, "\(target)")
          }
          visit(member.value)
        }
      case .array(let values): values.forEach(visit)
      default: break
      }
    }
    visit(document)
    #expect(references > 50)
  }
}
