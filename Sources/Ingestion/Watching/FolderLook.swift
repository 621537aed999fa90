// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc

/// What one look at the watched folders finds.
struct FolderLook {
  /// A folder or file that was named.
  struct Root: Hashable {
    /// The path as named, and with links resolved; `nil` if there is nothing.
    let named: String
    let resolved: String?
    /// The device and the inode.
    let place: [UInt64]
    let isEmpty: Bool
  }

  private(set) var roots: [Root] = []
  /// The stamps of all files, by their absolute paths.
  private(set) var stamps: [String: FileStamp] = [:]
  private(set) var folders: [String] = []
  /// Whether every folder could be read.
  let isWhole: Bool

  /// Looks at folders, without those of the index, and at single files.
  init(at paths: [String], excluding index: String, statements: [String]) {
    let discovery = Discovery(paths: paths, excluding: index)
    isWhole = discovery.unread.allSatisfy { $0.diagnostic.code != "unreadable-folder" }
    folders = discovery.folders
    for path in discovery.files.map(\.path) + statements {
      if let stamp = FileStamp(ofFileAt: path) { stamps[path] = stamp }
    }
    roots = paths.map { path in
      guard let resolved = Discovery.resolve(path), let status = SystemPath.status(resolved) else {
        return Root(named: path, resolved: nil, place: [], isEmpty: true)
      }
      return Root(
        named: path, resolved: resolved, place: [UInt64(status.st_dev), UInt64(status.st_ino)],
        isEmpty: FolderListing(resolved).map(\.names.isEmpty) ?? false)
    }
  }
}
