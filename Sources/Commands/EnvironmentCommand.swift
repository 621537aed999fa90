// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser

/// The command `pamphlet environment`.
struct EnvironmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "environment",
    abstract: "Lists exit statuses, environment variables and files.",
    discussion: Surroundings.sections
  )

  func run() throws { print(Surroundings.sections) }
}
