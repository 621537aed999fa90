// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import PassageSearch

/// The reference page of the API, the text of `Index/API.md`, generated from the tables.
package func apiPage() -> String {
  var page = ReferencePage()
  for endpoint in Endpoint.all where endpoint.operationID != nil { page.add(endpoint) }
  page.text += "\n## Objects\n"
  page.addObjects()
  page.text += """

    ## Objects of the command line

    Only commands print these: `works cited --jsonl`, `works cited --by text --jsonl`, `stats --json` and
    `index --diagnostics`.

    """
  for table in ReferencePage.ofCommands { page.queue(table) }
  page.addObjects()
  return page.text
}

/// Builds the page, section by section.
private struct ReferencePage {
  /// The tables used only by commands.
  static let ofCommands: [any MemberTable.Type] = [
    CitedWorkAnswer.self, CitingText.self, IndexStatistics.self, Diagnostic.self,
  ]

  var text = """
    # API

    The addresses of the daemon, their parameters and answers. `pamphlet schema --api` prints this page and `--openapi`
    the OpenAPI document, both from the tables that the daemon uses; a test compares the files. Every address accepts GET
    and HEAD. Errors are `application/problem+json` (RFC 9457) with a `code`. Offsets and ranges count Unicode code points.
    Unknown values are `null`.

    """
  private var queued: [any MemberTable.Type] = []
  private var names: Set<String> = []

  /// Queues a table for description.
  mutating func queue(_ table: any MemberTable.Type) {
    if names.insert(table.schemaName).inserted { queued.append(table) }
  }

  mutating func add(_ endpoint: Endpoint) {
    text += "\n## `GET \(endpoint.path.text)`\n\n\(endpoint.summary)\n"
    let parameters = endpoint.allParameters
    if !parameters.isEmpty {
      text += "\n| parameter | values | default | meaning |\n| --- | --- | --- | --- |\n"
      for parameter in parameters {
        let none = parameter.isRequired ? "required" : ""
        let fallback = parameter.fallback.map { "`\($0)`" } ?? none
        text +=
          "| `\(parameter.name)` | \(parameter.valuesText) | \(fallback) | \(parameter.about) |\n"
      }
    }
    text += "\n| status | answer |\n| --- | --- |\n"
    for answer in endpoint.answers.sorted(by: { $0.status < $1.status }) {
      var about = answer.about
      if case .json(let table) = answer.content {
        queue(table)
        about = "\(Self.link(table.schemaName)): \(about)"
      }
      text += "| \(answer.status) | \(about) |\n"
    }
    text += "\nFor example `\(endpoint.example)`.\n"
  }

  /// Describes the queued tables and those that their members refer to.
  mutating func addObjects() {
    while !queued.isEmpty {
      let table = queued.removeFirst()
      text += "\n### \(table.schemaName)\n\n\(table.about)\n"
      text += "\n| member | JSON | meaning |\n| --- | --- | --- |\n"
      for member in table.descriptions {
        let name = member.isRequired ? "`\(member.name)`" : "`\(member.name)` (optional)"
        text += "| \(name) | \(json(member.schema)) | \(member.about) |\n"
      }
    }
  }

  private mutating func json(_ schema: ValueSchema) -> String {
    switch schema {
    case .string: return "string"
    case .boolean: return "boolean"
    case .number: return "number"
    case .integer: return "integer"
    case .present: return "`true`"
    case .choice(let words): return words.map { "`\($0)`" }.joined(separator: ", ")
    case .array(let element, _): return "array of \(json(element))"
    case .map(let value): return "object of \(json(value)), by name"
    case .nullable(let value): return "\(json(value)) or null"
    case .named("Range", _, _): return "range `[start, end]`"
    case .named(_, _, let value): return json(value)
    case .object(let table):
      queue(table)
      return Self.link(table.schemaName)
    }
  }

  private static func link(_ name: String) -> String { "[\(name)](#\(name.lowercased()))" }
}

extension ParameterDescription {
  /// The values in words, for pages.
  package var valuesText: String {
    switch values {
    case .text(let bounds): "text, at most \(bounds.upperBound) characters"
    case .texts(let bounds): "text, at most \(bounds.upperBound) characters; repeatable"
    case .integer(let bounds): "\(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    }
  }
}
