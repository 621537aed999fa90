// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// The folders of data files: those installed with the program, and the user's own.
enum DataFolder {
  /// The folder of a user's index and texts: `$XDG_DATA_HOME/pamphlet` (XDG Base Directory
  /// Specification).
  static func user(environment: (String) -> String?) -> String {
    let home = environment("HOME") ?? "."
    let data =
      environment("XDG_DATA_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/share"
    return "\(data)/pamphlet"
  }

  /// The path of a data file; `nil` if it is not found.
  ///
  /// Looks in PAMPHLET_DATA alone if that is set; else in `Index` of the repository where the program
  /// was built, then in `share/pamphlet` of the prefix where it was installed.
  static func path(of name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// `Index` of the repository in which the program was built; `nil` where it was installed.
  static var repositoryIndex: String? {
    ancestors.map { "\($0)/Index" }
      .first { FileManager.default.fileExists(atPath: "\($0)/catalogue.yaml") }
  }

  private static var folders: [String] {
    if let named = Configuration.environment("PAMPHLET_DATA") { return [named] }
    let installed = ancestors.dropFirst().first.map { ["\($0)/share/pamphlet"] } ?? []
    return (repositoryIndex.map { [$0] } ?? []) + installed
  }

  /// The folders above the program, the nearest first.
  private static var ancestors: [String] {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return [] }
    var path = program[...]
    var folders: [String] = []
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      folders.append(String(path))
    }
    return folders.filter { !$0.isEmpty }
  }
}
