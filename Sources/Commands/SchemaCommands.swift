// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import IndexSchema
import QueryLanguage
import SearchAPI

/// The command `pamphlet schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the schema of the index, or the description of the API."
  )

  @Flag(help: "The schema of the index in Markdown: the page Index/SCHEMA.md. The default.")
  var markdown = false
  @Flag(help: "The API in Markdown: the page Index/API.md.") var api = false
  @Flag(name: .customLong("openapi"), help: "The OpenAPI document, as the daemon serves it.")
  var openAPI = false

  func validate() throws {
    if [markdown, api, openAPI].count(where: \.self) > 1 {
      throw ValidationError("Either --markdown, --api or --openapi.")
    }
  }

  func run() throws {
    print(openAPI ? OpenAPIDocument.text : api ? apiPage() : schemaPage(), terminator: "")
  }
}

/// The command `pamphlet query`.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Explains the query language.",
    discussion: queryHelp()
  )

  @Flag(help: "Print the page Index/QUERY.md.") var markdown = false

  func run() throws { print(markdown ? queryPage() : queryHelp(), terminator: "") }
}
