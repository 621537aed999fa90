// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Glibc

/// A file that may contain a text.
struct FoundFile: Sendable {
  /// Absolute path with symbolic links resolved.
  var path: String
  /// Path shown to users: relative to the folder given, or the file name.
  var name: String
  /// Size in bytes at the time of discovery.
  var size: Int
  /// Whether it was named itself, not found in a folder.
  var isNamed = false

  /// Path of the containing folder.
  var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
}

/// Finds the files below the given paths.
///
/// Symbolic links are followed only to files in the same folder tree, which rules out loops and
/// files that the user did not name. Hidden files and the folder of the index are skipped. Files
/// are ordered by the given paths and then by name, so that every machine processes them in the
/// same order.
struct Discovery {
  private(set) var files: [FoundFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The folders that were searched.
  private(set) var folders: [String] = []
  /// The absolute paths of what could not be read, with the errors.
  private(set) var unread: [(path: String, diagnostic: Diagnostic)] = []
  private var seen: Set<String> = []
  private let excluded: String

  /// Searches all paths.
  init(paths: [String], excluding index: String) {
    excluded = Self.resolve(index) ?? index
    for path in paths {
      guard let root = Self.resolve(path) else {
        diagnostics.append(.missing(path, String(cString: strerror(errno))))
        continue
      }
      visit(root)
    }
  }

  /// The absolute path with symbolic links resolved; `nil` if the file does not exist.
  static func resolve(_ path: String) -> String? {
    guard let resolved = SystemPath.with(path, { realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return SystemPath.text(resolved)
  }

  /// Whether a path is one of the given ones, or below one.
  static func isBelow(_ roots: [String], _ path: String) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  private static func read(
    _ path: String, _ call: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32,
    _ status: inout stat
  ) -> Bool {
    SystemPath.with(path) { call($0, &status) } == 0
  }

  private mutating func visit(_ root: String) {
    var status = stat()
    guard Self.read(root, stat, &status) else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let name = root.split(separator: "/").last.map(String.init) ?? root
      return add(root, name: name, status, isNamed: true)
    }
    // An explicit stack, since folders may be nested too deeply for recursion.
    var stack = [root]
    while let folder = stack.popLast() {
      if folder == excluded { continue }
      guard let listing = FolderListing(folder) else {
        reject(
          folder,
          Diagnostic(
            .error,
            code: "unreadable-folder",
            "The folder cannot be read: \(String(cString: strerror(errno))). "
              + "Its files were not indexed.",
            file: folder
          )
        )
        continue
      }
      folders.append(folder)
      for name in listing.ambiguousNames where !name.hasPrefix(".") {
        reject(
          "\(folder)/\(name)",
          Diagnostic(
            .error, code: "illegible-name",
            "The name is not valid UTF-8, and written with percent signs it is that of another "
              + "file; so this was not indexed. Rename it.",
            file: String("\(folder)/\(name)".dropFirst(root.count + 1))))
      }
      var folders: [String] = []
      for name in listing.names {
        let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        let shown = String(path.dropFirst(root == "/" ? 1 : root.count + 1))
        guard Self.read(path, lstat, &status) else { continue }
        if name.hasPrefix(".") {
          diagnostics.append(
            .skipped(
              shown, "The name begins with a dot: hidden files and folders are not read.",
              code: "hidden-file"))
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFREG: add(path, name: shown, status)
        case S_IFLNK:
          guard let target = Self.resolve(path), Self.read(target, stat, &status) else {
            diagnostics.append(
              .skipped(shown, "The link leads nowhere.", code: "broken-link"))
            continue
          }
          guard status.st_mode & S_IFMT == S_IFREG else {
            diagnostics.append(
              .skipped(
                shown, "The link does not lead to a file; links to folders are not followed.",
                code: "link-to-folder"))
            continue
          }
          guard target.hasPrefix(root == "/" ? "/" : root + "/") else {
            diagnostics.append(
              .skipped(
                shown,
                "The link leads outside the folder, to \(target). To index that file, name it.",
                code: "link-outside"))
            continue
          }
          add(target, name: shown, status)
        default:
          diagnostics.append(
            .skipped(shown, "This is neither a file nor a folder.", code: "not-a-file"))
        }
      }
      stack.append(contentsOf: folders.reversed())
    }
  }

  private mutating func reject(_ path: String, _ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    unread.append((path, diagnostic))
  }

  private mutating func add(
    _ path: String, name: String, _ status: stat, isNamed: Bool = false
  ) {
    guard seen.insert(path).inserted else { return }
    files.append(
      FoundFile(path: path, name: name, size: Int(status.st_size), isNamed: isNamed))
  }
}
