// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Ingestion
import Processes

/// The command `pamphlet read-texts`: the process in which `pamphlet index` reads texts.
///
/// It is hidden from help.
struct ReaderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-texts", abstract: "Reads texts for `pamphlet index`.", shouldDisplay: false)

  @Option(help: "Memory limit in bytes.") var memory: Int

  func run() throws { ReadingWorker.serve(memory: memory) }

  /// The running program with the arguments of this command; `nil`, with a message, without /proc.
  static func program(limits: ReadingLimits) -> ReaderProgram? {
    guard let path = OwnProgram.executable else {
      Messages.write(
        "pamphlet: /proc is not mounted, so texts are read without limits on time and memory.")
      return nil
    }
    return ReaderProgram(
      path: path, arguments: [configuration.commandName ?? "", "--memory", "\(limits.memory)"])
  }
}
