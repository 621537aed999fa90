// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import IndexSchema
import QueryLanguage

/// The command `pamphlet schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the fields of the index, in Markdown."
  )

  @Flag(help: "Print Markdown; the only format.") var markdown = false

  func run() throws { print(schemaPage(), terminator: "") }
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
