// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The sorted names of the entries in a folder.
struct FolderListing {
  /// Names; those that are not valid UTF-8 are escaped.
  private(set) var names: [String] = []
  /// Escaped names that are also the names of other files, so that nothing can be told of them.
  private(set) var ambiguousNames: [String] = []

  /// Lists a folder; `nil` with `errno` set if it cannot be read.
  init?(_ path: String) {
    guard let folder = SystemPath.with(path, { opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var escaped: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      // Read in place: copying the field as a value would read past the end of the entry.
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      if let text = String(validatingCString: name) {
        if text != ".", text != ".." { names.append(text) }
      } else {
        escaped.append(SystemPath.text(name))
      }
    }
    guard errno == 0 else { return nil }
    let valid = escaped.isEmpty ? [] : Set(names)
    names += escaped.filter { !valid.contains($0) }
    ambiguousNames = escaped.filter(valid.contains).sorted()
    names.sort()
  }
}
