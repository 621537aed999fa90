// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import IndexSchema

/// The folder for unfinished work, recognised as ours by a mark file.
struct BuildingFolder: Sendable {
  /// The path of the folder.
  let path: String

  private var mark: String { path + "/made-by-pamphlet" }

  /// Creates it, removing what an interrupted writer left in it.
  ///
  /// - Throws: `.storage` if something else has its name, or if it cannot be created.
  func makeAnew() throws(IndexError) {
    if let status = try FileCalls.status(path) {
      // An empty folder was left by a writer that was interrupted before it created the mark.
      let isMarked = status.isFolder ? try FileCalls.status(mark)?.isFile == true : false
      let isEmpty = status.isFolder ? try FileCalls.names(in: path)?.isEmpty == true : false
      guard isMarked || isEmpty else {
        throw IndexError(
          .storage, "\(path) was not created by Pamphlet.",
          hint: "Move it elsewhere.", remedy: .chooseFolder)
      }
      guard FolderRemoval.remove(path) else { throw FileCalls.failure("remove \(path)") }
    }
    guard mkdir(path, 0o700) == 0 else { throw FileCalls.failure("create the folder \(path)") }
    try FileCalls.write("", to: mark, .owner)
  }

  /// Removes it after a publication; the next writer removes anything left.
  func remove() { FolderRemoval.remove(path) }
}

/// Removes folders that are known to be ours.
enum FolderRemoval {
  /// Removes a folder with its contents; symbolic links are removed, not followed.
  ///
  /// - Returns: Whether it was removed; if not, `errno` gives the reason.
  @discardableResult
  static func remove(_ path: String) -> Bool {
    do {
      try FileManager.default.removeItem(atPath: path)
      return true
    } catch {
      // Foundation's errors differ from those of the system.
      return rmdir(path) == 0
    }
  }
}
