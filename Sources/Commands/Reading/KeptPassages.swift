// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// The passages that a user keeps: their ids in a file, a line each, apart from every index.
struct KeptPassages {
  /// The path of the file.
  let path: String

  /// The kept passages of a user.
  init(path: String? = nil) {
    self.path = path ?? DataFolder.user(environment: Configuration.environment) + "/kept"
  }

  /// The ids, in the order in which they were kept.
  func ids() throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("\(path) cannot be read.", hint: "Check its permissions.")
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Replaces the list.
  func write(_ ids: [String]) throws {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: String(folder), withIntermediateDirectories: true)
      }
      try Data(ids.map { $0 + "\n" }.joined().utf8).write(
        to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure("\(path) cannot be written: \(error).", hint: "Nothing was changed.")
    }
  }
}
