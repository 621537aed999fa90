// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Glibc
package import IndexSchema

/// Who may read an index: only its owner, or also a group, as needed for a daemon run by another
/// user.
package struct IndexAccess: Sendable, Hashable {
  /// The group that may read; `nil` for only the owner.
  package var group: gid_t?

  /// Only the owner.
  package static let owner = IndexAccess(group: nil)

  /// Creates the access for a group.
  package init(group: gid_t?) { self.group = group }

  /// The access for the group with a name or number.
  ///
  /// - Throws: `IndexError(.invalidArgument)` if there is no such group.
  package init(groupNamed name: String) throws(IndexError) {
    if let number = gid_t(name) {
      self.init(group: number)
    } else if let entry = getgrnam(name) {
      self.init(group: entry.pointee.gr_gid)
    } else {
      throw IndexError(
        .invalidArgument, "There is no group “\(name)”.",
        hint: "`getent group` lists the existing groups.")
    }
  }

  /// The access of an existing index folder.
  init(of folder: stat) {
    // A folder readable by others is older than the restriction to the owner, or was changed by
    // hand.
    let isShared = folder.st_mode & 0o050 == 0o050 && folder.st_mode & 0o007 == 0
    self.init(group: isShared ? folder.st_gid : nil)
  }

  /// The mode of a file or a folder.
  func mode(isFolder: Bool) -> mode_t {
    (isFolder ? 0o700 : 0o600) | (group == nil ? 0 : isFolder ? 0o050 : 0o040)
  }

  /// Sets the group and the mode of a file or folder.
  func give(to descriptor: Int32, _ path: String, isFolder: Bool) throws(IndexError) {
    if let group, fchown(descriptor, uid_t.max, group) != 0 {
      throw FileCalls.failure("change the group of \(path) to \(group)")
    }
    guard fchmod(descriptor, mode(isFolder: isFolder)) == 0 else {
      throw FileCalls.failure("change the permissions of \(path)")
    }
  }
}
