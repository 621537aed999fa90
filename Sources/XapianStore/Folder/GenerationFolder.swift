// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema

/// The folder of one generation: a glass database with the passages, the works file, the proven
/// contents of both, and checksums.
///
/// Its files never change after publication.
struct GenerationFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The files required for a database.
  static let needed = ["docdata.glass", "iamglass", "postlist.glass", "termlist.glass"]
  /// The tables that libxapian creates only when they are needed.
  static let optional = ["position.glass", "spelling.glass", "synonym.glass"]
  /// Every file name a generation may contain.
  private static let known = Set(
    needed + optional + [
      WorksFile.name, "flintlock", Checksums.fileName, GenerationContents.fileName,
    ])

  /// The names not covered by the checksums.
  static func files(_ names: [String], missingFrom checksums: Checksums) -> [String] {
    (names + [GenerationContents.fileName]).filter { checksums.byName[$0] == nil }
  }

  /// Whether it is a folder that contains only files of a generation.
  func isOurs() throws(IndexError) -> Bool {
    guard try FileCalls.status(path)?.isFolder == true,
      let names = try FileCalls.names(in: path)
    else { return false }
    for name in names {
      guard Self.known.contains(name), try FileCalls.status("\(path)/\(name)")?.isFile == true
      else { return false }
    }
    return true
  }

  /// Its proven contents; `nil` if it was created before these were recorded.
  func contents() throws(IndexError) -> GenerationContents? {
    let file = "\(path)/\(GenerationContents.fileName)"
    guard let text = try FileCalls.read(file, limit: GenerationContents.limit) else { return nil }
    if let contents = GenerationContents(text) { return contents }
    throw Self.damaged("The file \(file) is damaged.")
  }

  /// Opens the database after checking the sizes of its files.
  ///
  /// - Throws: `.incompatible` if it has another schema version, `.corrupt` if it is damaged,
  ///   `.storage` if it cannot be opened now.
  func open() throws(IndexError) -> DatabaseHandle {
    let contents = try contents()
    for (name, size) in contents?.sizes ?? [:] {
      let found = try FileCalls.status("\(path)/\(name)").map { Int($0.st_size) }
      guard found == size else {
        throw Self.damaged(
          found.map { "The file \(path)/\(name) has \($0) bytes instead of \(size)." }
            ?? "The file \(path)/\(name) is missing.")
      }
    }
    let database = try DatabaseHandle(path: path)
    try Schema.verify(database, path: path)
    guard let contents else {
      throw Self.damaged("The file \(path)/\(GenerationContents.fileName) is missing.")
    }
    try database.verifyOpen(
      hasPositions: contents.sums["positions"] > 0, hasSpellings: contents.sums["spellings"] > 0)
    return database
  }

  /// Copies the database; the caller writes the works file of the copy.
  func copy(to target: GenerationFolder) throws(IndexError) {
    guard mkdir(target.path, 0o700) == 0 else {
      throw FileCalls.failure("create the folder \(target.path)")
    }
    for name in try files() where name != WorksFile.name {
      try FileCalls.copy("\(path)/\(name)", to: "\(target.path)/\(name)")
    }
  }

  /// The names of the existing tables and of the works file.
  func files() throws(IndexError) -> [String] {
    let names = Set(try FileCalls.names(in: path) ?? [])
    return (Self.needed + Self.optional + [WorksFile.name]).filter(names.contains).sorted()
  }

  /// The sizes of these files in bytes, by name.
  func sizes() throws(IndexError) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for name in try files() {
      sizes[name] = Int(try FileCalls.status("\(path)/\(name)")?.st_size ?? 0)
    }
    return sizes
  }

  /// The error for a damaged generation.
  static func damaged(_ message: String) -> IndexError {
    IndexError(.corrupt, message, remedy: .repair)
  }
}
