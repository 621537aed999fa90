// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import XapianStore

/// The command `pamphlet rollback`.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Undoes the last change of the index.",
    discussion: "The current state is kept until the next change; a second rollback restores it."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Wait while another process writes to the index.") var wait = false

  func run() throws {
    let (now, before) = try IndexRecovery.rollBack(
      indexAt: try index.resolved(), lockTimeout: wait ? nil : 0)
    Messages.write("The index is \(now) again; \(before) is kept until the next change.")
  }
}

/// The command `pamphlet recover`.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Restores the newest undamaged generation of a damaged or lost index.",
    discussion: "It removes nothing, and leaves an undamaged index as it is."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Wait while another process writes to the index.") var wait = false

  func run() throws {
    let report = try IndexRecovery.recover(
      indexAt: try index.resolved(), lockTimeout: wait ? nil : 0)
    for damage in report.damage { print(damage) }
    Messages.write(
      report.wasPublished
        ? "The index is not damaged: \(report.published). Nothing was changed."
        : "The index is now \(report.published). `pamphlet index PATH...` adds what is missing.")
  }
}
