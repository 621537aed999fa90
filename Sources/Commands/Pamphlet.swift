// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

public import ArgumentParser

/// The command `pamphlet`.
public struct Pamphlet: AsyncParsableCommand {
  /// How the command describes itself.
  public static let configuration = CommandConfiguration(
    commandName: "pamphlet",
    abstract: "Where is that said, by whom, and on what page?",
    discussion: """
      Turns a library of texts into passages that know where they come from, and finds them again.

      Exit status: 0 found or done, 1 nothing found or some texts not read, 2 error.
      """,
    version: version,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, CiteCommand.self, WorksCommand.self,
      FetchCommand.self,
      ExplainCommand.self, ExportCommand.self, RemoveCommand.self, CheckCommand.self,
      RollbackCommand.self, RecoverCommand.self,
      StatsCommand.self, EvaluateCommand.self, BenchmarkCommand.self, ServeCommand.self,
      SchemaCommand.self,
      QueryCommand.self, RulesCommand.self,
    ]
  )

  /// The version of the programs.
  static let version = "0.1.0"

  /// Creates the command.
  public init() {}
}

/// Runs a command with the exit statuses of the contract, which count a usage error as an error.
public func run(_ command: (some AsyncParsableCommand).Type) async -> Never {
  ignoreBrokenPipes()
  CrashMessage.install()
  do {
    var parsed = try command.parseAsRoot()
    if var parsed = parsed as? any AsyncParsableCommand {
      try await parsed.run()
    } else {
      try parsed.run()
    }
    command.exit()
  } catch let code as ExitCode {
    command.exit(withError: code)
  } catch {
    let status = command.exitCode(for: error)
    if status == .success { command.exit(withError: error) }
    if error is CommandFailure || status != .validationFailure {
      Messages.error(error)
    } else {
      Messages.write(command.fullMessage(for: error))
    }
    command.exit(withError: ExitCode(2))
  }
}
