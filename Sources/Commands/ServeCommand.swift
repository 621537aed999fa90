// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

public import ArgumentParser
import FoundationEssentials
import Logging
import SearchService

/// The command `pamphlet serve`, and `pamphletd`.
public struct ServeCommand: AsyncParsableCommand {
  /// How the command describes itself.
  public static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the index over HTTP, to this machine unless told.",
    discussion: "Ends on SIGTERM or SIGINT, after the open requests are answered."
  )

  @OptionGroup var index: IndexOption
  @Option(help: "The address to bind.") var host = "127.0.0.1"
  @Option(help: "The port.") var port = 8017
  @Option(help: "How many searches run at once; else as many as there are cores.") var readers: Int?
  @Option(help: "trace, debug, info, notice, warning or error.") var logLevel = "info"

  /// Creates the command.
  public init() {}

  /// Checks what was given.
  public func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port is from 0 to 65535.") }
    if let readers, !(1...256).contains(readers) {
      throw ValidationError("--readers is from 1 to 256.")
    }
    if Logger.Level(rawValue: logLevel) == nil {
      throw ValidationError("There is no level “\(logLevel)”.")
    }
  }

  /// Serves until told to end.
  public func run() async throws {
    do {
      try await serve(
        ServiceConfiguration(
          index: try index.resolved(),
          host: host,
          port: port,
          readers: readers ?? ProcessInfo.processInfo.activeProcessorCount,
          logLevel: Logger.Level(rawValue: logLevel) ?? .info
        )
      )
    } catch {
      throw CommandFailure(
        "The daemon at \(host):\(port) ended: \(error).",
        hint: "If the address is in use, choose another with `--port`."
      )
    }
  }
}
