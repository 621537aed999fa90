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

  /// The program that runs this command, which is the one that is running.
  static func program(limits: ReadingLimits) -> ReaderProgram? {
    guard let path = OwnProgram.executable else {
      Messages.write(
        "pamphlet: /proc is not mounted, so texts are read without a limit of time or memory.")
      return nil
    }
    return ReaderProgram(
      path: path, arguments: [configuration.commandName ?? "", "--memory", "\(limits.memory)"])
  }
}
