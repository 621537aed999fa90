// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Says that something has changed in folders, by inotify(7).
///
/// What has changed is found by looking: events may be lost, and say nothing of links. Folders on
/// network file systems give no events for changes by other machines.
final class FolderEvents {
  private static let mask: UInt32 = [
    IN_CLOSE_WRITE, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_ATTRIB, IN_DELETE_SELF,
    IN_MOVE_SELF,
  ].reduce(UInt32(IN_ONLYDIR)) { $0 | UInt32($1) }
  /// Size in bytes of the fixed part of an event: four numbers of 32 bits.
  private static let headSize = 16

  private let descriptor: Int32
  private var folders: Set<Int32> = []
  /// Names of single files, by the folders that they are in.
  private var files: [Int32: Set<String>] = [:]
  /// Whether all folders could be watched; if not, changes in some are noticed later.
  private(set) var isComplete = true

  /// Prepares to watch; `nil` if the system has no inotify, or too many processes use it.
  init?() {
    descriptor = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard descriptor >= 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these folders and single files, and no longer any others.
  ///
  /// - Returns: Whether some were not watched before, so that changes in them may have been missed.
  func watch(folders paths: [String], files filePaths: [String]) -> Bool {
    isComplete = true
    var folders: Set<Int32> = []
    for path in paths {
      if let watch = add(path) { folders.insert(watch) }
    }
    var files: [Int32: Set<String>] = [:]
    for path in filePaths {
      guard let slash = path.lastIndex(of: "/") else { continue }
      let folder = slash == path.startIndex ? "/" : String(path[..<slash])
      // A folder that does not exist yet is found by the next regular look.
      guard access(folder, F_OK) == 0, let watch = add(folder) else { continue }
      files[watch, default: []].insert(String(path[path.index(after: slash)...]))
    }
    let before = self.folders.union(self.files.keys)
    let after = folders.union(files.keys)
    for watch in before.subtracting(after) { inotify_rm_watch(descriptor, watch) }
    self.folders = folders
    self.files = files
    return !after.subtracting(before).isEmpty
  }

  /// Watching a folder again gives the same number, which also makes up for folders that moved.
  private func add(_ path: String) -> Int32? {
    let watch = SystemPath.with(path) { inotify_add_watch(descriptor, $0, Self.mask) }
    if watch >= 0 { return watch }
    // Too many watches (fs.inotify.max_user_watches), or no memory for them.
    if errno == ENOSPC || errno == ENOMEM { isComplete = false }
    return nil
  }

  /// Waits for an event for a limited time.
  ///
  /// - Returns: Whether something may have changed.
  func wait(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var isRelevant = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isRelevant }
      if concerns(buffer[..<count]) { isRelevant = true }
    }
  }

  /// Whether one of these events is of interest.
  private func concerns(_ events: ArraySlice<UInt8>) -> Bool {
    var rest = events
    func number() -> UInt32 {
      let bytes = rest.prefix(4)
      rest = rest.dropFirst(4)
      // In the order of this machine.
      return bytes.withUnsafeBytes { $0.count == 4 ? $0.loadUnaligned(as: UInt32.self) : 0 }
    }
    while rest.count >= Self.headSize {
      let watch = Int32(bitPattern: number())
      let kind = number()
      _ = number()
      let length = Int(number())
      let name = String(decoding: rest.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      rest = rest.dropFirst(length)
      if concerns(watch, kind, name) { return true }
    }
    return false
  }

  private func concerns(_ watch: Int32, _ kind: UInt32, _ name: String) -> Bool {
    if kind & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if files[watch]?.contains(name) == true { return true }
    // Hidden files are not read.
    return folders.contains(watch) && !name.hasPrefix(".")
  }
}
