// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// The passages that the last search listed, so that they can be named by their numbers: `@3`.
struct LastResults {
  /// The path of the file: in `$XDG_STATE_HOME/pamphlet` (XDG Base Directory Specification).
  static func path(environment: (String) -> String?) -> String {
    let home = environment("HOME") ?? "."
    let state =
      environment("XDG_STATE_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/state"
    return "\(state)/pamphlet/last-results"
  }

  private let path: String

  /// The results of a user.
  init(path: String = Self.path(environment: Configuration.environment)) { self.path = path }

  /// Keeps the ids of the passages found; a folder that cannot be written to is no reason to fail.
  ///
  /// - Parameter first: The number under which the first of them was listed.
  func keep(_ ids: [String], from first: Int) {
    guard !ids.isEmpty else { return }
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    try? FileManager.default.createDirectory(
      atPath: String(folder), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let text = ids.enumerated().map { "\(first + $0) \($1)" }.joined(separator: "\n") + "\n"
    try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  /// The id that a typed one stands for: that of a passage of the last search if it is `@` and a
  /// number, else the same.
  ///
  /// - Throws: `CommandFailure` if the last search has no such number.
  func id(_ typed: String) throws -> String {
    guard typed.hasPrefix("@"), let number = Int(typed.dropFirst()) else { return typed }
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = (text ?? "").split(separator: "\n")
    for line in lines where line.hasPrefix("\(number) ") {
      return String(line.dropFirst("\(number) ".count))
    }
    throw CommandFailure(
      lines.isEmpty
        ? "No search is remembered."
        : "The last search listed no passage with the number \(number).",
      hint: "`@3` is the third passage of the last `pamphlet search`.")
  }
}
