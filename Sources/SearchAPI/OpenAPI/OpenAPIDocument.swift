// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// The OpenAPI 3.1 description of the API, generated from the table of endpoints.
package enum OpenAPIDocument {
  /// The indented document: the text of `Index/openapi.json`, also served by the daemon.
  package static let text = document.pretty

  /// The document.
  package static var document: JSONValue {
    var schemas = JSONSchemas()
    let paths = Endpoint.all.filter { $0.operationID != nil }.map { endpoint in
      JSONValue.Member(
        name: endpoint.path.text, value: ["get": operation(endpoint, &schemas)])
    }
    let components = schemas.components.map { JSONValue.Member(name: $0.name, value: $0.schema) }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Pamphlet",
        "version": "1",
        "description":
          "Where is that said, by whom, and on what page? Passages of a library of texts, with their sources. Read-only; GET and HEAD.",
        "license": ["name": "GPL-2.0-or-later", "identifier": "GPL-2.0-or-later"],
      ],
      "servers": [["url": "/"]],
      "paths": .object(paths),
      "components": ["schemas": .object(components)],
    ]
  }

  private static func operation(_ endpoint: Endpoint, _ schemas: inout JSONSchemas) -> JSONValue {
    let parameters = endpoint.allParameters.map(parameter)
    var members: [JSONValue.Member] = [
      JSONValue.Member(name: "operationId", value: .string(endpoint.operationID ?? "")),
      JSONValue.Member(name: "summary", value: .string(endpoint.summary)),
    ]
    if !parameters.isEmpty {
      members.append(JSONValue.Member(name: "parameters", value: .array(parameters)))
    }
    let answers = endpoint.answers.sorted { $0.status < $1.status }.map { answer in
      JSONValue.Member(name: String(answer.status), value: response(answer, &schemas))
    }
    members.append(JSONValue.Member(name: "responses", value: .object(answers)))
    return .object(members)
  }

  private static func parameter(_ parameter: ParameterDescription) -> JSONValue {
    let members: JSONValue = [
      "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
      "description": .string(parameter.about), "required": .bool(parameter.isRequired),
      "schema": schema(parameter),
    ]
    return parameter.isList
      ? members.adding("style", "form").adding("explode", true) : members
  }

  private static func schema(_ parameter: ParameterDescription) -> JSONValue {
    switch parameter.values {
    case .text(let bounds):
      return text(bounds)
    case .texts(let bounds): return ["type": "array", "items": text(bounds)]
    case .integer(let bounds):
      let schema: JSONValue = [
        "type": "integer", "minimum": .integer(bounds.lowerBound),
        "maximum": .integer(bounds.upperBound),
      ]
      guard let fallback = parameter.fallback.flatMap({ Int($0) }) else { return schema }
      return schema.adding("default", .integer(fallback))
    case .choice(let words):
      let schema: JSONValue = ["type": "string", "enum": .array(words.map(JSONValue.string))]
      guard let fallback = parameter.fallback else { return schema }
      return schema.adding("default", .string(fallback))
    }
  }

  private static func text(_ bounds: ClosedRange<Int>) -> JSONValue {
    var schema: JSONValue = ["type": "string"]
    if bounds.lowerBound > 0 { schema = schema.adding("minLength", .integer(bounds.lowerBound)) }
    return schema.adding("maxLength", .integer(bounds.upperBound))
  }

  private static func response(
    _ answer: DocumentedAnswer, _ schemas: inout JSONSchemas
  ) -> JSONValue {
    var response: JSONValue = ["description": .string(answer.about)]
    if answer.status == 503 {
      response = response.adding(
        "headers",
        ["Retry-After": ["description": "Seconds.", "schema": ["type": "integer"]]])
    }
    switch answer.content {
    case .none: return response
    case .json(let table):
      return response.adding(
        "content", ["application/json": ["schema": schemas.reference(to: table)]])
    case .problem:
      return response.adding(
        "content",
        ["application/problem+json": ["schema": schemas.reference(to: Problem.self)]])
    case .text(let type):
      let media: JSONValue = type == "text/plain" ? ["schema": ["type": "string"]] : [:]
      return response.adding(
        "content", .object([JSONValue.Member(name: type, value: media)]))
    }
  }
}
