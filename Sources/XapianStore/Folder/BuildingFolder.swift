// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import FoundationEssentials
import Glibc

/// The folder of unfinished work, ours only if it has our mark in it.
struct BuildingFolder: Sendable {
  /// The path of the folder.
  let path: String

  private var mark: String { path + "/made-by-pamphlet" }

  /// Makes it anew; what an interrupted writer left in it is removed.
  ///
  /// - Throws: `.storage` if there is something else of that name, or it cannot be made.
  func makeAnew() throws(IndexError) {
    if let status = try FileCalls.status(path) {
      // An empty one is what a writer left that was interrupted before it made the mark.
      let isMarked = status.isFolder ? try FileCalls.status(mark)?.isFile == true : false
      let isEmpty = status.isFolder ? try FileCalls.names(in: path)?.isEmpty == true : false
      guard isMarked || isEmpty else {
        throw IndexError(
          .storage, "\(path) was not made by Pamphlet.",
          hint: "Move it elsewhere.", remedy: .chooseFolder)
      }
      guard FolderRemoval.remove(path) else { throw FileCalls.failure("remove \(path)") }
    }
    guard mkdir(path, 0o700) == 0 else { throw FileCalls.failure("make the folder \(path)") }
    try FileCalls.write("", to: mark, .owner)
  }

  /// Removes it after a publication; what is left the next writer removes.
  func remove() { FolderRemoval.remove(path) }
}

/// Removes folders that are known to be ours.
enum FolderRemoval {
  /// Removes a folder with everything in it; links are removed, not followed.
  ///
  /// - Returns: Whether it is gone; if not, `errno` says why.
  @discardableResult
  static func remove(_ path: String) -> Bool {
    do {
      try FileManager.default.removeItem(atPath: path)
      return true
    } catch {
      // What Foundation says of it is not what the system said.
      return rmdir(path) == 0
    }
  }
}
