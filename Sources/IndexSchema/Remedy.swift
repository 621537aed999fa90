// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What helps against an error; whoever shows the error has the words for it, since a command line, a
/// daemon and a program that embeds this differ in what can be done.
package enum Remedy: String, Sendable, Hashable, CaseIterable {
  /// Make an index, or name the folder of one.
  case makeIndex
  /// Choose another folder for the index.
  case chooseFolder
  /// Build the index again from the texts.
  case rebuild
  /// Publish the newest generation that is whole.
  case recover
  /// Find out what is damaged; recover, or build again.
  case repair
  /// Wait until the other writer has finished.
  case waitForWriter
  /// Ask for less at once.
  case askForLess
}
