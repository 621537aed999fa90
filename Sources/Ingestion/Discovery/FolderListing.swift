// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The names in a folder, in order.
struct FolderListing {
  /// Those that are text.
  private(set) var names: [String] = []
  /// Those that are not UTF-8, as well as they can be written.
  private(set) var illegible: [String] = []

  /// Reads a folder; `nil` if it cannot be read, and `errno` says why.
  init?(_ path: String) {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      // By the address of the field: as a value it would be copied whole, beyond its end.
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      if let text = String(validatingCString: name) {
        if text != ".", text != ".." { names.append(text) }
      } else {
        illegible.append(String(cString: name))
      }
    }
    guard errno == 0 else { return nil }
    names.sort()
    illegible.sort()
  }
}
