// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// A folder of its own for a test, removed at the end.
package final class TemporaryFolder: Sendable {
  /// The path of the folder.
  package let path: String

  /// Makes a folder.
  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/pamphlet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The bytes of a file.
  package func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self(name))))
  }

  /// Writes a file, and the folders above it.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file, and the folders above it.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = self(name)
    if let slash = file.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(file[..<slash]), withIntermediateDirectories: true)
    }
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}
