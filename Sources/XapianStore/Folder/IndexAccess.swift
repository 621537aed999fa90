// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
package import Glibc

/// Who may read an index: its owner alone, or a group too, as a daemon of another user needs.
package struct IndexAccess: Sendable, Hashable {
  /// The group that may read; `nil` for the owner alone.
  package var group: gid_t?

  /// The owner alone.
  package static let owner = IndexAccess(group: nil)

  /// Creates the access of a group.
  package init(group: gid_t?) { self.group = group }

  /// The access of the group with a name or a number.
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
        hint: "`getent group` lists the groups of this machine.")
    }
  }

  /// The access that a folder of an index was given.
  init(of folder: stat) {
    // One that others may read was made before access was kept to the owner, or by hand.
    let isShared = folder.st_mode & 0o050 == 0o050 && folder.st_mode & 0o007 == 0
    self.init(group: isShared ? folder.st_gid : nil)
  }

  /// The mode of a file or a folder.
  func mode(isFolder: Bool) -> mode_t {
    (isFolder ? 0o700 : 0o600) | (group == nil ? 0 : isFolder ? 0o050 : 0o040)
  }

  /// Gives a file or folder its group and its mode.
  func give(to descriptor: Int32, _ path: String, isFolder: Bool) throws(IndexError) {
    if let group, fchown(descriptor, uid_t.max, group) != 0 {
      throw FileCalls.failure("give \(path) to the group \(group)")
    }
    guard fchmod(descriptor, mode(isFolder: isFolder)) == 0 else {
      throw FileCalls.failure("change the permissions of \(path)")
    }
  }
}
