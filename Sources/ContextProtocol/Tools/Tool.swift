// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import PassageSearch

/// A tool that assistants can call: a value that is defined in a file of its own.
///
/// To add a tool, add a file beside this one and an entry in `all`. The list of tools, the schemas
/// and the check of arguments are derived from it.
struct Tool: Sendable {
  /// What a call returns: the same facts as JSON and as text to read.
  typealias Result = (json: String, text: String)

  /// The name by which it is called.
  let name: String
  /// The name for people.
  let title: String
  /// What it does, for the assistant.
  let description: String
  /// The arguments.
  let parameters: [ToolParameter]
  private let answer: any MemberTable.Type
  /// Answers a call.
  let call: @Sendable (ToolArguments, Searcher) throws(IndexError) -> Result

  init<Answer: ToolAnswer>(
    _ name: String, _ title: String, _ description: String, _ parameters: [ToolParameter],
    answer: @escaping @Sendable (ToolArguments, Searcher) throws(IndexError) -> Answer
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.parameters = parameters
    self.answer = Answer.self
    call = { (arguments, searcher) throws(IndexError) in
      let answer = try answer(arguments, searcher)
      return (answer.json, answer.readable)
    }
  }

  /// All tools, in the order in which they are listed.
  static let all = [search, read, cite]
}

/// The answer of a tool: an object that can also be read as text.
protocol ToolAnswer: APIObject {
  /// The same facts as plain text, for clients and models that do not read JSON.
  var readable: String { get }
}

extension Tool {
  /// The entry of `tools/list` with the members that a revision has.
  func listing(in revision: ProtocolRevision) -> JSONValue {
    var tool: JSONValue = ["name": .string(name)]
    if revision.hasStructuredResults { tool = tool.setting("title", to: .string(title)) }
    tool = tool.setting("description", to: .string(description))
    tool = tool.setting("inputSchema", to: arguments)
    if revision.hasStructuredResults {
      tool = tool.setting("outputSchema", to: ResultSchema.describing(answer))
    }
    guard revision.hasAnnotations else { return tool }
    return tool.setting(
      "annotations",
      to: [
        "title": .string(title), "readOnlyHint": true, "destructiveHint": false,
        "idempotentHint": true, "openWorldHint": false,
      ])
  }

  /// The schema of the arguments.
  private var arguments: JSONValue {
    [
      "type": "object",
      "properties": .object(parameters.map { .init(name: $0.name, value: $0.schema) }),
      "required": .array(parameters.filter(\.isRequired).map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }
}
