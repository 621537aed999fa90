// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import FoundationEssentials
import Glibc

extension IndexFolder {
  /// What may lie beside an index that has yet to be made: what file systems put there themselves.
  private static let ignored: Set<String> = ["lost+found"]

  /// Prepares the folder for a writer: makes it if it is not there, refuses one that is not ours.
  ///
  /// A folder that is not empty and has no stub belongs to somebody else, or has lost its stub:
  /// nothing is written to it.
  ///
  /// - Parameter replacing: Whether the index is made anew, whatever state it is in.
  func prepareForWriting(_ access: IndexAccess?, replacing: Bool) throws(IndexError) {
    if try FileCalls.status(path + "/.") == nil { try make() }
    if let access { try giveFolder(access) }
    guard try stubForWriting(replacing: replacing) == nil else { return }
    for name in try FileCalls.names(in: path) ?? []
    where !Self.ignored.contains(name) && !name.hasPrefix(".nfs") {
      if name == "lock", try isOurLock() { continue }
      if name == "XAPIANDB.new" { continue }
      if name == "building" { continue }  // Looked at when it is made.
      throw IndexError(
        .storage,
        "The folder \(path) is not empty and holds no index: there is “\(name)” in it.",
        remedy: .chooseFolder)
    }
  }

  /// What the stub says; `nil` if there is none and no generation either.
  ///
  /// - Parameter replacing: Whether the index is made anew. Where the stub is damaged or missing, the
  ///   newest generation then counts as published, and is kept as the spare.
  func stubForWriting(replacing: Bool) throws(IndexError) -> StubFile? {
    do throws(IndexError) {
      _ = try publishedGeneration()
      return try readStub()
    } catch  where error.code == .corrupt && replacing {
      guard let newest = try generations().last else { throw error }
      return StubFile(generation: newest)
    }
  }

  /// Says that this folder is an index, before there is one in it: from here on one that has
  /// generations and no stub has lost it.
  func claim(_ access: IndexAccess) throws(IndexError) {
    try publish(StubFile(generation: nil), access)
  }

  /// Who may read the index: as told, else as a generation of it tells.
  func access(told: IndexAccess?, like published: Int?) throws(IndexError) -> IndexAccess {
    if let told { return told }
    guard let published, let status = try FileCalls.status(generation(published)) else {
      return .owner
    }
    return IndexAccess(of: status)
  }

  /// A lock is one of ours if it holds nothing, or the number of a process.
  private func isOurLock() throws(IndexError) -> Bool {
    guard try FileCalls.status(lock)?.isFile == true else { return false }
    let text = try FileCalls.read(lock, limit: 32) ?? ""
    return text.allSatisfy { $0.isNumber || $0 == "\n" }
  }

  private func make() throws(IndexError) {
    let trimmed = path.last == "/" ? path.dropLast() : path[...]
    let slash = trimmed.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw Self.cannotMake(parent, "\(error)")
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw Self.cannotMake(path, String(cString: strerror(errno)))
    }
    // The new name must not be lost with the folder above it.
    try FileCalls.sync(parent)
  }

  private static func cannotMake(_ path: String, _ cause: String) -> IndexError {
    IndexError(
      .storage, "The folder \(path) cannot be made.",
      hint: "Change its permissions.", remedy: .chooseFolder, underlying: cause)
  }

  private func giveFolder(_ access: IndexAccess) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileCalls.failure("open \(path)") }
    defer { close(descriptor) }
    try access.give(to: descriptor, path, isFolder: true)
  }
}
