// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// What the last runs of `pamphlet index` could not read, and which folders are watched: the file
/// `report.json` beside an index.
package struct IndexReport: Sendable, Codable, Hashable {
  /// A text that could not be read.
  package struct UnreadText: Sendable, Codable, Hashable {
    /// The path of the file.
    package var file: String
    /// The code of the diagnostic.
    package var code: String
    /// Why, and what to do.
    package var message: String

    /// Creates an entry.
    package init(file: String, code: String, message: String) {
      self.file = file
      self.code = code
      self.message = message
    }
  }

  /// A folder that a running process keeps the index up to date with.
  package struct WatchedFolder: Sendable, Codable, Hashable {
    /// The path of the folder.
    package var path: String
    /// When it was last looked at, in seconds since 1970.
    package var seen: Int
    /// The process that watches it.
    package var process: Int
    /// Why it could not be taken in the last time; `nil` if it could.
    package var problem: String?

    /// Creates an entry.
    package init(path: String, seen: Int, process: Int, problem: String? = nil) {
      self.path = path
      self.seen = seen
      self.process = process
      self.problem = problem
    }
  }

  /// How many texts are listed at most: pages read the whole report.
  package static let longest = 5_000
  /// The name of the file in the folder of the index.
  package static let fileName = "report.json"

  /// The texts that could not be read, by file.
  package var unread: [UnreadText] = []
  /// The folders that are watched.
  package var watched: [WatchedFolder] = []

  /// Creates an empty report.
  package init() {}

  /// The report of an index; `nil` if there is none or it cannot be read.
  package static func read(in index: String) -> IndexReport? {
    guard let data = FileManager.default.contents(atPath: "\(index)/\(fileName)") else {
      return nil
    }
    return try? JSONDecoder().decode(IndexReport.self, from: data)
  }

  /// Replaces what is said of files that a run has looked at.
  ///
  /// - Parameter isSeen: Whether the run has looked at a file.
  package mutating func replace(_ texts: [UnreadText], where isSeen: (String) -> Bool) {
    let all = Set(unread.filter { !isSeen($0.file) } + texts)
    unread = Array(
      all.sorted { ($0.file, $0.code, $0.message) < ($1.file, $1.code, $1.message) }
        .prefix(Self.longest))
  }
}
