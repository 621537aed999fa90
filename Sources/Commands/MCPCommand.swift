// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import ContextProtocol
import Glibc

/// The command `pamphlet mcp`.
struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Lets AI assistants search, read and cite the index (Model Context Protocol).",
    discussion: """
      Speaks JSON-RPC over standard input and output until the input ends; assistants start it \
      themselves. It only reads the index, opens no connection and does not log queries. To \
      register it, name the command `pamphlet` with the arguments `mcp --index DIR` in the \
      settings of the assistant.
      """
  )

  @OptionGroup var index: IndexOption

  func run() throws {
    let server = ContextServer(index: try index.resolved(), version: Pamphlet.version)
    server.serve(
      LineReader(descriptor: STDIN_FILENO), LineWriter(descriptor: STDOUT_FILENO),
      log: { Messages.write("pamphlet mcp: \($0)") })
  }
}
