// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Extraction

/// The command `pamphlet formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the formats that are read, and what to do with others."
  )

  @Flag(help: "Print the table of formats in Markdown.") var markdown = false
  @Flag(help: "Print only the usual suffix of each format, in one line.") var suffixes = false

  func validate() throws {
    if markdown, suffixes { throw ValidationError("Use either --markdown or --suffixes.") }
  }

  func run() throws {
    if suffixes { return print(FormatTable.usualSuffixes) }
    print(markdown ? FormatTable.markdown : FormatTable.text, terminator: "")
  }
}
