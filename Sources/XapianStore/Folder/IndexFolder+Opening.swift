// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import IndexSchema

extension IndexFolder {
  /// Names allowed in the folder of a new index: what file systems create themselves.
  private static let ignored: Set<String> = ["lost+found"]
  /// The report of the last runs, and an unfinished one (`IndexReport.fileName`).
  private static let reports: Set<String> = ["report.json", "report.json.new"]

  /// Prepares the folder for a writer: creates it if it is missing, and rejects it if it is not
  /// ours.
  ///
  /// A non-empty folder without a stub either belongs to somebody else or has lost its stub:
  /// nothing is written to it.
  ///
  /// - Parameter replacing: Whether the index is rebuilt, whatever its state.
  func prepareForWriting(_ access: IndexAccess?, replacing: Bool) throws(IndexError) {
    if try FileCalls.status(path + "/.") == nil { try make() }
    if let access { try giveFolder(access) }
    guard try stubForWriting(replacing: replacing) == nil else { return }
    for name in try FileCalls.names(in: path) ?? []
    where !Self.ignored.contains(name) && !name.hasPrefix(".nfs") {
      if name == "lock", try isOurLock() { continue }
      if name == "XAPIANDB.new" { continue }
      if name == "building" { continue }  // Checked when it is created.
      // It may outlive an index that was removed.
      if Self.reports.contains(name) { continue }
      throw IndexError(
        .storage,
        "The folder \(path) is not empty and contains no index: it contains “\(name)”.",
        remedy: .chooseFolder)
    }
  }

  /// The stub; `nil` if there is neither a stub nor a generation.
  ///
  /// - Parameter replacing: Whether the index is rebuilt. If the stub is damaged or missing, the
  ///   newest generation then counts as published and is kept as the spare.
  func stubForWriting(replacing: Bool) throws(IndexError) -> StubFile? {
    do throws(IndexError) {
      _ = try publishedGeneration()
      return try readStub()
    } catch  where error.code == .corrupt && replacing {
      guard let newest = try generations().last else { throw error }
      return StubFile(generation: newest)
    }
  }

  /// Marks the folder as an index before the first publication, so that a folder with generations
  /// but no stub is known to have lost its stub.
  func claim(_ access: IndexAccess) throws(IndexError) {
    try publish(StubFile(generation: nil), access)
  }

  /// Who may read the index: `told`, or else the access of its published generation.
  func access(told: IndexAccess?, like published: Int?) throws(IndexError) -> IndexAccess {
    if let told { return told }
    guard let published, let status = try FileCalls.status(generation(published)) else {
      return .owner
    }
    return IndexAccess(of: status)
  }

  /// A lock file is ours if it is empty or contains a process number.
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
    // The folder's own name must be stored on disk too.
    try FileCalls.sync(parent)
  }

  private static func cannotMake(_ path: String, _ cause: String) -> IndexError {
    IndexError(
      .storage, "The folder \(path) cannot be created.",
      hint: "Change its permissions.", remedy: .chooseFolder, underlying: cause)
  }

  private func giveFolder(_ access: IndexAccess) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileCalls.failure("open \(path)") }
    defer { close(descriptor) }
    try access.give(to: descriptor, path, isFolder: true)
  }
}
