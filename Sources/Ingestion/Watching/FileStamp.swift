// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// What the file system says of a file, by which a change is noticed without reading it.
struct FileStamp: Sendable, Hashable {
  private let inode: UInt64
  private let size: Int
  private let modified: [Int]
  /// Changes also with the permissions, so that a file that becomes readable is looked at again.
  private let changed: [Int]

  /// The stamp of the file at a path; `nil` if there is none.
  init?(ofFileAt path: String) {
    guard let status = SystemPath.status(path) else { return nil }
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}
