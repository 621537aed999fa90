// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import IndexSchema
import QueryLanguage

/// The command `pamphlet schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the schema of the index, in Markdown."
  )

  @Flag(help: "Markdown; the only form there is.") var markdown = false

  func run() throws { print(schemaPage(), terminator: "") }
}

/// The command `pamphlet query`.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Explains the query language.",
    discussion: queryHelp()
  )

  @Flag(help: "As the page Index/QUERY.md.") var markdown = false

  func run() throws { print(markdown ? queryPage() : queryHelp(), terminator: "") }
}
