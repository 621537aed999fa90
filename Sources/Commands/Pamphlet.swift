// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

public import ArgumentParser
import Dispatch

/// The command `pamphlet`.
public struct Pamphlet: AsyncParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "pamphlet",
    abstract: "Where is that said, by whom, and on what page?",
    discussion: """
      Turns a library of texts into passages that know where they come from, and finds them again.

      Exit status: 0 found or done, 1 nothing found or some texts not read, 2 error. `pamphlet \
      environment` lists variables and files.
      """,
    version: version,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, CiteCommand.self,
      ContentsCommand.self, ReadCommand.self, KeepCommand.self, KeptCommand.self, WorksCommand.self,
      PeopleCommand.self,
      FetchCommand.self, ExplainCommand.self, EditCommand.self, ExportCommand.self,
      RemoveCommand.self,
      CheckCommand.self, RollbackCommand.self, RecoverCommand.self, StatsCommand.self,
      EvaluateCommand.self, TrainCommand.self, BenchmarkCommand.self, ServeCommand.self,
      MCPCommand.self,
      SchemaCommand.self,
      QueryCommand.self, FormatsCommand.self, RulesCommand.self, EnvironmentCommand.self,
      ReaderCommand.self,
    ]
  )

  /// The version of the programs.
  static let version = "0.1.0"

  /// Creates the command.
  public init() {}
}

/// Runs a command and ends the process with its exit status.
///
/// A usage error counts as an error, 2. Commands that may block run on the main thread.
public func run(_ command: (some AsyncParsableCommand).Type) -> Never {
  ignoreBrokenPipes()
  CrashMessage.install()
  do {
    var parsed = try command.parseAsRoot(ProgramArguments.all)
    if let asynchronous = parsed as? any AsyncParsableCommand {
      Task {
        var asynchronous = asynchronous
        do {
          try await asynchronous.run()
        } catch { exit(command, error) }
        command.exit()
      }
      dispatchMain()
    }
    try parsed.run()
    command.exit()
  } catch { exit(command, error) }
}

/// Reports an error and ends the process with its exit status.
private func exit(_ command: (some ParsableCommand).Type, _ error: any Error) -> Never {
  if let code = error as? ExitCode { command.exit(withError: code) }
  let status = command.exitCode(for: error)
  if status == .success { command.exit(withError: error) }
  if error is CommandFailure || status != .validationFailure {
    Messages.error(error)
  } else if let failure = UnknownName(ProgramArguments.line, of: command)?.failure {
    Messages.error(failure)
  } else {
    Messages.write(command.fullMessage(for: error))
  }
  command.exit(withError: ExitCode(2))
}
