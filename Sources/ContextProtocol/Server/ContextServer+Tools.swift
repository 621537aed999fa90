// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import IndexSchema
import QueryLanguage
import SearchAPI
import TextFolding

extension ContextServer {
  /// Calls a tool; what goes wrong in it is a result, so that the assistant reads it.
  func call(
    _ params: JSONValue, in revision: ProtocolRevision, addingTo result: inout JSONText
  ) throws(ProtocolError) {
    guard case .string(let name)? = params["name"] else {
      throw ProtocolError(.invalidParams, "`name` must be a string.")
    }
    guard let tool = Tool.all.first(where: { $0.name == name }) else {
      let names = Tool.all.map { "`\($0.name)`" }.joined(separator: ", ")
      throw ProtocolError(
        .invalidParams, "There is no tool “\(name.prefix(60))”. The tools are \(names).")
    }
    let given = params["arguments"] ?? .null
    switch given {
    case .null, .object: break
    default: throw ProtocolError(.invalidParams, "`arguments` must be an object.")
    }
    do throws(IndexError) {
      let arguments = try ToolArguments(given, for: tool.parameters)
      let answer = try tool.call(arguments, try searcher())
      result.add("content", Self.content(answer.text))
      if revision.hasStructuredResults {
        result.add("structuredContent", json: ControlCharacters.shown(inJSON: answer.json))
      }
      result.add("isError", false)
    } catch {
      result.add("content", Self.content(Self.report(error, given["query"])))
      result.add("isError", true)
    }
  }

  private static func content(_ text: String) -> JSONValue {
    [["type": "text", "text": .string(ControlCharacters.shown(text))]]
  }

  /// What went wrong, where in the query, and what to do.
  private static func report(_ error: IndexError, _ query: JSONValue?) -> String {
    var lines = [error.message]
    if case .string(let query)? = query {
      let place = caret(for: error, in: query)
      if !place.isEmpty { lines.append(place) }
    }
    if let advice = error.advice { lines.append(advice) }
    return lines.joined(separator: "\n")
  }
}
