// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import FoundationEssentials

/// A command with its options and subcommands, as the argument parser describes them.
struct CommandTable: Decodable {
  /// An option, a flag or a positional argument.
  struct Argument: Decodable {
    /// `--limit`, `-q`.
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var shouldDisplay: Bool?

    /// The long names, without hyphens.
    var longNames: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.name) }

    /// Whether one of its names is `typed`, hyphens included.
    func isCalled(_ typed: Substring) -> Bool {
      (names ?? []).contains { ($0.kind == "short" ? "-" : "--") + $0.name == typed }
    }
  }

  var commandName: String
  var defaultSubcommand: String?
  var arguments: [Argument]?
  var subcommands: [CommandTable]?
  var shouldDisplay: Bool?

  private struct Dump: Decodable { var command: CommandTable }

  /// Describes a command; `nil` if the parser's description is not understood.
  init?(_ command: (some ParsableCommand).Type) {
    guard let dump = try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    else { return nil }
    self = dump.command
  }

  /// The subcommand that runs where none is named.
  var defaultCommand: CommandTable? { subcommand(named: defaultSubcommand ?? "") }

  /// The options of the command, and of the subcommand that runs where none is named.
  var options: [Argument] {
    ((arguments ?? []) + (defaultCommand?.options ?? [])).filter { $0.kind != "positional" }
  }

  /// The long options that help shows.
  var shownOptions: [String] {
    options.filter { $0.shouldDisplay ?? true }.flatMap(\.longNames)
  }

  /// The subcommands that help shows.
  var shownSubcommands: [CommandTable] { (subcommands ?? []).filter { $0.shouldDisplay ?? true } }

  /// The subcommand of a name.
  func subcommand(named name: String) -> CommandTable? {
    (subcommands ?? []).first { $0.commandName == name }
  }
}
