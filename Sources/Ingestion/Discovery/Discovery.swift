// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Glibc

/// A file that may hold a text.
struct FoundFile: Sendable {
  /// The absolute path, without symbolic links.
  var path: String
  /// The path as people see it: below the folder that was named, or the name of the file.
  var name: String
  /// The size when it was found, in bytes.
  var size: Int
  /// Whether it was named itself, not found in a folder.
  var isNamed = false

  /// The folder it lies in.
  var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
}

/// Finds the files below the paths that were named.
///
/// Symbolic links to files in the same folder are followed, others are not, so no loop can trap it and
/// nothing is taken in that was not named; hidden
/// files and the index's own folder are passed over. The order is that of the paths given, and
/// below each of them that of the names, so that a run does the same on every machine.
struct Discovery {
  private(set) var files: [FoundFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []
  private let excluded: String

  /// Finds everything at once.
  init(paths: [String], excluding index: String) {
    excluded = Self.resolve(index) ?? index
    for path in paths {
      guard let root = Self.resolve(path) else {
        diagnostics.append(
          Diagnostic(
            .error,
            code: "no-such-file",
            "There is no file or folder “\(path)”: \(String(cString: strerror(errno))).",
            file: path
          )
        )
        continue
      }
      visit(root)
    }
  }

  /// The absolute path of a file without symbolic links; `nil` if it is not there.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private mutating func visit(_ root: String) {
    var status = stat()
    guard stat(root, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let name = root.split(separator: "/").last.map(String.init) ?? root
      return add(root, name: name, status, isNamed: true)
    }
    // Depth first, by a stack of our own: a folder may be nested deeper than ours would reach.
    var stack = [root]
    while let folder = stack.popLast() {
      if folder == excluded { continue }
      guard let listing = FolderListing(folder) else {
        diagnostics.append(
          Diagnostic(
            .error,
            code: "unreadable-folder",
            "The folder cannot be read: \(String(cString: strerror(errno))). "
              + "Its files are not indexed.",
            file: folder
          )
        )
        continue
      }
      for name in listing.illegible where !name.hasPrefix(".") {
        diagnostics.append(
          Diagnostic(
            .error, code: "illegible-name",
            "The name is not UTF-8; what it names is not indexed. Rename it.",
            file: String("\(folder)/\(name)".dropFirst(root.count + 1))))
      }
      var folders: [String] = []
      for name in listing.names where !name.hasPrefix(".") {
        let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        guard lstat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFREG: add(path, name: String(path.dropFirst(root.count + 1)), status)
        case S_IFLNK:
          guard let target = Self.resolve(path), stat(target, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
          else { continue }
          guard target.hasPrefix(root == "/" ? "/" : root + "/") else {
            diagnostics.append(
              Diagnostic(
                .note, code: "link-outside",
                "The link leads out of the folder, to \(target); name that file to index it.",
                file: String(path.dropFirst(root.count + 1))))
            continue
          }
          add(target, name: String(path.dropFirst(root.count + 1)), status)
        default: continue
        }
      }
      stack.append(contentsOf: folders.reversed())
    }
  }

  private mutating func add(
    _ path: String, name: String, _ status: stat, isNamed: Bool = false
  ) {
    guard seen.insert(path).inserted else { return }
    files.append(
      FoundFile(path: path, name: name, size: Int(status.st_size), isNamed: isNamed))
  }
}
