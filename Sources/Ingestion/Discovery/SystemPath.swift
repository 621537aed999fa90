// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import TextFolding

/// Paths as the system knows them, in bytes; as texts some are escaped (`EscapedName`).
enum SystemPath {
  /// Calls a function with the path that a text stands for: the text itself if there is such a
  /// file, or else what its escapes stand for.
  static func with<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard access(path, F_OK) != 0, let bytes = EscapedName.bytes(of: path), !bytes.contains(0)
    else { return path.withCString(body) }
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return name.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, access(start, F_OK) == 0 else {
        return path.withCString(body)
      }
      return body(start)
    }
  }

  /// The text of a path or name from the system.
  static func text(_ name: UnsafePointer<CChar>) -> String {
    EscapedName.text(
      UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  /// What the system says of the file at a path, links resolved; `nil` if there is none.
  static func status(_ path: String) -> stat? {
    with(path) { path in
      var status = stat()
      return stat(path, &status) == 0 ? status : nil
    }
  }

  /// Whether there is a file.
  static func exists(_ path: String) -> Bool { with(path) { access($0, F_OK) == 0 } }
}
