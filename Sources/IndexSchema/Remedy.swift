// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A remedy for an error.
///
/// Its wording is left to whoever shows the error, because a command line, a daemon and an embedding
/// program differ in what users can do.
package enum Remedy: String, Sendable, Hashable, CaseIterable {
  /// Create an index, or name the folder of an existing one.
  case makeIndex
  /// Choose another folder for the index.
  case chooseFolder
  /// Rebuild the index from the texts.
  case rebuild
  /// Publish the newest undamaged generation.
  case recover
  /// Find out what is damaged, then recover or rebuild.
  case repair
  /// Wait until the other writer has finished.
  case waitForWriter
  /// Request less at once.
  case askForLess
}
