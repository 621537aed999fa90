// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import XapianStore

/// The command `pamphlet rollback`.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Makes the index what it was before the last change.",
    discussion: "The present state is kept until the next change: a second rollback brings it back."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Wait for another writer.") var wait = false

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
    abstract: "Publishes the newest generation that is whole, where the index is damaged or lost.",
    discussion: "Removes nothing. An index that is whole stays as it is."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Wait for another writer.") var wait = false

  func run() throws {
    let report = try IndexRecovery.recover(
      indexAt: try index.resolved(), lockTimeout: wait ? nil : 0)
    for damage in report.damage { print(damage) }
    Messages.write(
      report.wasPublished
        ? "The index is whole: \(report.published). Nothing has been changed."
        : "The index is \(report.published) now. `pamphlet index PATH...` takes in what it lacks.")
  }
}
