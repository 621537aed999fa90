// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Ingestion
import Processes

/// The command `pamphlet read-texts`: what `pamphlet index` starts to read texts in, not for people.
struct ReaderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-texts", abstract: "Reads texts for `pamphlet index`.", shouldDisplay: false)

  @Option(help: "The most memory to take, in bytes.") var memory: Int

  func run() throws { ReadingWorker.serve(memory: memory) }

  /// The program that runs this command: the one that is running, if it is `pamphlet`.
  static func program(limits: ReadingLimits) -> ReaderProgram? {
    OwnProgram.executable.map {
      ReaderProgram(
        path: $0, arguments: [configuration.commandName ?? "", "--memory", "\(limits.memory)"])
    }
  }
}
