// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The sorted names of the entries in a folder.
struct FolderListing {
  /// Names that are valid UTF-8.
  private(set) var names: [String] = []
  /// Names that are not valid UTF-8, with invalid bytes replaced.
  private(set) var invalidNames: [String] = []

  /// Lists a folder; `nil` with `errno` set if it cannot be read.
  init?(_ path: String) {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      // Read in place: copying the field as a value would read past the end of the entry.
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      if let text = String(validatingCString: name) {
        if text != ".", text != ".." { names.append(text) }
      } else {
        invalidNames.append(String(cString: name))
      }
    }
    guard errno == 0 else { return nil }
    names.sort()
    invalidNames.sort()
  }
}
