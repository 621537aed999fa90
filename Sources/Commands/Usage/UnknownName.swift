// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import TextFolding

/// Finds the option or command on a command line that does not exist, and the one that was meant.
struct UnknownName {
  /// Options of the argument parser that its description leaves out.
  private static let parserOptions: Set<String> = [
    "help", "help-hidden", "version", "generate-completion-script", "experimental-dump-help",
  ]

  private let root: CommandTable
  private let program: String
  private let arguments: [String]

  /// Looks at a command line.
  ///
  /// - Parameters:
  ///   - line: The program and its arguments.
  ///   - command: The command that the program runs.
  init?(_ line: [String], of command: (some ParsableCommand).Type) {
    guard let program = line.first?.split(separator: "/").last, let root = CommandTable(command)
    else { return nil }
    self.root = root
    self.program = String(program)
    arguments = Array(line.dropFirst())
  }

  /// The first unknown option or command; `nil` if all are known.
  var failure: CommandFailure? {
    var command = root
    var path = [program]
    var takesValue = false
    var hasPositional = false
    for argument in arguments {
      if argument == "--" { return nil }
      if Self.isOption(argument) {
        let name = argument.prefix { $0 != "=" }
        guard let option = command.options.first(where: { $0.isCalled(name) }) else {
          if Self.parserOptions.contains(String(name.dropFirst(2))) { return nil }
          if name.hasPrefix("--") { return unknownOption(name, of: command, path) }
          takesValue = false
          continue
        }
        takesValue = option.kind == "option" && name.count == argument.count
        continue
      }
      if takesValue {
        takesValue = false
      } else if let next = command.subcommand(named: argument), !hasPositional {
        command = next
        path.append(argument)
      } else if !command.shownSubcommands.isEmpty, !hasPositional {
        return unknownCommand(argument, of: command, path)
      } else {
        hasPositional = true
      }
    }
    return nil
  }

  /// Whether an argument is written as an option: a hyphen, and a name without spaces.
  static func isOption(_ argument: String) -> Bool {
    argument.count > 1 && argument.hasPrefix("-") && argument != "--"
      && !argument.prefix { $0 != "=" }.contains(where: \.isWhitespace)
  }

  private func unknownOption(
    _ name: Substring, of command: CommandTable, _ path: [String]
  ) -> CommandFailure {
    let typed = String(name.dropFirst(2))
    var meant = NearestName.find(typed, among: command.shownOptions).map { "--\($0)" }
    if meant == nil, !command.shownSubcommands.isEmpty {
      meant = option(near: typed, below: command, path)
    }
    let program = path.joined(separator: " ")
    return CommandFailure(
      "unknown option \(name)" + (meant.map { "; did you mean \($0)?" } ?? ""),
      hint: command.commandName == SearchCommand.configuration.commandName
        ? "To search for words that begin with two hyphens, put `--` before them: \(program) -- \(name)"
        : "`\(program) --help` lists the options.")
  }

  /// The option of a subcommand that is spelled nearly so, with the subcommand.
  private func option(near typed: String, below command: CommandTable, _ path: [String]) -> String?
  {
    var nearest = NearestName(to: typed)
    var found: String?
    // Search comes first: most options are its.
    let search = SearchCommand.configuration.commandName
    let commands = command.shownSubcommands
    for next in commands.filter({ $0.commandName == search })
      + commands.filter({ $0.commandName != search })
    {
      for name in next.shownOptions {
        let before = nearest.name
        nearest.consider(name)
        if nearest.name != before {
          found = (path + [next.commandName, "--\(name)"]).joined(separator: " ")
        }
      }
    }
    return found
  }

  private func unknownCommand(
    _ name: String, of command: CommandTable, _ path: [String]
  ) -> CommandFailure {
    let program = path.joined(separator: " ")
    let near = NearestName.find(name, among: command.shownSubcommands.map(\.commandName))
    return CommandFailure(
      "unknown command \(name)" + (near.map { "; did you mean \(program) \($0)?" } ?? ""),
      hint: "`\(program) --help` lists the commands.")
  }
}

extension UnknownName {
  /// Refuses words of a query that are written as long options, unless `--` stands before them.
  ///
  /// - Throws: `CommandFailure` with the option that was probably meant.
  static func refuse(in words: [String]) throws {
    let options = words.prefix { $0 != "--" }.filter { isOption($0) && $0.hasPrefix("--") }
    guard !options.isEmpty else { return }
    if let failure = UnknownName(CommandLine.arguments, of: Pamphlet.self)?.failure {
      throw failure
    }
  }
}
